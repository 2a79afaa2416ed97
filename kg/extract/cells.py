"""The values of a table whose cells are known: the one number that a cell says, or none."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from kg.extract.names.dated import is_year
from kg.extract.numbers.frames import Frames
from kg.extract.numbers.quantities import Quantities
from kg.extract.numbers.quantity import Quantity
from kg.extract.passage import Passage, passage
from kg.records import Cell, Evidence, Narrative, Qualifier, Table
from kg.text.evidence import evidence, withheld
from kg.text.reading import read

CONFIDENCE: Final = Decimal("0.9")
_MOST_WORDS: Final = 3
"""How many words may stand behind a number that they say the unit of; more tell a story."""

_BRACKETS: Final = frozenset("([")
_SIGNS: Final[dict[str, Qualifier]] = {
    ">": "moreThan", "<": "lessThan", "≥": "atLeast", "≤": "atMost", "~": "about", "≈": "about",
}  # fmt: skip


class Valued(NamedTuple):
    """A cell, the number it says, and the words of the table that say it."""

    cell: Cell
    quantity: Quantity
    evidence: Evidence
    cumulative: bool | None

    @property
    def period(self) -> tuple[str, str]:
        """Answer the first and the last day of its year."""
        if not self.cell.year:
            return "", ""
        year = int(self.cell.year)
        return date(year, 1, 1).isoformat(), date(year, 12, 31).isoformat()

    @property
    def counted(self) -> str:
        """Answer what is counted: the title of an indicator; of money nothing is said."""
        return " ".join(read(self.cell.title.raw).text.split()) if self.cell.of else ""


@dataclass(frozen=True, slots=True)
class Cells:
    """Reads the cells of a table beside a narrative."""

    narrative: Narrative
    table: Table
    lang: str
    country: str | None

    def values(self) -> Iterator[Valued]:
        """Answer the cells that say one number, in order."""
        for cell in self.table.cells:
            half = len(cell.raw) // 2 if cell.is_doubled else len(cell.raw)
            said = passage(self.narrative.text, cell.raw[:half], cell.start, self.lang)
            quantity = self._only(said)
            if quantity and not self._is_withheld(cell):
                frames = Frames(said, (), self.country)
                yield Valued(
                    cell,
                    quantity,
                    self._evidence(said, quantity, cell),
                    frames.period(quantity).cumulative,
                )

    def reads(self, found: Evidence, values: Iterable[Valued]) -> bool:
        """Answer whether some words are those of a value, or stand in a cell that says none."""
        read = {value.cell.start: value.evidence for value in values}
        for cell in self.table.cells:
            if cell.start <= found.start and found.end <= cell.start + len(cell.raw):
                own = read.get(cell.start)
                return own is None or (own.start < found.end and found.start < own.end)
        return False

    def _only(self, said: Passage) -> Quantity | None:
        """Answer the number of a cell that says nothing else but its unit and a remark."""
        found = list(Quantities(said, self.country).all())
        words = [token.word for token in said.tokens]
        end = next((at for at, word in enumerate(words) if word in _BRACKETS), len(words))
        outside = [quantity for quantity in found if quantity.first < end]
        if len(outside) != 1 or outside[0].is_spelled:
            return None
        quantity = outside[0]
        unit = [word for word in words[quantity.end : end] if word != "."]
        if len(unit) > _MOST_WORDS or not all(word.isalpha() for word in unit):
            return None
        if unit and quantity.kind == "count" and is_year(words[quantity.first]):
            return None
        if quantity.start == 0:
            return quantity
        sign = _SIGNS.get(words[0]) if quantity.start == 1 else None
        return replace(quantity, qualifier=sign) if sign else None

    def _evidence(self, said: Passage, quantity: Quantity, cell: Cell) -> Evidence:
        """Answer the number as it stands in the table: twice, where it is shown so."""
        if cell.is_doubled:
            span = 0, len(cell.raw)
        else:
            tokens = said.tokens
            span = said.reading.span(tokens[quantity.first].start, tokens[quantity.last - 1].end)
        at = cell.start - self.table.start
        return evidence(
            self.narrative.text,
            self.table.raw,
            at + span[0],
            at + span[1],
            offset=self.table.start,
        )

    def _is_withheld(self, cell: Cell) -> bool:
        first = cell.start - self.table.start
        last = first + len(cell.raw)
        return any(a < last and first < b for a, b in withheld(self.table.raw))
