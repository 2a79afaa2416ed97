"""Known names as candidates: organisations and programmes as they are, places after a choice."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kg.extract.gazetteer import Hit, Name, is_place
from kg.extract.names.candidate import Candidate, Origin
from kg.extract.names.places import Places
from kg.extract.passage import Passage
from kg.identity import keys
from kg.records import Key

_SURE, _CHOSEN = Decimal("0.95"), Decimal("0.85")


def known(passage: Passage, hits: Sequence[Hit], places: Places) -> Iterator[Candidate]:
    """Answer what the known names in a passage name."""
    places.prepare(hits)
    lists = _Lists(passage, {h.last: h for h in hits}, {h.first: h for h in hits})
    things = _Things(passage.lexicon.lang, _written_out(hits))
    for hit in hits:
        meant = things.choose(hit)
        name = meant[0] if meant else places.choose(hit, lists.siblings(hit))
        is_part = is_place(hit) and passage.hyphened(hit.first)
        if name and not _is_money(passage, hit):
            yield Candidate(
                first=hit.first,
                last=hit.last,
                type=name.type,
                label=passage.words(hit.first, hit.last),
                key=None if len(meant) > 1 else name.key,
                rivals=tuple(one.key for one in meant) if len(meant) > 1 else (),
                is_alias=not name.is_main,
                origin=Origin.PART if is_part else Origin.KNOWN,
                confidence=_SURE if len(hit.names) == 1 else _CHOSEN,
            )


def _is_money(passage: Passage, hit: Hit) -> bool:
    """Answer whether the sign of a currency is glued to a name: "US$"."""
    parts, last = passage.tokens, hit.last
    return last < len(parts) and passage.glued(last) and parts[last].word == "$"


@dataclass(frozen=True, slots=True)
class _Things:
    """Chooses among the things of a name that is no place's; places go before."""

    lang: str
    full: frozenset[Key]
    """What a longer name around means alone: a text that writes a name out means its thing."""

    def choose(self, hit: Hit) -> list[Name]:
        """Answer the best things of a name: several where nothing tells what an abbreviation means.

        A name that several registers list goes by its key; an abbreviation of several bodies by the
        language that it is one in, then by what the text names in full.
        """
        if is_place(hit):
            return []
        order = max(map(_standing, hit.names))
        names = sorted((n for n in hit.names if _standing(n) == order), key=lambda n: n.key)
        if not all(n.text.isupper() and keys.scheme(n.key) == "id" for n in names):
            return names[-1:]
        for is_meant in (self._is_of_language, self._is_named):
            names = [name for name in names if is_meant(name)] or names
        return list({name.key: name for name in names}.values())

    def _is_of_language(self, name: Name) -> bool:
        return name.lang == self.lang

    def _is_named(self, name: Name) -> bool:
        return name.key in self.full


def _standing(name: Name) -> tuple[bool, bool]:
    return name.is_main, keys.scheme(name.key) != "name"


def _written_out(hits: Iterable[Hit]) -> frozenset[Key]:
    return frozenset(
        name.key
        for hit in hits
        if len({name.key for name in hit.names}) == 1
        for name in hit.names
        if not name.text.isupper()
    )


@dataclass(frozen=True, slots=True)
class _Lists:
    """The lists that known names stand in."""

    passage: Passage
    ending: Mapping[int, Hit]
    beginning: Mapping[int, Hit]

    def siblings(self, hit: Hit) -> list[Hit]:
        """Answer the hits that a hit stands in one list with, itself not among them."""
        found: list[Hit] = []
        at = hit.first
        while before := self.ending.get(self._skip(at - 1, -1) + 1):
            if before is hit or before.last == at:
                break
            found.append(before)
            at = before.first
        at = hit.last
        while after := self.beginning.get(self._skip(at, 1)):
            if after is hit or after.first == at:
                break
            found.append(after)
            at = after.last
        return found

    def _skip(self, at: int, step: int) -> int:
        """Answer the first token from `at` on that separates no members of a list."""
        parts = self.passage.tokens
        while 0 <= at < len(parts) and (
            parts[at].word in {",", ";"} or self.passage.has("small.and", at)
        ):
            at += step
        return at
