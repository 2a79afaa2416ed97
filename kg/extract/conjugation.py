"""The forms of regular verbs by which a clause says who does what, from their infinitives.

A clause says it in the third person ("funds", "ha financiado"), in the passive ("financé par"), and
of what is to come ("will fund", "financiará"). Irregular verbs are listed form by form.
"""

from collections.abc import Callable, Iterator
from typing import Final

Form = tuple[str, str]
"""What a form is: `before` who acts stands before it, `after` behind it; `future` the same as
`before`, to come; `base` it needs a word that governs it; `participle` a "by" may follow it."""

_VOWELS: Final = frozenset("aeiou")


def english(verb: str) -> Iterator[Form]:
    """Answer the forms of a verb of English.

    Example:
        >>> [form for _, form in english("supply")]
        ['supplies', 'supplied', 'supplied by', 'supplied jointly by', 'supplied', 'supply', 'supplying']
    """
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        present, past = f"{verb[:-1]}ies", f"{verb[:-1]}ied"
    else:
        present = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z")) else f"{verb}s"
        past = f"{verb}d" if verb.endswith("e") else f"{verb}ed"
    yield from (("before", present), ("before", past))
    yield from (("after", f"{past} by"), ("after", f"{past} jointly by"), ("participle", past))
    yield from (("base", verb), ("base", f"{verb.removesuffix('e')}ing"))


def spanish(verb: str) -> Iterator[Form]:
    """Answer the forms of a verb of Spanish.

    Example:
        >>> [form for _, form in spanish("donar")][:4]
        ['dona', 'donan', 'donó', 'donaron']
    """
    stem, ending = verb[:-2], verb[-2:]
    if ending == "ar":
        finite, participle = ("a", "an", "ó", "aron", "aba", "aban"), f"{stem}ad"
    else:
        finite, participle = ("e", "en", "ió", "ieron", "ía", "ían"), f"{stem}id"
    yield from (("before", stem + end) for end in finite)
    yield from (("before", f"{aux} {participle}o") for aux in ("ha", "han"))
    yield from (("participle", f"{participle}{end}") for end in ("o", "a", "os", "as"))
    for end in ("o", "a", "os", "as"):
        yield from (("after", f"{participle}{end} {by}") for by in ("por", "conjuntamente por"))
    yield from (("future", verb + end) for end in ("á", "án", "ía", "ían"))
    yield "base", verb


def french(verb: str) -> Iterator[Form]:
    """Answer the forms of a verb of French.

    Example:
        >>> [form for _, form in french("appuyer")][:4]
        ['appuie', 'appuient', 'a appuyé', 'ont appuyé']
    """
    stem, ending = verb[:-2], verb[-2:]
    if ending == "er":
        present = f"{stem[:-1]}i" if stem.endswith(("uy", "oy")) else stem
        finite, participle = (f"{present}e", f"{present}ent"), f"{stem}é"
    else:
        finite, participle = (f"{stem}it", f"{stem}issent"), f"{stem}i"
    yield from (("before", form) for form in finite)
    yield from (("before", f"{aux} {participle}") for aux in ("a", "ont", "avait", "avaient"))
    yield from (("participle", f"{participle}{end}") for end in ("", "e", "s", "es"))
    for end in ("", "e", "s", "es"):
        yield from (("after", f"{participle}{end} {by}") for by in ("par", "conjointement par"))
    yield from (("future", verb + end) for end in ("a", "ont", "ait", "aient"))
    yield "base", verb


FORMS: Final[dict[str, Callable[[str], Iterator[Form]]]] = {
    "en": english,
    "es": spanish,
    "fr": french,
}
"""Language to what makes the forms of its verbs."""

_WITH: Final = {"with": "without", "con": "sin", "avec": "sans"}
_PERFECT: Final = {"a": ("a", "aurait", "aura"), "ont": ("ont", "auraient", "auront")}
_BETWEEN: Final = ("", "pas ", "pas encore ", "toujours pas ", "jamais ")


def denied(lang: str, phrase: str) -> Iterator[str]:
    """Answer a phrase, and where negation or doubt stands within it: "a pas encore signé".

    Example:
        >>> list(denied("en", "with support from"))
        ['with support from', 'without support from']
        >>> list(denied("fr", "a signé"))[:3]
        ['a signé', 'a pas signé', 'a pas encore signé']
    """
    yield phrase
    first, _, rest = phrase.partition(" ")
    if rest and first in _WITH:
        yield f"{_WITH[first]} {rest}"
    if lang == "fr" and rest and first in _PERFECT:
        forms = (f"{aux} {no}{rest}" for aux in _PERFECT[first] for no in _BETWEEN)
        yield from (form for form in forms if form != phrase)


_CONTRACTED: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "es": {"de": ("del",), "a": ("al",)},
    "fr": {"de": ("du", "des", "d'"), "à": ("au", "aux")},
}
"""Language to preposition to its forms that hold an article."""


def contracted(lang: str, phrase: str) -> Iterator[str]:
    """Answer a phrase, and with the article of what follows: "con apoyo de", "con apoyo del".

    Example:
        >>> list(contracted("fr", "appui à"))
        ['appui à', 'appui au', 'appui aux']
    """
    yield phrase
    start, _, last = phrase.rpartition(" ")
    if start:
        yield from (f"{start} {form}" for form in _CONTRACTED.get(lang, {}).get(last, ()))
