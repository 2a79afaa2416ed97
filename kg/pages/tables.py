"""The tables beside a narrative as records: their cells, and what is measured in them."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Final, NamedTuple, cast, get_args

from kg.pages.funding import FundingTable
from kg.pages.indicators import IndicatorTable, Measured, Statement
from kg.pages.layout import Layout
from kg.pages.pieces import pieces
from kg.pages.sections import Part
from kg.records import Cell, Indicator, LangText, Outcome, Slice, Table, TableKind
from kg.text.language import language
from kg.text.reading import read

_KINDS: Final = frozenset(get_args(TableKind))
_DIGEST: Final = 16


class Tables(NamedTuple):
    """Reads the tables of one outcome; `outcome` is its identifier, "" where it has none."""

    content: str
    layout: Layout
    lang: str
    outcome: str

    def of(self, part: Part) -> tuple[Table | None, list[Outcome | Indicator]]:
        """Answer a table with its cells, and the results and indicators that it tells of."""
        if part.kind not in _KINDS:
            return None, []
        kind, span = cast("TableKind", part.kind), part.span
        cells: tuple[Cell, ...] = ()
        told: list[Outcome | Indicator] = []
        headings = self.layout.tables.get(kind)
        if headings and kind == "funding":
            cells = tuple(FundingTable(self.layout, headings).read(pieces(self.content, span)))
        elif headings and kind == "indicators":
            table = IndicatorTable(self.layout, headings)
            table.read(pieces(self.content, span))
            found = [one for one in table.found if one.title and (one.code or one.values)]
            cells = tuple(cell for one in found for cell in self._cells(one))
            told = [*self._outputs(table.statements, found), *map(self._indicator, found)]
        told = told if self.outcome else []
        return Table(kind, span[0], self.content[slice(*span)], cells), told

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

    def _outputs(self, told: list[Statement], found: list[Measured]) -> Iterator[Outcome]:
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
