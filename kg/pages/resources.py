"""Tables of resources: the budget and expenditure of an outcome, of its outputs, or of parts of them.

The headings stand above the columns, or each before its value.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, cast

from kg.pages.funding import SUM
from kg.pages.headings import Headings, says_nothing
from kg.pages.indicators import YEAR, Row
from kg.pages.layout import Layout
from kg.pages.pieces import Piece
from kg.records import Cell, Measure, Slice

_LONGEST_DASH: Final = 2
"""An empty cell has a dash or two; longer ones part the headings from the rows."""

_MEASURES: Final = frozenset({"budget", "expenditure", "utilisation"})


@dataclass(slots=True)
class ResourceTable:
    """Reads the cells of a table in order."""

    layout: Layout
    headings: Headings
    outcome: str
    rows: list[Row] = field(default_factory=list)
    _columns: list[tuple[str, Slice]] = field(default_factory=list)
    _column: int = 0
    _of: str = ""
    _part: Slice | None = None
    _year: str = ""
    _is_left_out: bool = False
    _has_title: bool = True

    def read(self, cells: Iterable[Piece]) -> Iterator[Cell]:
        """Answer the amounts and shares of a table, each with what it is and of what."""
        for piece in cells:
            year = YEAR.fullmatch(piece.raw)
            heading = self.headings.heading(piece.raw)
            if says_nothing(piece.raw):
                self._column += len(piece.raw) <= _LONGEST_DASH
            elif year:
                self._year, self._column = year[1], 0
            elif heading and heading.role in _MEASURES:
                yield from self._headed(piece, heading.role, heading.end)
            elif piece.raw[0].isdigit() or SUM.match(piece.raw) or self._is_open(piece.raw):
                yield from self._value(piece.slice())
            else:
                self._row(piece)

    def _headed(self, piece: Piece, role: str, end: int) -> Iterator[Cell]:
        """Take a heading, and the value where it stands in the same cell."""
        rest = piece.slice(end).raw.lstrip(":= ")
        if self._column:
            self._columns.clear()
        self._columns.append((role, piece.slice(0, end)))
        self._column = 0
        if rest and any(letter.isdigit() for letter in rest):
            self._columns = self._columns[-1:]
            yield from self._value(Slice(piece.start + piece.raw.rindex(rest), rest))

    def _value(self, said: Slice) -> Iterator[Cell]:
        if self._columns and not self._is_left_out:
            role, heading = self._columns[self._column % len(self._columns)]
            measure = "" if self._part else role
            yield Cell(
                said.start,
                said.raw,
                "context",
                title=self._part or heading,
                of=self._of or self.outcome,
                year=self._year,
                measure=cast("Measure", measure),
            )
        self._column += 1

    def _row(self, piece: Piece) -> None:
        """Take what a row is of: an output by its identifier, a part, or all together."""
        role = self.headings.role(piece.raw)
        if role == "skip" or self._is_chrome(piece.raw):
            return
        self._column, self._is_left_out = 0, role == "total"
        if match := self.layout.statement.match(piece.raw):
            code, title = match[0].removeprefix(self.layout.prefix), piece.slice(match.end())
            identifier = self.layout.prefix + code
            self._of = identifier if identifier.startswith(f"{self.outcome}.") else self.outcome
            self._part, self._has_title = None, bool(title.raw)
            self.rows.append(Row(code, title if title.raw else None))
        elif not self._has_title:
            self._has_title = True
            self.rows[-1].title = piece.slice()
        elif not self._is_left_out:
            self._part = piece.slice()

    def _is_open(self, raw: str) -> bool:
        """Answer whether a cell says that its value is still to come."""
        return self.headings.role(raw) == "open"

    def _is_chrome(self, raw: str) -> bool:
        label = self.layout.label(raw)
        return bool(label and label.role in {"chrome", "end"})
