"""Governments by their names: "Gobierno del Estado de Anta", "Anta municipal government".

A name is one of a government where all its words but those of a place say so: a noun for one, what
it governs, and what binds them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import Final, Protocol

from kg.extract.lexicon import languages, lexicon
from kg.extract.names.places import RANK, level_of
from kg.extract.tokens import Token, tokens
from kg.identity import keys
from kg.identity.names import fold
from kg.records import Key
from kg.registers import Entry

_HEAD: Final = "head"
_ALL: Final = frozenset(RANK)
_REGION: Final = frozenset({"region"})
_SEVERAL_TIMES: Final = 10
"""How much larger a place is than the next of its name, where the name alone means it."""


class Register(Protocol):
    """What is asked of the registers."""

    def entry(self, key: Key) -> Entry | None:
        """Answer the entry of a key."""

    def named(self, kind: str, name: str, country: str | None) -> tuple[Key, ...]:
        """Answer the keys of the entries with this folded name."""


@dataclass(frozen=True, slots=True)
class Governments:
    """Tells which government a name means, by the places of the registers."""

    register: Register

    def named(self, name: str, country: str | None) -> Key | None:
        """Answer the key of the government that a name means, or None where it means no one's.

        Example:
            >>> from kg.registers import load
            >>> Governments(load()).named("Gobierno del Estado de Jalisco", "MX")
            'org:iso:MX-JAL'
        """
        for place, levels in _readings(name):
            found = self._place(fold(place), levels, country)
            if found:
                return keys.government(found)
        return None

    def of_region(self, name: str, country: str) -> Key | None:
        """Answer the government of the region of a country, where the name says it is of a region.

        Example:
            >>> from kg.registers import load
            >>> governments = Governments(load())
            >>> governments.of_region("Gobierno del Estado de Jalisco", "MX")
            'org:iso:MX-JAL'
            >>> governments.of_region("Gobierno de Jalisco", "MX")
        """
        for place, levels in _readings(name):
            found = self._place(fold(place), levels, country) if levels == _REGION else None
            if found:
                return keys.government(found)
        return None

    def _place(self, name: str, levels: frozenset[str], country: str | None) -> Key | None:
        """Answer the one place of these levels that a name means; a small one only by its level."""
        listed = [self.register.entry(key) for key in self.register.named("place", name, country)]
        fitting = [one for one in listed if one and level_of(one.key) in levels]
        if len({one.country for one in fitting}) != 1:
            return None
        top = max(RANK[level_of(one.key)] for one in fitting)
        first, *others = sorted(
            (one for one in fitting if RANK[level_of(one.key)] == top),
            key=lambda one: -(one.population or 0),
        )
        if others and (first.population or 0) < _SEVERAL_TIMES * (others[0].population or 1):
            return None
        return None if first.is_small and levels == _ALL else first.key


def _readings(name: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Answer what may be the place in the name of a government, the longest first, with its levels."""
    parts, words = list(tokens(name)), _words()
    begins, ends = range(_run(parts) + 1), range(len(parts) - _run(parts[::-1]), len(parts) + 1)
    spans = [(first, last) for first in begins for last in ends if first < last]
    for first, last in sorted(spans, key=lambda span: span[0] - span[1]):
        around = [words[token.fold] for token in parts[:first] + parts[last:]]
        if any(_HEAD in said for said in around):
            levels = [said & RANK.keys() for said in around if said & RANK.keys()]
            yield name[parts[first].start : parts[last - 1].end], _ALL.intersection(*levels)


def _run(parts: list[Token]) -> int:
    """Answer how many of the first words may stand around the place in the name of a government."""
    words = _words()
    return len(list(takewhile(lambda token: token.fold in words, parts)))


@cache
def _words() -> Mapping[str, frozenset[str]]:
    """Answer the words of such names, in any language, to what they say: a level, or the noun."""
    says = dict.fromkeys(("government.between", "small.article", "small.of"), "")
    says |= {f"{kind}.{level}": level for kind in ("level", "government") for level in RANK}
    says["government.head"] = _HEAD
    found: dict[str, set[str]] = {}
    for words in (lexicon(lang).words for lang in languages()):
        for kind, said in says.items():
            for word in words.get(kind, ()):
                found.setdefault(word, set()).add(said)
    return {word: frozenset(said) for word, said in found.items()}
