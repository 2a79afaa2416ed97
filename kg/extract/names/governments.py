"""Governments by their names: "Gobierno del Estado de Anta", "Anta municipal government".

A name is one of a government where all its words but those of a place say so: a noun for one, what
it governs, and what binds them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final, Protocol

from kg.extract.names.levels import (
    HEAD,
    RANK,
    clearness,
    level_of,
    levels,
    noun,
    nouns,
    told,
    words,
)
from kg.extract.tokens import Token, tokens
from kg.identity import keys
from kg.identity.names import fold
from kg.records import Key
from kg.registers import Entry

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
        for place, around in _readings(name):
            found = self._place(fold(place), around, country)
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
        for place, around in _readings(name):
            is_region = told(around) == _REGION
            found = self._place(fold(place), around, country) if is_region else None
            if found:
                return keys.government(found)
        return None

    def _place(self, name: str, around: Sequence[str], country: str | None) -> Key | None:
        """Answer the one place that a name means beside words; a small one only by its level."""
        wanted, noun_ = told(around), noun(around)
        listed = [self.register.entry(key) for key in self.register.named("place", name, country)]
        fitting = {one.key: one for one in listed if one and wanted & levels(one.key, _called(one))}
        if len({one.country for one in fitting.values()}) != 1:
            return None

        def rank(one: Entry) -> tuple[bool | int, ...]:
            clear = clearness(one.key, _called(one), noun_) if noun_ else ()
            return (*clear, RANK[level_of(one.key)])

        top = max(map(rank, fitting.values()))
        first, *others = sorted(
            (one for one in fitting.values() if rank(one) == top),
            key=lambda one: -(one.population or 0),
        )
        if others and (first.population or 0) < _SEVERAL_TIMES * (others[0].population or 1):
            return None
        return None if first.is_small and not noun_ else first.key


def _called(entry: Entry) -> frozenset[str]:
    return nouns(text.text for text in (*entry.labels, *entry.aliases))


def _readings(name: str) -> Iterator[tuple[str, list[str]]]:
    """Answer what may be the place in the name of a government, the longest first, and the words around it."""
    parts = list(tokens(name))
    begins, ends = range(_run(parts) + 1), range(len(parts) - _run(parts[::-1]), len(parts) + 1)
    spans = [(first, last) for first in begins for last in ends if first < last]
    for first, last in sorted(spans, key=lambda span: span[0] - span[1]):
        around = [token.fold for token in parts[:first] + parts[last:]]
        if any(HEAD in words()[fold] for fold in around):
            yield name[parts[first].start : parts[last - 1].end], around


def _run(parts: list[Token]) -> int:
    """Answer how many of the first words may stand around the place in the name of a government."""
    return len(list(takewhile(lambda token: token.fold in words(), parts)))
