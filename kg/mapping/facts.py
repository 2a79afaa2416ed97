"""Facts read from a text as lines: mentions, measurements, participations, each with its evidence.

Graph:
    <fact> prov:wasDerivedFrom <evidence> ; prov:wasGeneratedBy <extraction> ; okg:narrative <narrative> .
    <extraction> prov:used <source> ; prov:wasAssociatedWith <extractor> .
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kg import nquads
from kg.identity import keys
from kg.mapping.cells import Cells
from kg.mapping.evidence import map_evidence
from kg.mapping.names import short
from kg.mapping.output import Output
from kg.records import Evidence, Fact, Issue, Measurement, Mention, Narrative, Participation
from kg.terms import FOAF, OA, OKG, PROV, SCHEMA, XSD


class Reader(NamedTuple):
    """An extractor: its name, the digest of the rule set and registers it reads with, its version."""

    name: str
    rules: str
    version: str


_LEAST_LETTERS = 3
"""How long an abbreviation is at least that other sections may mean the same by; shorter ones are local."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Maps the facts of one narrative into the output.

    `scope` is what their names begin with: a short digest of the text that offsets count in.
    `readers` are the extractors, by name.
    """

    narrative: Narrative
    scope: str
    sha256: str
    readers: Mapping[str, Reader]
    country: str | None
    output: Output
    cells: Cells = field(init=False)

    def __post_init__(self) -> None:
        """Look out for the cells of the tables beside the narrative."""
        object.__setattr__(self, "cells", Cells(self.narrative))

    def map(self, fact: Fact, also: Sequence[str] = ()) -> None:
        """Add the lines of one fact, which other extractors may state too."""
        subject = self._lines(fact)
        for extractor in (fact.extractor, *also):
            self.output.add(subject, PROV.wasGeneratedBy, self._extraction(extractor))

    def unread(self) -> Iterator[Issue]:
        """Keep the values of tables that no fact says, and answer an issue for each."""
        for cell in self.cells.unread():
            evidence = self.cells.evidence(cell)
            if evidence is None:
                continue
            subject = self._located("measurement", evidence)
            self.output.type(subject, OKG.Measurement)
            self.output.add(subject, PROV.wasDerivedFrom, self._evidence(evidence))
            narrative = nquads.iri(self.output.iris.of("narrative", self.narrative.id))
            self.output.add(subject, OKG.narrative, narrative)
            yield self.cells.keep(cell, subject, self.output)

    def _lines(self, fact: Fact) -> str:
        """Add what a fact says, and answer its term."""
        match fact:
            case Mention():
                return self._mention(fact)
            case Measurement():
                return self._measurement(fact)
            case Participation():
                return self._participation(fact)

    def _mention(self, fact: Mention) -> str:
        subject = self._fact("mention", fact, OKG.Mention, keys.kind(fact.thing))
        out = self.output
        self._claim(fact)
        out.type(subject, OA.Annotation)
        out.thing(subject, OA.hasBody, fact.thing)
        out.add(subject, OA.hasTarget, self._located("evidence", fact.evidence))
        out.text(subject, OKG.mentionType, fact.type)
        out.text(subject, OKG.surface, fact.label)
        return subject

    def _claim(self, fact: Mention) -> None:
        out = self.output
        out.claim(fact.thing, "class", fact.type)
        out.claim(
            fact.thing, "alias" if fact.is_alias else "label", fact.label, self.narrative.lang
        )
        if len(fact.short) >= _LEAST_LETTERS:
            out.claim(fact.thing, "alias", fact.short, self.narrative.lang)
        if self.country and f":name:{self.country}:" in fact.thing:
            out.claim(fact.thing, "country", self.country)
        for aspect, whole in (("unitOf", fact.unit_of), ("brandOf", fact.brand_of)):
            if whole:
                out.claim(fact.thing, aspect, whole)
                out.claim(whole, "class", "Organisation")
        if fact.size is not None:
            out.claim(fact.thing, "size", str(fact.size))

    def _measurement(self, fact: Measurement) -> str:
        subject = self._fact("measurement", fact, OKG.Measurement)
        out = self.output
        out.typed(subject, OKG.value, nquads.decimal(fact.value), XSD.decimal)
        out.code(subject, OKG.measureKind, "MeasureKind", fact.kind)
        out.code(subject, OKG.qualifier, "Qualifier", fact.qualifier)
        out.code(subject, OKG.role, "MeasurementRole", fact.role)
        if fact.counted:
            out.text(subject, OKG.counted, fact.counted, self.narrative.lang)
        if fact.currency:
            out.code(subject, OKG.currency, "Currency", fact.currency)
        if fact.upper is not None:
            out.typed(subject, OKG.upperValue, nquads.decimal(fact.upper), XSD.decimal)
        if fact.whole:
            out.add(subject, OKG.partOf, self._located("measurement", fact.whole))
        if fact.provider:
            out.thing(subject, OKG.provider, fact.provider)
        if fact.programme:
            out.thing(subject, OKG.programme, fact.programme)
        for place in fact.places:
            out.thing(subject, OKG.place, place)
        self._time(fact, subject)
        self.cells.measured(fact, subject, out)
        return subject

    def _time(self, fact: Measurement, subject: str) -> None:
        """Add the time that a number is of."""
        if fact.period_start:
            self.output.typed(subject, OKG.periodStart, fact.period_start, XSD.date)
        if fact.period_end:
            self.output.typed(subject, OKG.periodEnd, fact.period_end, XSD.date)
        if fact.cumulative is not None:
            self.output.typed(subject, OKG.cumulative, str(fact.cumulative).lower(), XSD.boolean)

    def _participation(self, fact: Participation) -> str:
        content = f"{fact.participant}\n{fact.role}\n{fact.relation}\n{fact.target}"
        subject = self._fact("participation", fact, OKG.Participation, short(content, 8))
        out = self.output
        out.thing(subject, OKG.participant, fact.participant)
        out.thing(subject, OKG.in_ if fact.relation == "in" else OKG.with_, fact.target)
        out.code(subject, OKG.role, "ParticipationRole", fact.role)
        out.code(subject, OKG.status, "ActStatus", fact.status)
        for key in (fact.participant, fact.target):
            out.claim(key, "class", "")
        if fact.place:
            out.thing(subject, OKG.place, fact.place)
        return subject

    def _fact(self, kind: str, fact: Fact, class_iri: str, *more: str) -> str:
        """Add what every fact has, and answer its term."""
        out, evidence = self.output, fact.evidence
        name = "-".join((self.scope, str(evidence.start), str(evidence.end), *more))
        subject = nquads.iri(out.iris.of(kind, name))
        out.type(subject, class_iri)
        out.add(subject, OKG.narrative, nquads.iri(out.iris.of("narrative", fact.narrative)))
        out.typed(subject, OKG.confidence, nquads.decimal(fact.confidence), XSD.decimal)
        out.add(subject, PROV.wasDerivedFrom, self._evidence(evidence))
        return subject

    def _located(self, kind: str, evidence: Evidence) -> str:
        name = f"{self.scope}-{evidence.start}-{evidence.end}"
        return nquads.iri(self.output.iris.of(kind, name))

    def _evidence(self, evidence: Evidence) -> str:
        return map_evidence(evidence, self.scope, self.output)

    def _extraction(self, extractor: str) -> str:
        out, reader = self.output, self.readers[extractor]
        name = (self.sha256[:16], extractor, short(f"{reader.rules}\n{reader.version}"))
        subject = nquads.iri(out.iris.of("extraction", *name))
        out.type(subject, OKG.Extraction)
        out.add(subject, PROV.used, nquads.iri(out.graph))
        out.add(subject, PROV.wasAssociatedWith, self._extractor(reader))
        out.text(subject, OKG.extractor, extractor)
        out.text(subject, OKG.ruleSet, reader.rules)
        return subject

    def _extractor(self, reader: Reader) -> str:
        out = self.output
        subject = nquads.iri(out.iris.of("extractor", reader.name, short(reader.version)))
        out.type(subject, PROV.SoftwareAgent)
        out.text(subject, FOAF.name, reader.name)
        out.text(subject, SCHEMA.softwareVersion, reader.version)
        return subject
