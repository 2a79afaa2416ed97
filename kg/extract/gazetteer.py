"""The names that are known before a text is read: of registers, and of other documents.

Source: `kg.registers` for what is registered; claims for what documents of the same country or
publisher name.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from kg.extract.names.levels import level_of, nouns
from kg.extract.passage import Passage
from kg.extract.phrases import Phrases
from kg.extract.tokens import folded, is_acronym, is_capital
from kg.identity import keys
from kg.identity.names import fold
from kg.records import Claim, Key, MentionType
from kg.registers import Entry, Registers

_LONG_ACRONYM: Final = 5
"""From this length on an acronym is also written as a word: Unicef, Unesco."""

_TYPES: Final[Mapping[str, MentionType]] = {
    **{kind: type_ for type_, kind in keys.KINDS.items()},
    "activity": "Programme",
}


class Name(NamedTuple):
    """A name of a thing, and what helps to tell it from others of that name."""

    text: str
    key: Key
    type: MentionType
    lang: str = ""
    country: str | None = None
    within: Key | None = None
    population: int | None = None
    is_main: bool = True
    """Whether this is the name that the thing goes by, not another one."""


class Hit(NamedTuple):
    """What some tokens of a passage may name."""

    first: int
    last: int
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Finds known names; `digest` changes when one of them does."""

    phrases: Phrases[Name] = field(default_factory=lambda: Phrases.of([]))
    digest: str = ""
    entries: Mapping[Key, Name] = field(default_factory=dict)
    """The main name of each thing, with what a place lies in."""
    called: Mapping[Key, frozenset[str]] = field(default_factory=dict)
    """The words for a level of government in the names of the divisions of countries."""
    demonyms: Mapping[str, str] = field(default_factory=dict)
    """What the people and things of a country are called, folded: "mexican" to MX."""

    @classmethod
    def of(cls, names: Iterable[Name], demonyms: Mapping[str, str] | None = None) -> "Gazetteer":
        """Answer the gazetteer of some names."""
        given = list(dict.fromkeys(names))
        main = {name.key: name for name in reversed(given) if name.is_main}
        unique = sorted(given, key=repr)
        adjectives = dict(sorted((demonyms or {}).items()))
        parts = [*map(repr, unique), *map(repr, adjectives.items())]
        total = hashlib.sha256("\n".join(parts).encode()).hexdigest()
        phrases = Phrases.of((name.text, name) for name in unique)
        return cls(phrases, total, main, _called(unique), adjectives)

    def find(self, passage: Passage) -> list[Hit]:
        """Answer the known names in a passage: the longest, and the places within their names."""
        spans: dict[tuple[int, int], list[Name]] = {}
        for first, last, name in self.phrases.find(passage.haystack):
            if _is_written(name.text, passage, first, last):
                spans.setdefault((first, last), []).append(name)
        return list(_longest(Hit(*span, tuple(names)) for span, names in spans.items()))


def _demonyms(entries: Iterable[Entry]) -> dict[str, str]:
    """Answer what is said of the things of one country, in all genders; what two share tells none."""
    found: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for said in entry.demonyms if entry.country else ():
            for form in _inflected(folded(said.text), said.lang):
                found[form].add(entry.country or "")
    return {form: min(countries) for form, countries in found.items() if len(countries) == 1}


def _inflected(demonym: str, lang: str) -> Iterator[str]:
    yield demonym
    if lang == "es":
        yield f"{demonym.removesuffix('o')}a"
    elif lang == "fr":
        yield f"{demonym}{'ne' if demonym.endswith('n') else 'e'}"


def _called(names: Iterable[Name]) -> dict[Key, frozenset[str]]:
    texts: dict[Key, list[str]] = defaultdict(list)
    for name in names:
        if name.type == "Place" and level_of(name.key) == "region":
            texts[name.key].append(name.text)
    return {key: nouns(listed) for key, listed in texts.items()}


def gazetteer(registers: Registers, country: str | None, claims: Iterable[Claim]) -> Gazetteer:
    """Answer the names known for a text of a country."""
    world, own = registers.international(), registers.of_country(country) if country else ()
    entries = [*map(_without_seat, world), *own]
    listed = list(names_of(entries))
    return Gazetteer.of([*listed, *_unless_listed(names_from(claims), listed)], _demonyms(entries))


