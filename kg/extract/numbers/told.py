"""What the words near a number tell of it: that it is an aim, of an earlier time, or a measure."""

from dataclasses import dataclass
from typing import Final

from kg.extract.numbers.quantity import Quantity
from kg.extract.numbers.vicinity import Vicinity

_FAR: Final = 14
_NEAR: Final = 3
_BREAKS: Final = frozenset({",", ";", ".", "("})


@dataclass(frozen=True, slots=True)
class Told:
    """Answers what is told of one number of a passage."""

    near: Vicinity
    position: int
    year: int | None

    def is_aim(self) -> bool:
        """Answer whether a number was planned, promised or asked for: "(plan: 250)", "40 are due"."""
        part, after = self.near.part(self.position), self.near.after(self.position)
        return self.near.says("role.aim_before", part) or self.near.says("role.aim_after", after)

    def is_earlier(self) -> bool:
        """Answer whether a number is of an earlier time: "(44 in 2009)", "a year ago, nine"."""
        before, after = self._spans()
        return (
            self.near.says("role.earlier", before)
            or self.near.says("role.earlier", after)
            or self.near.says("role.earlier_after", after)
            or self._is_bracketed_earlier(before, after)
            or self._is_of_earlier_year(after)
        )

    def is_measure(self) -> bool:
        """Answer whether a number is a price, a share or a size: "costs 5 dollars", "4 euros a head"."""
        before, after = self._spans()
        return (
            self.near.says("role.measure_before", before)
            or self.near.says("role.measure_after", after)
            or self._is_owned()
            or self._is_found()
        )

    def is_start(self) -> bool:
        """Answer whether a number is what another changed from: "rose from 20 to 40", "to 9 from 4"."""
        quantities, passage = self.near.quantities, self.near.passage
        quantity = quantities[self.position]
        if not passage.has("role.from", quantity.start - 1):
            return False
        if self.position + 1 < len(quantities) and self._goes_on(
            quantity, quantities[self.position + 1]
        ):
            return True
        before = quantities[self.position - 1] if self.position else None
        return before is not None and self._came_back(before, quantity)

    def _goes_on(self, start: Quantity, end: Quantity) -> bool:
        passage = self.near.passage
        between = range(start.end, end.start)
        return (
            0 < len(between) <= _FAR
            and passage.has("role.change_to", end.start - 1)
            and end.kind in {start.kind, "percent"}
            and all(passage.tokens[at].word not in _BREAKS for at in between)
        )

    def _came_back(self, end: Quantity, start: Quantity) -> bool:
        passage = self.near.passage
        return (
            start.start - end.end <= _NEAR
            and passage.has("role.back_from", start.start - 1)
            and passage.has("role.change_to", end.start - 1)
        )

    def _spans(self) -> tuple[range, range]:
        return self.near.before(self.position), self.near.after(self.position)

    def _is_bracketed_earlier(self, before: range, after: range) -> bool:
        """Answer whether a bracket sets an earlier number by another: "(2009: 44)", "(44 before)"."""
        if not self.near.is_bracketed(self.position):
            return False
        years = self.near.years(before) + self.near.years(after)
        is_set = self.year is None or any(year <= self.year for year in years)
        return (bool(years) and is_set) or any(
            self.near.says("role.then", span) for span in (before, after)
        )

    def _is_past(self, year: int) -> bool:
        return self.year is None or year < self.year

    def _is_of_earlier_year(self, after: range) -> bool:
        """Answer whether a number is that of an earlier year: "twice the 6 of 2019"."""
        passage = self.near.passage
        if len(after) <= 1 or not passage.has("small.of", after[0]):
            return False
        quantity = self.near.quantities[self.position]
        years = self.near.years(after[1:2])
        return passage.has("small.article", quantity.start - 1) and any(
            self._is_past(year) for year in years
        )

    def _is_found(self) -> bool:
        """Answer whether a share is what a survey found: "a survey of AB says that 40% sold"."""
        quantity = self.near.quantities[self.position]
        floor = self.near.passage.bounds(quantity.first)[0]
        before = range(floor, quantity.start)
        return quantity.kind == "percent" and self.near.says("role.survey", before)

    def _is_owned(self) -> bool:
        """Answer whether a number is all that someone has: "three of its 14 members"."""
        quantity = self.near.quantities[self.position]
        owner = self.near.passage.signs.ends("role.own", quantity.start)
        return owner is not None and quantity.kind == "count"
