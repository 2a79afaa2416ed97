"""Brands and services of which a text says whose they are: "Bluewell, a brand of Northern Foods"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.extract.names.candidate import Candidate
from kg.extract.names.marks import owner_at
from kg.extract.passage import Passage
from kg.identity import keys

_MOST_KINDS: Final = 3
"""How many words may say more of a noun for a brand: "its bottled water brand"."""


def branded(passage: Passage, named: Sequence[Candidate]) -> Iterator[Candidate]:
    """Answer the names, and of a brand that the text calls one of a body named there, of which."""
    bodies = [name for name in named if _is_body(name)]
    owners = _Owners(passage, {c.first: c for c in bodies}, {c.last: c for c in bodies})
    for name in named:
        owner = owners.of(name) if _is_body(name) and not name.unit_of else None
        is_told = owner is not None and owner.key != name.key
        yield replace(name, brand_of=owner.key) if owner and is_told else name


def _is_body(name: Candidate) -> bool:
    return bool(name.type == "Organisation" and name.key and keys.kind(name.key) == "org")


@dataclass(frozen=True, slots=True)
class _Owners:
    """Finds the body whose brand a name is, among those that begin or end at a token."""

    passage: Passage
    beginning: Mapping[int, Candidate]
    ending: Mapping[int, Candidate]

    def of(self, name: Candidate) -> Candidate | None:
        """Answer whose brand a name is called."""
        return self._behind(name) or self._around(name) or self._before(name) or self._apart(name)

    def _behind(self, name: Candidate) -> Candidate | None:
        """Answer the owner in "Bluewell, a brand of the Northern Foods Company".

        A body with an article has services that are no marks: "the service of the Ministry".
        """
        start = name.last + (self.passage.fold(name.last) == ",")
        brand = self.passage.signs.begins("belongs.brand", start)
        service = self.passage.signs.begins("belongs.service", start)
        if brand:
            return self.beginning.get(owner_at(self.passage, brand[0]))
        return self.beginning.get(service[0]) if service else None

    def _around(self, name: Candidate) -> Candidate | None:
        """Answer the owner in "the brand Bluewell of Northern Foods"."""
        is_called = self.passage.signs.ends("belongs.noun", name.first) is not None
        is_owned = is_called and self.passage.has("small.of", name.last)
        return self.beginning.get(owner_at(self.passage, name.last + 1)) if is_owned else None

    def _before(self, name: Candidate) -> Candidate | None:
        """Answer the owner in "Northern Foods' bottled water brand Bluewell"."""
        noun = self.passage.signs.ends("belongs.noun", name.first)
        if noun is None:
            return None
        for at in range(noun, noun - _MOST_KINDS - 1, -1):
            first = self.passage.signs.ends("belongs.genitive", at)
            if first is not None:
                return self.ending.get(first)
            if not self._is_word(at - 1):
                return None
        return None

    def _apart(self, name: Candidate) -> Candidate | None:
        """Answer the owner in "Bluewell, Northern Foods' bottled water brand"."""
        is_apart = self.passage.fold(name.last) == ","
        owner = self.beginning.get(name.last + 1) if is_apart else None
        genitive = owner and self.passage.signs.begins("belongs.genitive", owner.last)
        if not genitive:
            return None
        for at in range(genitive[0], genitive[0] + _MOST_KINDS + 1):
            noun = self.passage.signs.begins("belongs.noun", at)
            if noun:
                return None if noun[0] in self.beginning else owner
            if not self._is_word(at):
                return None
        return None

    def _is_word(self, at: int) -> bool:
        return self.passage.fold(at).isalpha()
