"""The tables beside a narrative as records: their cells, and what is measured in them."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Final, NamedTuple, cast, get_args

from kg.pages.alignments import Alignments
from kg.pages.funding import FundingTable
from kg.pages.indicators import IndicatorTable, Measured, Row
from kg.pages.layout import Layout
from kg.pages.pieces import pieces
from kg.pages.resources import ResourceTable
from kg.pages.sections import Part
from kg.records import (
    Cell,
    Indicator,
    LangText,
    Outcome,
    Slice,
    Statement,
    Table,
    TableKind,
    TextRef,
)
from kg.text.language import language
from kg.text.reading import read

_KINDS: Final = frozenset(get_args(TableKind))
_DIGEST: Final = 16


class Tables(NamedTuple):
    """Reads the tables of one outcome in the year of the page; `outcome` is its identifier, or ""."""

    content: str
    ref: TextRef
    layout: Layout
    lang: str
    outcome: str
    year: str

    def of(self, part: Part) -> tuple[Table | None, list[Statement]]:
        """Answer a table with its cells, and the results, indicators and alignments that it tells of."""
        aligned = Alignments(self.content, self.ref, self.layout, self.outcome, self.year)
        told: Iterable[Statement] = ()
        cells: Iterable[Cell] = ()
        match part.kind:
            case "markers":
                told = aligned.markers(part.span)
            case "functions":
                told = aligned.functions(part.span)
            case "goals":
                told, cells = aligned.goals(part.span)
            case "indicators":
                told, cells = self._indicators(part, aligned)
            case "funding" if headings := self.layout.tables.get("funding"):
                cells = FundingTable(self.layout, headings).read(pieces(self.content, part.span))
            case "resources" if headings := self.layout.tables.get("resources"):
                reader = ResourceTable(self.layout, headings, self.outcome)
                cells = list(reader.read(pieces(self.content, part.span)))
                told = self._outputs(reader.rows, [])
        stated = list(told) if self.outcome else []
        if part.kind not in _KINDS:
            return None, stated
        raw = self.content[slice(*part.span)]
        return Table(cast("TableKind", part.kind), part.span[0], raw, tuple(cells)), stated

    def _indicators(self, part: Part, aligned: Alignments) -> tuple[list[Statement], list[Cell]]:
        headings = self.layout.tables.get("indicators")
        if headings is None:
            return [], []
        table = IndicatorTable(self.layout, headings)
        table.read(pieces(self.content, part.span))
        found = [one for one in table.found if one.title and (one.code or one.values)]
        told: list[Statement] = [*self._outputs(table.statements, found)]
        told += map(self._indicator, found)
        for one in found:
            told += aligned.cited(one.title or Slice(0, ""), self._code(one))
        return told, [cell for one in found for cell in self._cells(one)]

    def _cells(self, found: Measured) -> Iterator[Cell]:
        title = found.title or Slice(0, "")
        for cell in found.values:
            yield cell._replace(title=title, of=self._code(found))

    def _code(self, found: Measured) -> str:
        """Answer the code of an indicator, or a digest of its title where it has none."""
        title = found.title.raw if found.title else ""
        return found.code or sha256(_clean(title).encode()).hexdigest()[:_DIGEST]

    def _result(self, code: str) -> str:
        """Answer the identifier of a result that is a part of the outcome; else that of the outcome."""
        identifier = self.layout.prefix + code.removeprefix(self.layout.prefix)
        return identifier if identifier.startswith(f"{self.outcome}.") else self.outcome

    def _outputs(self, told: list[Row], found: list[Measured]) -> Iterator[Outcome]:
        """Answer the outputs that have a row, or an indicator."""
        titles = {self._result(one.statement): None for one in found}
        said = {self._result(one.code): one.title for one in told}
        for identifier, title in sorted((titles | said).items()):
            if identifier != self.outcome:
                yield Outcome(
                    publisher=self.layout.publisher,
                    identifier=identifier,
                    published=identifier.removeprefix(self.layout.prefix),
                    level="output",
                    within=self.outcome,
                    title=self._text(title) if title else None,
                )

    def _indicator(self, found: Measured) -> Indicator:
        title = found.title
        return Indicator(
            outcome=self.outcome,
            result=self._result(found.statement),
            code=self._code(found),
            published=found.code,
            title=self._text(title) if title else None,
            line=self.content.count("\n", 0, title.start) + 1 if title else 0,
        )

    def _text(self, said: Slice) -> LangText:
        clean = _clean(said.raw)
        return LangText(clean, language(clean) or self.lang)


def _clean(raw: str) -> str:
    return " ".join(read(raw).text.split())
