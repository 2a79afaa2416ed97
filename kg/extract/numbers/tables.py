"""Tables that a text copy has turned into lines: a label, a year, or a value on each.

2022
Milestone
8
Result
9
Norway | $150,000 2022 | $120,000 2021 |
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, NamedTuple, get_args

from kg.extract.names.dated import is_year
from kg.extract.numbers.quantity import Quantity
from kg.extract.passage import Passage, Span
from kg.records import MeasureRole

_ROLES: Final = get_args(MeasureRole)
_BAR: Final = "|"
_LEAST_STATEMENT: Final = 4
_MOST_CELL: Final = 6
_MOST_SUMS: Final = 12
_BRACKETS: Final = frozenset("()")


class Cell(NamedTuple):
    """What frames the values of a line."""

    role: MeasureRole
    year: str
    counted: str


@dataclass(slots=True)
class Tables:
    """Reads the lines of a passage that belong to tables, in order."""

    passage: Passage
    _role: MeasureRole | None = None
    _year: str = ""
    _statement: str = ""
    _is_open: bool = False
    _has_sums: bool = False

    def cells(self) -> Mapping[int, Cell]:
        """Answer what frames the values of each line that is of a table, by sentence."""
        return dict(self._cells())

    def _cells(self) -> Iterator[tuple[int, Cell]]:
        for number, (first, last) in enumerate(self.passage.sentences):
            begin, end = self._bare(first, last)
            is_row = any(self.passage.tokens[at].word == _BAR for at in range(begin, end))
            self._has_sums = is_row or (self._has_sums and end - begin <= _MOST_SUMS)
            if self._has_sums:
                yield number, Cell("context", "", "")
            elif end - begin > _MOST_CELL:
                self._role, self._is_open = None, False
                self._statement = self.passage.words(begin, end)
            elif cell := self._cell(begin, end):
                yield number, cell

    def _bare(self, first: int, last: int) -> Span:
        """Answer a sentence without the line ends around it."""
        while first < last and self.passage.tokens[first].word == "\n":
            first += 1
        while last > first and self.passage.tokens[last - 1].word == "\n":
            last -= 1
        return first, last

    def _cell(self, first: int, last: int) -> Cell | None:
        """Answer what frames a short line: it is a year, a label, a value, or some of these."""
        at = first
        if at < last and is_year(self.passage.tokens[at].word):
            self._year, self._role = self.passage.tokens[at].word, None
            at += 1
        if label := self._label(at):
            self._role, at = label[1], label[0]
            self._is_open = True
        if at < last and last - first >= _LEAST_STATEMENT and self._role is None:
            self._statement = self.passage.words(first, last)
        if at == last or self._role is None or not self._is_open:
            return None
        return Cell(self._role, self._year, self._statement) if self._is_value(at, last) else None

    def _label(self, index: int) -> tuple[int, MeasureRole] | None:
        for role in _ROLES:
            if found := self.passage.signs.begins(f"table.{role}", index):
                return found[0], role
        return None

    def _is_value(self, first: int, last: int) -> bool:
        """Answer whether a number stands here, with nothing but a remark in brackets behind it."""
        parts = self.passage.tokens
        if not parts[first].word[0].isdigit():
            return False
        rest = [token.word for token in parts[first + 1 : last]]
        return not any(word.isalpha() for word in rest) or bool(_BRACKETS & set(rest))


def undoubled(quantity: Quantity, passage: Passage, cell: Cell) -> Quantity:
    """Answer a number as it is: text copies show the value of a baseline twice ("99" is 9)."""
    word = passage.tokens[quantity.first].word
    half = len(word) // 2
    is_doubled = cell.role == "baseline" and word[:half] == word[half:] and word.isdigit()
    return replace(quantity, value=Decimal(word[:half])) if is_doubled else quantity


def year_after(passage: Passage, quantity: Quantity) -> str:
    """Answer the year that stands right behind a sum in a row of sums."""
    at = quantity.end
    is_next = at < len(passage.tokens) and is_year(passage.tokens[at].word)
    return passage.tokens[at].word if is_next else ""
