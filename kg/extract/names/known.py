"""Known names as candidates: organisations and programmes as they are, places after a choice."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kg.extract.gazetteer import Hit, Name, is_place
from kg.extract.names.candidate import Candidate, Origin
from kg.extract.names.places import Places
from kg.extract.passage import Passage

_SURE, _CHOSEN = Decimal("0.95"), Decimal("0.85")


def known(passage: Passage, hits: Sequence[Hit], places: Places) -> Iterator[Candidate]:
    """Answer what the known names in a passage name."""
    places.prepare(hits)
    lists = _Lists(passage, {h.last: h for h in hits}, {h.first: h for h in hits})
    for hit in hits:
        name = _thing(hit) or places.choose(hit, lists.siblings(hit))
        is_part = is_place(hit) and passage.hyphened(hit.first)
        if name and not _is_money(passage, hit):
            yield Candidate(
                first=hit.first,
                last=hit.last,
                type=name.type,
                label=passage.words(hit.first, hit.last),
                key=name.key,
                is_alias=not name.is_main,
                origin=Origin.PART if is_part else Origin.KNOWN,
                confidence=_SURE if len(hit.names) == 1 else _CHOSEN,
            )


def _is_money(passage: Passage, hit: Hit) -> bool:
    """Answer whether the sign of a currency is glued to a name: "US$"."""
    parts, last = passage.tokens, hit.last
    return last < len(parts) and passage.glued(last) and parts[last].word == "$"


def _thing(hit: Hit) -> Name | None:
    """Answer the one thing that is no place that a name means; places go before."""
    if is_place(hit):
        return None
    return max(hit.names, key=lambda name: (name.is_main, ":name:" not in name.key, name.key))


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
