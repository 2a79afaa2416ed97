"""The words by which names, numbers and roles are recognised, a file a language in `lexicon/`.

A file is a tree of tables whose leaves are lists of phrases, or tables of phrases and values. The
path to a leaf is the kind of sign that a phrase is: `head.organisation`, `qualifier.about`. Of the
regular verbs in a list `verbs` all forms are signs (`kg.extract.conjugation`). Of languages that are
not read, `other.toml` has the few words by which the value of a number is right.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from kg.extract.conjugation import FORMS, contracted, denied
from kg.extract.phrases import Phrases
from kg.extract.tokens import folded

_FOLDER: Final = files("kg.extract") / "lexicon"
_UNREAD: Final = "other"
_OF_ALL: Final = (
    "head", "inside", "level", "list.and", "number.scales", "denial.month", "common.language",
    "name.article", "small.article", "small.by", "small.clause", "small.in", "small.of", "small.to", "table",
)  # fmt: skip
"""What is recognised in a text of any language: names keep their language in foreign text."""


_CONTRACTED: Final = ("governs", "participation", "role")
"""Signs that end before a noun, whose article their last word may hold."""


_DENIED: Final = "participation"
"""Signs within which a negation may stand."""

_GOVERNING: Final = "mood"
"""Signs that are verbs, whatever their form."""


class Sign(NamedTuple):
    """What a phrase may be a sign of. `value` is its singular, or the number it stands for."""

    kind: str
    value: str
    lang: str = ""
    is_plural: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of a text's language, and the names of things in others."""

    lang: str
    phrases: Phrases[Sign]
    words: Mapping[str, frozenset[str]]
    """Folded single words by kind."""
    values: Mapping[str, Mapping[str, int]]
    """What number words stand for, folded, by kind."""
    suffixes: Mapping[str, tuple[str, ...]]
    """How words end that are of a kind, with their accents: `verb`, `adjective`, `future`."""

    @property
    def is_read(self) -> bool:
        """Answer whether the words of the language are known, not only names in it."""
        return self.lang in languages()

    def endings(self, kind: str) -> tuple[str, ...]:
        """Answer how words of a kind end: verbs as no adjective does, the future, participles."""
        return self.suffixes.get(kind, ())

    def has(self, kind: str, fold: str) -> bool:
        """Answer whether a folded word is of a kind."""
        return fold in self.words.get(kind, ())


@cache
def languages() -> tuple[str, ...]:
    """Answer the languages that narratives are read in, as BCP 47 tags."""
    names = (path.name.removesuffix(".toml") for path in _FOLDER.iterdir())
    return tuple(sorted(name for name in names if len(name) == len("en")))


@cache
def lexicon(lang: str) -> Lexicon:
    """Answer the lexicon of a language; of an unknown one, only what holds in all languages."""
    signs = [
        (phrase, sign._replace(lang=other))
        for other in languages()
        for phrase, sign in _conjugated(other, _leaves("", _read(other)))
        if other == lang or sign.kind.startswith(_OF_ALL)
    ]
    signs += _unread(lang)
    words: dict[str, set[str]] = defaultdict(set)
    values: dict[str, dict[str, int]] = defaultdict(dict)
    for phrase, sign in signs:
        if " " not in phrase:
            words[sign.kind].add(folded(phrase))
        if sign.value.isdigit():
            values[sign.kind][folded(phrase)] = int(sign.value)
    return Lexicon(
        lang=lang,
        phrases=Phrases.of(signs),
        words={kind: frozenset(found) for kind, found in words.items()},
        values=dict(values),
        suffixes=_suffixes(signs),
    )


def _unread(lang: str) -> Iterator[tuple[str, Sign]]:
    """Answer what is known of the numbers of languages that are not read, for a text of a language.

    A text that is read may quote them, or be in one of them and taken for its neighbour.
    """
    content = _read(_UNREAD)
    ambiguous = frozenset(phrase for phrase, _ in _leaves("", {"ambiguous": content["ambiguous"]}))
    for other, tree in content.items():
        for phrase, sign in _leaves("", tree) if isinstance(tree, Mapping) else ():
            is_known = lang not in languages() or sign.kind.startswith(_OF_ALL)
            if other == lang or (is_known and phrase not in ambiguous):
                yield phrase, sign._replace(lang=other)


def _suffixes(signs: Iterable[tuple[str, Sign]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for _, sign in signs:
        group, _, kind = sign.kind.partition(".")
        if group == "ending":
            found[kind].append(sign.value)
    return {kind: tuple(endings) for kind, endings in found.items()}


@cache
def _read(name: str) -> Mapping[str, object]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))


def _leaves(path: str, tree: Mapping[str, object]) -> Iterator[tuple[str, Sign]]:
    for name, branch in tree.items():
        kind = f"{path}.{name}".removeprefix(".")
        if isinstance(branch, list):
            for phrase in branch:
                yield from _numbers(kind, phrase)
        elif isinstance(branch, Mapping):
            leaves = {k: v for k, v in branch.items() if not isinstance(v, list | Mapping)}
            yield from ((phrase, Sign(kind, str(value))) for phrase, value in leaves.items())
            yield from _leaves(kind, {k: v for k, v in branch.items() if k not in leaves})


def _conjugated(lang: str, leaves: Iterable[tuple[str, Sign]]) -> Iterator[tuple[str, Sign]]:
    """Answer phrases and their signs, with the forms of the verbs that are listed as such."""
    for phrase, sign in leaves:
        role, _, last = sign.kind.rpartition(".")
        if last != "verbs":
            yield from ((form, sign) for form in _varied(lang, phrase, role))
            continue
        for side, form in FORMS[lang](phrase):
            kind = role if role.startswith(_GOVERNING) else f"{role}.{side}"
            yield from ((varied, Sign(kind, form)) for varied in _varied(lang, form, role))


def _varied(lang: str, phrase: str, role: str) -> Iterator[str]:
    """Answer a phrase, with an article in its last word, and with a negation in it."""
    if not role.startswith(_CONTRACTED):
        yield phrase
        return
    for form in contracted(lang, phrase):
        yield from denied(lang, form) if role.startswith(_DENIED) else (form,)


def _numbers(kind: str, phrase: str) -> Iterator[tuple[str, Sign]]:
    """Answer a phrase, and where it is written "ministry|ministries", its plural as well."""
    singular, _, plural = phrase.partition("|")
    yield singular, Sign(kind, singular)
    if plural:
        yield plural, Sign(kind, singular, is_plural=True)