def _unless_listed(said: Iterable[Name], listed: Iterable[Name]) -> Iterator[Name]:
    """Answer the names that documents say, but those that registers know as another kind's."""
    kinds: dict[str, set[MentionType]] = defaultdict(set)
    for name in listed:
        kinds[fold(name.text)].add(name.type)
    return (name for name in said if name.type in kinds.get(fold(name.text), {name.type}))


def _without_seat(entry: Entry) -> Entry:
    """Answer an international body without the country of its seat: it has offices in many."""
    return replace(entry, country=None) if entry.type == "Organisation" else entry


def names_of(entries: Iterable[Entry]) -> Iterator[Name]:
    """Answer the names of entries of registers."""
    for entry in entries:
        for is_main, texts in ((True, entry.labels), (False, entry.aliases)):
            for text in texts:
                yield Name(
                    text=text.text,
                    key=entry.key,
                    type=entry.type,
                    lang=text.lang,
                    country=entry.country,
                    within=entry.within,
                    population=entry.population,
                    is_main=is_main,
                )


def names_from(claims: Iterable[Claim]) -> Iterator[Name]:
    """Answer the names that documents claim for their things."""
    for claim in claims:
        type_ = _TYPES.get(keys.kind(claim.key))
        is_name = claim.aspect in {"label", "alias"} and _is_telling(claim)
        if type_ and is_name:
            yield Name(claim.value, claim.key, type_, claim.lang, is_main=claim.aspect == "label")


def _is_telling(claim: Claim) -> bool:
    """Answer whether a text that has this name means the thing: by one word, no activity is meant."""
    return keys.kind(claim.key) != "activity" or " " in fold(claim.value)


def _is_written(name: str, passage: Passage, first: int, last: int) -> bool:
    """Answer whether tokens are written as the name is: abbreviations in capitals, the rest large."""
    word = passage.tokens[first].word
    if last - first > 1 or not name.isalpha():
        is_large = is_capital(word) or word[0].isdigit()
        return is_large or _is_governed(passage, first, last)
    if name.isupper() and len(name) > 1:
        return word == name or (len(name) >= _LONG_ACRONYM and word == name.capitalize())
    if is_acronym(name):
        return is_acronym(word)
    if not is_capital(word) or (word.isupper() and len(word) < _LONG_ACRONYM):
        return False
    return not _is_common(passage, folded(word))


def _is_governed(passage: Passage, first: int, last: int) -> bool:
    """Answer whether this is "state of Mexico", whose name in full is "State of Mexico"."""
    parts, words = passage.tokens, passage.lexicon
    is_level = any(words.has(f"level.{level}", parts[first].fold) for level in ("region", "town"))
    return is_level and is_capital(parts[last - 1].word)


def _is_common(passage: Passage, fold: str) -> bool:
    """Answer whether a word alone names nothing, be it written large or not."""
    kinds = ("never.word", "common.word", "common.abbreviation", "denial.month")
    words = passage.lexicon
    return any(words.has(kind, fold) for kind in kinds) or any(
        words.has(f"head.{type_}", fold)
        for type_ in ("organisation", "programme", "law", "network")
    )


def _longest(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Answer the hits that no longer one overlaps, and places within the names of other things."""
    taken: dict[int, Hit] = {}
    for hit in sorted(hits, key=lambda h: (h.first - h.last, h.first)):
        over = [taken[i] for i in range(hit.first, hit.last) if i in taken]
        if not over:
            taken.update((i, hit) for i in range(hit.first, hit.last))
            yield hit
        elif is_place(hit) and not any(is_place(other) or other.last < hit.last for other in over):
            yield hit


def is_place(hit: Hit) -> bool:
    """Answer whether a place is among what a name may mean."""
    return any(name.type == "Place" for name in hit.names)


def is_country(place: Key) -> bool:
    """Answer whether a place is a country."""
    return place.startswith("place:iso:") and "-" not in place
