"""Tables of funding partners: a name, then what it gave, a year a column or a year in each cell."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from kg.pages.headings import Headings, says_nothing
from kg.pages.indicators import YEAR
from kg.pages.layout import Layout
from kg.pages.pieces import Piece
from kg.records import Cell, Slice

SUM: Final = re.compile(
    r"(?:[A-Z]{2,3}\s?)?(?:[A-Z]{0,2}\p\s?)?\d[\d.,'’\s]*(?:\s?[^\W\d_]{1,10})?(?:\s?(?:[A-Z]{3}|\p))?".replace(
        r"\p", r"[$€£¥₹]"
    )
)
"""An amount of money with its currency before or behind it, and its scale."""

_YEAR_BEHIND: Final = re.compile(r"\s+[(\[]?((?:19|20)\d\d)[)\]]?$")


@dataclass(slots=True)
class FundingTable:
    """Reads the cells of a table in order."""

    layout: Layout
    headings: Headings
    years: list[str] = field(default_factory=list)
    _name: Slice | None = None
    _row: list[Cell | None] = field(default_factory=list)
    _is_left_out: bool = False

    def read(self, cells: Iterable[Piece]) -> Iterator[Cell]:
        """Answer the amounts of a table, each with the name of who gave it."""
        for piece in cells:
            if says_nothing(piece.raw):
                self._row += [None] if len(piece.raw) <= 1 else []
            elif not self._is_chrome(piece.raw):
                yield from self._said(piece)
        yield from self._ended()

    def _said(self, piece: Piece) -> Iterator[Cell]:
        year = YEAR.fullmatch(piece.raw)
        if year and self._name is None:
            self.years.append(year[1])
        elif cell := self._amount(piece):
            self._row.append(cell)
        elif not self._is_remark(piece.raw):
            yield from self._ended()
            self._name = piece.slice()
            self._is_left_out = self.headings.role(piece.raw) == "total"

    def _ended(self) -> Iterator[Cell]:
        """Answer the amounts of a row. Where cells are missing, no year above is that of another."""
        row, self._row = self._row, []
        years = self.years if len(row) >= len(self.years) else []
        for at, cell in enumerate(row if self._name and not self._is_left_out else ()):
            if cell is not None:
                above = years[at] if at < len(years) else ""
                yield cell._replace(year=cell.year or above)

    def _amount(self, piece: Piece) -> Cell | None:
        """Answer the amount that a cell says, with the year behind it."""
        behind = _YEAR_BEHIND.search(piece.raw)
        raw = piece.raw[: behind.start()] if behind else piece.raw
        if self._name is None or not SUM.fullmatch(raw):
            return None
        year = behind[1] if behind else ""
        return Cell(piece.start, raw, "context", title=self._name, year=year)

    def _is_chrome(self, raw: str) -> bool:
        label = self.layout.label(raw)
        is_known = bool(label and label.role in {"chrome", "end"})
        return is_known or self.headings.role(raw) == "skip"

    def _is_remark(self, raw: str) -> bool:
        """Answer whether a cell goes on about the row: a part of its sum, or its kind of partner."""
        heading = self.headings.heading(raw)
        if heading and heading.role == "part":
            return True
        name = self._name.raw if self._name else ""
        return bool(name) and raw.startswith(name) and len(raw) > len(name)
