"""The vicinity of a number: the words that may tell of it, and of no other number."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kg.extract.names.candidate import Names
from kg.extract.names.dated import is_year
from kg.extract.numbers.quantity import Quantity
from kg.extract.passage import Passage

_REACH: Final = 8
_BACK: Final = (1, 2, 3)
_MARKS: Final = frozenset({";", ".", "(", ")", "\u2013", "\u2014", "\u00bb", "\u00ab"})
_COMMA: Final = frozenset({","})
_PARTS: Final = _MARKS | _COMMA | {":"}
_OPENS: Final = frozenset({"(", "\u2013", "\u2014"})
_CLOSES: Final = frozenset({")", ";", "\u2013", "\u2014"})


@dataclass(frozen=True, slots=True)
class Vicinity:
    """Answers what is said near the numbers of one passage."""

    passage: Passage
    quantities: Sequence[Quantity]
    names: Names

    def before(self, position: int) -> range:
        """Answer the tokens before a number: up to a mark, or to the part that has another number."""
        quantity = self.quantities[position]
        floor = self.passage.bounds(quantity.first)[0]
        behind = max(floor, self.quantities[position - 1].end) if position else floor
        first = quantity.start
        while first > max(behind, quantity.start - _REACH) and not self._is(_MARKS, first - 1):
            first -= 1
        if first > behind or behind == floor:
            return range(first, quantity.start)
        commas = (at + 1 for at in range(behind, quantity.start) if self._is(_COMMA, at))
        return range(next(commas, behind), quantity.start)

    def part(self, position: int) -> range:
        """Answer the tokens before a number from the last comma on, unless it is right before it."""
        before = self.before(position)
        commas = [at + 1 for at in before[:-1] if self._is(_COMMA, at)]
        return range(max(commas, default=before.start), before.stop)

    def after(self, position: int) -> range:
        """Answer the tokens after a number: up to a mark, a comparison or the next number."""
        quantity = self.quantities[position]
        limit = min(self.passage.bounds(quantity.first)[1], quantity.end + _REACH)
        if position + 1 < len(self.quantities):
            limit = min(limit, self.quantities[position + 1].start)
        last = quantity.end
        while last < limit and not self._is(_PARTS, last) and not self._compares(last):
            last += 1
        return range(quantity.end, max(last, quantity.end))

    def says(self, kind: str, span: range) -> bool:
        """Answer whether a sign of a kind stands in some tokens, in no name, and not after "than"."""
        return any(
            found[0] <= span.stop
            and not any(self.passage.has("role.than", at - back) for back in _BACK)
            and not self.names.within(at, found[0])
            for at in span
            if (found := self.passage.signs.begins(kind, at))
        )

    def is_bracketed(self, position: int) -> bool:
        """Answer whether a number stands in a bracket, or between dashes, with no other."""
        first, last = self.before(position).start - 1, self.after(position).stop
        return self._is(_OPENS, first) and self._is(_CLOSES, last)

    def _is(self, marks: frozenset[str], index: int) -> bool:
        return self.passage.fold(index) in marks

    def _compares(self, index: int) -> bool:
        return self.passage.signs.begins("role.against", index) is not None

    def years(self, span: range) -> list[int]:
        """Answer the years that some tokens name."""
        words = (self.passage.tokens[at].word for at in span)
        return [int(word) for word in words if is_year(word)]
