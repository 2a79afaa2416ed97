"""Which place a name means, where several have it, and whether it means one at all.

A state, a city and a country may share a name. What decides: the noun before it, the place in
brackets after it, the place in it that a comma parts from it ("Juchitán, Oaxaca"), the places named
beside it, and the places named around it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from kg.extract.gazetteer import Gazetteer, Hit, Name, is_country
from kg.extract.names.candidate import Candidate
from kg.extract.names.levels import RANK, clearness, level_of, levels, noun
from kg.extract.passage import Passage
from kg.identity import keys
from kg.records import Key
from kg.registers.entry import SMALL_INHABITANTS

_MOST_BETWEEN: Final = 3
_BETWEEN: Final = ("inside.word", "government.head")
"""What may stand between a place and a noun that tells its level: "municipal government of"."""


@dataclass(slots=True)
class Places:
    """Chooses among the places of a name; `around` are the places that the section is sure of."""

    passage: Passage
    gazetteer: Gazetteer
    country: str | None
    around: set[Key] = field(default_factory=set)
    _starting: dict[int, Hit] = field(default_factory=dict)
    _ending: dict[int, Hit] = field(default_factory=dict)

    def prepare(self, hits: Iterable[Hit]) -> None:
        """Take note of the places that need no choice, and of what they lie in."""
        self._starting = {hit.first: hit for hit in hits}
        self._ending = {hit.last: hit for hit in hits}
        for hit in hits:
            options = self._options(hit)
            if len(options) == 1 and not self._is_small(options[0]):
                self.around.update(self._line(options[0].key))

    def choose(self, hit: Hit, siblings: Sequence[Hit]) -> Name | None:
        """Answer the place that a name means here, or None where it hardly means one."""
        if abroad := self._abroad(hit, siblings):
            return abroad
        wanted = next(filter(None, map(self._noun, (hit, *siblings))), "")
        options = [name for name in self._options(hit) if wanted or self._is_backed(name)]
        level = "" if wanted else self._common_level(siblings)
        beside, holding = self._beside(hit), self._holding(hit)
        return max(
            options,
            key=lambda name: (
                name.key in holding,
                bool(beside & self._inside_country(name.key)),
                *self._clearness(name, wanted, level),
                *self._score(name),
            ),
            default=None,
        )

    def _clearness(self, name: Name, wanted: str, level: str) -> tuple[bool, ...]:
        """Answer how well a place is what a noun wants, or of a level."""
        if not wanted:
            return (level_of(name.key) == level,)
        return clearness(name.key, self.gazetteer.called.get(name.key, frozenset()), wanted)

    def of_levels(self, place: Candidate, wanted: frozenset[str], noun_: str) -> Key | None:
        """Answer the place itself if it is of these levels, or one of its name that is."""
        hit, called = self._starting.get(place.first), self.gazetteer.called
        others = [name.key for name in self._options(hit)] if hit else []
        fitting = [
            key
            for key in dict.fromkeys([*filter(None, [place.key]), *others])
            if keys.scheme(key) != "name" and wanted & levels(key, called.get(key, ()))
        ]
        if place.key in fitting or not noun_:
            return place.key if fitting else None
        return max(
            fitting,
            key=lambda key: clearness(key, called.get(key, frozenset()), noun_),
            default=None,
        )

    def _abroad(self, hit: Hit, siblings: Sequence[Hit]) -> Name | None:
        """Answer a place of the country that a comma or bracket parts from it: "Anta, Peru"."""
        land = next((key for key in sorted(self._beside(hit)) if is_country(key)), None)
        options = self._options(hit)
        lands = [one for one in siblings if any(is_country(n.key) for n in one.names)]
        country = land.rpartition(":")[2] if land else None
        if (
            not country
            or len(lands) > 1
            or any(is_country(name.key) or name.country == country for name in options)
        ):
            return None
        label = self.passage.words(hit.first, hit.last)
        key = keys.by_name("place", label, country)
        return Name(label, key, "Place", country=country, within=land)

    def _is_backed(self, name: Name) -> bool:
        """Answer whether a place is large, or stands near what it lies in."""
        around = self.around.intersection(self._ancestors(name.key))
        return bool(around) or not self._is_small(name)

    def _options(self, hit: Hit) -> list[Name]:
        unique = {name.key: name for name in sorted(hit.names, key=lambda n: n.is_main)}
        return [name for name in unique.values() if name.type == "Place"]

    def _score(self, name: Name) -> tuple[int, ...]:
        return (
            name.country == self.country,
            name.is_main,
            level_of(name.key) == "country",
            bool(self.around & self._inside_country(name.key)),
            RANK[level_of(name.key)],
            name.population or 0,
        )

    def _noun(self, hit: Hit) -> str:
        """Answer the noun beside a name that tells its level, from three words before it on."""
        parts, words = self.passage.tokens, self.passage.lexicon
        before: list[str] = []
        for token in reversed(parts[max(hit.first - _MOST_BETWEEN, 0) : hit.first]):
            is_between = any(words.has(kind, token.fold) for kind in _BETWEEN)
            if not (is_between or noun([token.fold])):
                break
            before.append(token.fold)
        return noun(before) or noun([token.fold for token in parts[hit.last : hit.last + 1]])

    def _beside(self, hit: Hit) -> set[Key]:
        """Answer the places that stand in brackets or after a comma behind a name."""
        parts = self.passage.tokens
        if hit.last >= len(parts) or parts[hit.last].word not in {"(", ","}:
            return set()
        other = self._starting.get(hit.last + 1)
        return {name.key for name in other.names if name.type == "Place"} if other else set()

    def _holding(self, hit: Hit) -> set[Key]:
        """Answer what the place before a comma and a name may lie in: the region of a town."""
        before = hit.first - 1
        parted = before > 0 and self.passage.tokens[before].word == ","
        other = self._ending.get(before) if parted else None
        places = self._options(other) if other else ()
        return {key for place in places for key in self._ancestors(place.key)}

    def _common_level(self, siblings: Sequence[Hit]) -> str:
        """Answer the level of the places that a name is listed with, where that is clear."""
        levels = [
            {level_of(name.key) for name in self._options(hit)}
            for hit in siblings
            if self._options(hit)
        ]
        shared = set.intersection(*levels) if levels else set()
        clear = [one for one in levels if len(one) == 1]
        return next(iter(shared)) if len(shared) == 1 and clear else ""

    def _is_small(self, name: Name) -> bool:
        return name.population is not None and name.population < SMALL_INHABITANTS

    def _ancestors(self, key: Key) -> list[Key]:
        """Answer what a place lies in, but for its country, which backs anything."""
        return [k for k in self._line(key)[1:] if level_of(k) != "country"]

    def _inside_country(self, key: Key) -> set[Key]:
        """Answer a place and what it lies in, but for its country."""
        return {one for one in self._line(key) if level_of(one) != "country"}

    def _line(self, key: Key) -> list[Key]:
        """Answer a place and what it lies in, from the inside out."""
        line = [key]
        while (entry := self.gazetteer.entries.get(line[-1])) and entry.within:
            if entry.within in line:
                break
            line.append(entry.within)
        return line
