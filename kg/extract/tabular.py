"""The facts of a table beside a narrative: the values of its cells, and who pays in its rows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from kg.extract.cells import CONFIDENCE, Cells, Valued
from kg.extract.funders import Funders
from kg.extract.names.candidate import Candidate, Names
from kg.extract.passage import Passage
from kg.identity import keys
from kg.records import Context, Measurement, Mention, Narrative, Participation, Slice, Table

RULES: Final = "rules"
"""What the facts say that found them."""


@dataclass(slots=True)
class TableReader:
    """Reads one table; `part` is its text as a passage."""

    narrative: Narrative
    context: Context
    part: Passage
    table: Table
    lang: str
    _payers: dict[int, Candidate] = field(default_factory=dict)
    _cells: Cells = field(init=False)
    _values: list[Valued] = field(init=False)

    def __post_init__(self) -> None:
        """Read the cells, each alone."""
        self._cells = Cells(self.narrative, self.table, self.lang, self.context.country)
        self._values = list(self._cells.values())

    def named(self, names: Names) -> Names:
        """Answer the names of the table, with those who pay as organisations."""
        if self.table.kind == "funding":
            names, self._payers = self._funders.named(names)
        return names

    def measurements(
        self, found: Iterable[Measurement | Mention]
    ) -> Iterator[Measurement | Mention]:
        """Answer what the cells measure, then what was found outside of them: no result of it is."""
        yield from map(self._valued, self._values)
        is_known = bool(self.table.cells) or self.table.kind != "indicators"
        for fact in found:
            if isinstance(fact, Mention) or not is_known:
                yield fact
            elif self._counts(fact) and not self._cells.reads(fact.evidence, self._values):
                yield replace(fact, role="context")

    def _counts(self, fact: Measurement) -> bool:
        """Answer whether a number outside of the cells says something: of money, sums and shares do."""
        return self.table.kind == "indicators" or fact.kind in {"currency", "percent"}

    def funding(self) -> Iterator[Participation]:
        """Answer who funds the publisher for this outcome: whoever gave more than nothing some year."""
        publisher = self.context.publisher
        reporter = keys.by_id("org", publisher) if publisher else None
        given = [value for value in self._values if value.quantity.value]
        paid = {value.cell.title.start: value.cell for value in reversed(given)}
        for start, cell in sorted(paid.items()):
            payer = self._payers.get(start)
            last = self._funders.tokens(Slice(cell.start, cell.raw))
            if payer and payer.key and last and reporter and payer.key != reporter:
                name = payer.first, payer.last
                yield Participation(
                    narrative=self.narrative.id,
                    evidence=self.part.evidence(payer.first, last[1], name),
                    participant=payer.key,
                    role="funder",
                    relation="with",
                    target=reporter,
                    confidence=CONFIDENCE,
                    extractor=RULES,
                )

    @property
    def _funders(self) -> Funders:
        return Funders(self.part, self.table.cells, self.context.country)

    def _valued(self, value: Valued) -> Measurement:
        quantity, payer = value.quantity, self._payers.get(value.cell.title.start)
        start, end = value.period
        return Measurement(
            narrative=self.narrative.id,
            evidence=value.evidence,
            value=quantity.value,
            upper=quantity.upper,
            kind=quantity.kind,
            currency=quantity.currency,
            qualifier=quantity.qualifier,
            role=value.cell.role,
            counted=value.counted,
            period_start=start,
            period_end=end,
            cumulative=value.cumulative,
            provider=payer.key if payer else None,
            confidence=CONFIDENCE,
            extractor=RULES,
        )
