"""The cells of the tables beside a narrative: which fact says each, and what of those that none says.

Graph:
    <measurement> okg:role ; okg:periodStart ; okg:periodEnd ; okg:unread <unread> .
    <unread> a okg:UnreadValue ; okg:rawValue ; okg:path .
    <result> okg:budgeted|okg:spent|okg:utilisation <measurement> .
    <contribution> okg:allocation <measurement> ; okg:share .
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from kg import nquads
from kg.mapping.contributions import contribution_term
from kg.mapping.indicators import link
from kg.mapping.output import Output
from kg.records import Cell, Evidence, Issue, Measurement, Narrative, Table
from kg.terms import OKG, XSD
from kg.text.evidence import evidence, withheld
from kg.text.reading import read

UNREAD = "unread"
"""The code of the issue that says which value of a table could not be understood."""


_MEASURES: Final = {
    "budget": OKG.budgeted,
    "expenditure": OKG.spent,
    "utilisation": OKG.utilisation,
}


@dataclass(slots=True)
class Cells:
    """Knows the cells of a narrative's tables; `said` are the places of those that a fact says."""

    narrative: Narrative
    said: set[int] = field(default_factory=set)

    def measured(self, fact: Measurement, subject: str, output: Output) -> None:
        """Take note of a measurement, and link it to what its cell is a value of."""
        start, end = fact.evidence.start, fact.evidence.end
        for cell, _ in self._all():
            if cell.start <= start and end <= cell.start + len(cell.raw):
                self.said.add(cell.start)
                self._link(subject, cell, output)
                if cell.measure == "allocation" and fact.kind == "percent":
                    goal = self._goal(cell, output)
                    output.typed(goal, OKG.share, nquads.decimal(fact.value), XSD.decimal)

    def unread(self) -> Iterator[Cell]:
        """Answer the cells that no fact says."""
        return (cell for cell, _ in self._all() if cell.start not in self.said)

    def evidence(self, cell: Cell) -> Evidence | None:
        """Answer the words of a cell, or None where they may not be quoted."""
        for own, table in self._all():
            if own is cell:
                first = cell.start - table.start
                last = first + len(cell.raw)
                if any(a < last and first < b for a, b in withheld(table.raw)):
                    return None
                return evidence(self.narrative.text, table.raw, first, last, offset=table.start)
        return None

    def keep(self, cell: Cell, subject: str, output: Output) -> Issue:
        """Keep what a cell says as it stands: a measurement without a value."""
        half = len(cell.raw) // 2 if cell.is_doubled else len(cell.raw)
        raw = read(cell.raw[:half]).text
        unread = nquads.iri(f"{subject[1:-1].replace('/measurement/', '/unread/')}")
        path = f"table/{cell.of}/{cell.role}" if cell.of else f"table/{cell.role}"
        output.code(subject, OKG.role, "MeasurementRole", cell.role)
        if cell.year:
            output.typed(subject, OKG.periodStart, f"{cell.year}-01-01", XSD.date)
            output.typed(subject, OKG.periodEnd, f"{cell.year}-12-31", XSD.date)
        output.add(subject, OKG.unread, unread)
        output.type(unread, OKG.UnreadValue)
        output.text(unread, OKG.rawValue, raw)
        output.text(unread, OKG.path, path)
        self._link(subject, cell, output)
        return Issue(
            code=UNREAD,
            message="this value of a table is no number: kept as it stands",
            path=path,
            start=cell.start,
            raw=raw[:200],
        )

    def _link(self, subject: str, cell: Cell, output: Output) -> None:
        """Say what a measurement is a value of: an indicator, a result's money, or a goal's share."""
        if not cell.of or not self.narrative.outcome:
            return
        if cell.measure == "allocation":
            output.add(self._goal(cell, output), OKG.allocation, subject)
        elif cell.measure:
            result = nquads.iri(output.iris.of("outcome", cell.of))
            output.add(result, _MEASURES[cell.measure], subject)
        elif cell.role != "context":
            link(subject, cell, self.narrative.outcome, output)

    def _goal(self, cell: Cell, output: Output) -> str:
        return contribution_term(self.narrative.outcome or "", "", cell.of, cell.year, output)

    def _all(self) -> Iterator[tuple[Cell, Table]]:
        return ((cell, table) for table in self.narrative.tables for cell in table.cells)
