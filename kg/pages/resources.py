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
    _row: list[Cell | None] = field(default_factory=list)
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
                self._row += [None] if len(piece.raw) <= _LONGEST_DASH and self._is_in_row else []
            elif year:
                yield from self._ended()
                self._year = year[1]
            elif heading and heading.role in _MEASURES:
                yield from self._headed(piece, heading.role, heading.end)
            elif piece.raw[0].isdigit() or SUM.match(piece.raw) or self._is_open(piece.raw):
                self._row.append(self._value(piece.slice()))
            elif not self._is_skipped(piece.raw):
                yield from self._ended()
                self._begin(piece)
        yield from self._ended()

    def _headed(self, piece: Piece, role: str, end: int) -> Iterator[Cell]:
        """Take a heading, and the value where it stands in the same cell."""
        if self._row:
            yield from self._ended()
            self._columns.clear()
        self._columns.append((role, piece.slice(0, end)))
        rest = piece.slice(end).raw.lstrip(":= ")
        if rest and any(letter.isdigit() for letter in rest):
            self._columns = self._columns[-1:]
            self._row.append(self._value(Slice(piece.start + piece.raw.rindex(rest), rest)))

    def _value(self, said: Slice) -> Cell:
        return Cell(said.start, said.raw, "context", of=self._of or self.outcome, year=self._year)

    def _ended(self) -> Iterator[Cell]:
        """Answer the values of a row. Where some are missing, nothing tells which they are."""
        row, self._row = self._row, []
        is_whole = len(row) >= len(self._columns)
        for at, cell in enumerate(row if not self._is_left_out else ()):
            if cell is None or at >= len(self._columns):
                continue
            role, heading = self._columns[at]
            is_told = is_whole and not self._part
            measure = cast("Measure", role if is_told else "")
            title = self._part or (heading if is_whole else Slice(0, ""))
            yield cell._replace(title=title, measure=measure)

    def _begin(self, piece: Piece) -> None:
        """Take what a row is of: an output by its identifier, a part, or all together."""
        self._is_left_out = self.headings.role(piece.raw) == "total"
        if match := self.layout.statement.match(piece.raw):
            code, title = match[0].removeprefix(self.layout.prefix), piece.slice(match.end())
            identifier = self.layout.prefix + code
            self._of = identifier if identifier.startswith(f"{self.outcome}.") else self.outcome
            is_own = identifier == self.outcome or self._of != self.outcome
            self._part = None if is_own else piece.slice()
            self._has_title = bool(title.raw) or self._part is not None
            if self._part is None:
                self.rows.append(Row(code, title if title.raw else None))
        elif not self._has_title:
            self._has_title = True
            self.rows[-1].title = piece.slice()
        elif not self._is_left_out:
            self._part = piece.slice()

    @property
    def _is_in_row(self) -> bool:
        return bool(self._columns and (self._row or self._of or self._part or self._year))

    def _is_skipped(self, raw: str) -> bool:
        return self.headings.role(raw) == "skip" or self._is_chrome(raw)

    def _is_open(self, raw: str) -> bool:
        """Answer whether a cell says that its value is still to come."""
        return self.headings.role(raw) == "open"

    def _is_chrome(self, raw: str) -> bool:
        label = self.layout.label(raw)
        return bool(label and label.role in {"chrome", "end"})
