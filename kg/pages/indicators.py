"""Tables of indicators: what is measured, and which baseline, milestones and results are told.

A cell is a code, a title, a year, what a value is called, a value, or several of these in a row.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, get_args

from kg.pages.headings import Headings, says_nothing
from kg.pages.layout import Layout
from kg.pages.pieces import Piece
from kg.records import Cell, MeasureRole, Slice

YEAR: Final = re.compile(r"[(\[]?((?:19|20)\d\d)[)\]]?(?![\d.,%])[:,]?\s*")
_AMOUNT: Final = re.compile(r"[<>≤≥~]?\s*\d[\d.,\s]*%?(?:\s*\(.*\))?$")
_ROLES: Final = frozenset(get_args(MeasureRole))
_PARTED: Final = re.compile(r"\s*[:=]?\s*")


@dataclass(slots=True)
class Row:
    """A result that rows are of: its identifier without what its publisher puts before all."""

    code: str
    title: Slice | None = None


@dataclass(slots=True)
class Measured:
    """An indicator of a table: its code as published ("" where it has none), title and values."""

    code: str
    statement: str
    title: Slice | None = None
    values: list[Cell] = field(default_factory=list)


@dataclass(slots=True)
class IndicatorTable:
    """Reads the cells of a table in order."""

    layout: Layout
    headings: Headings
    statements: list[Row] = field(default_factory=list)
    found: list[Measured] = field(default_factory=list)
    _open: Row | Measured | None = None
    _role: MeasureRole | None = None
    _year: str = ""

    def read(self, cells: Iterable[Piece]) -> None:
        """Take all cells of a table."""
        line = list(cells)
        for at, piece in enumerate(line):
            following = line[at + 1].raw if at + 1 < len(line) else ""
            self._take(piece, following)

    def _take(self, piece: Piece, following: str) -> None:
        if says_nothing(piece.raw):
            self._nothing()
        elif self.headings.role(piece.raw) == "skip" or self._is_chrome(piece.raw):
            return
        elif not self._begins(piece):
            self._framed(piece, following)

    def _is_chrome(self, raw: str) -> bool:
        label = self.layout.label(raw)
        return bool(label and label.role in {"chrome", "end"}) and not self.headings.role(raw)

    def _nothing(self) -> None:
        """Take an empty cell: of the value that is waited for, or of a year."""
        if self._role is None:
            self._year = ""
        self._role = None

    def _begins(self, piece: Piece) -> bool:
        """Take a cell that begins with the code of an indicator or of a result."""
        code = self.headings.code.match(piece.raw) if self.headings.code else None
        statement = None if code else self.layout.statement.match(piece.raw)
        match = code or statement
        if match is None or piece.raw[match.end() : match.end() + 1].isalnum():
            return False
        if code:
            of = code.groupdict().get("statement") or ""
            self._open = Measured(code[0].removeprefix(self.layout.prefix), of)
            self.found.append(self._open)
        else:
            self._open = Row(match[0].removeprefix(self.layout.prefix))
            self.statements.append(self._open)
        self._role, self._year = None, ""
        if rest := piece.slice(match.end()).raw.lstrip(":-– "):
            self._title(Slice(piece.start + piece.raw.rindex(rest), rest))
        return True

    def _framed(self, piece: Piece, following: str) -> None:
        """Take a cell that may have a year, what a value is called, and the value."""
        at, year = self._a_year(piece.raw, 0)
        if year and at == len(piece.raw) and self._role and not self._is_label(following):
            if _AMOUNT.match(following) and not YEAR.fullmatch(following):
                self._year = year  # it stands between the label and the value
                return
            at, year = 0, ""  # a value that looks like a year
        heading = self.headings.heading(piece.raw, at)
        role = heading.role if heading and heading.role in _ROLES else ""
        if heading and role:
            at = _skip(piece.raw, heading.end)
            at, other = self._a_year(piece.raw, at)
            at, year = _skip(piece.raw, at), year or other
        if not role and not year:
            self._said(piece.slice())
        elif role:
            self._labelled(piece, at, role, year)  # type: ignore[arg-type]  # the roles are those of records
        elif at == len(piece.raw):
            self._year, self._role = year, None
        else:
            self._said(piece.slice())

    def _labelled(self, piece: Piece, at: int, role: MeasureRole, year: str) -> None:
        """Take what a value is called, and the value where it stands in the same cell.

        A year that stands with a value is that of this value alone.
        """
        rest = piece.slice(at)
        if not rest.raw:
            self._role, self._year = role, year or self._year
        elif not says_nothing(rest.raw):
            self._value(rest, role, year or self._year)

    def _a_year(self, raw: str, at: int) -> tuple[int, str]:
        match = YEAR.match(raw, at)
        return (match.end(), match[1]) if match else (at, "")

    def _is_label(self, raw: str) -> bool:
        heading = self.headings.heading(raw)
        return bool(heading and heading.role in _ROLES)

    def _said(self, said: Slice) -> None:
        """Take words: the value that is waited for, a title, or a remark."""
        if self._role:
            self._value(said, self._role, self._year)
            self._role = None
        elif isinstance(self._open, Measured) and self._open.values:
            self._open = Measured("", self._open.statement, said)
            self.found.append(self._open)
            self._year = ""
        else:
            self._title(said)

    def _title(self, said: Slice) -> None:
        if self._open is not None and self._open.title is None:
            self._open.title = said
        elif isinstance(self._open, Row):
            self._open = Measured("", self._open.code, said)
            self.found.append(self._open)

    def _value(self, said: Slice, role: MeasureRole, year: str) -> None:
        if isinstance(self._open, Measured):
            half = len(said.raw) // 2
            is_doubled = role in self.headings.doubled and said.raw[:half] == said.raw[half:]
            if says_nothing(said.raw):
                return
            self._open.values.append(
                Cell(said.start, said.raw, role, year=year, is_doubled=is_doubled)
            )


def _skip(raw: str, at: int) -> int:
    match = _PARTED.match(raw, at)
    return match.end() if match else at
