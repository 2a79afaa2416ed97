"""Stage 1: a document's bytes become lines, claims, issues, and narratives that wait for stage 2.

Each document is read once. Structured facts need no other document and are mapped at once, with
identity keys in the place of things.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec

from kg import nquads
from kg.documents import Document
from kg.errors import SourceError
from kg.iris import Iris
from kg.mapping.contributions import map_contribution
from kg.mapping.country import map_figure
from kg.mapping.iati import map_node
from kg.mapping.indicators import map_indicator
from kg.mapping.output import Output
from kg.mapping.page import (
    map_narrative,
    map_outcome,
    map_page,
    map_rendition,
    map_source,
)
from kg.records import (
    Claim,
    Contribution,
    CountryFigure,
    Indicator,
    Issue,
    Narrative,
    Node,
    Outcome,
    Page,
    Record,
)
from kg.sources import Source, recognise
from kg.stages.cache import digest, entry
from kg.stages.job import Job
from kg.stages.sink import Sink
from kg.terms import OKG, XSD
from kg.text.besides import besides
from kg.text.rendition import rendition

BROKEN: Final = "broken"
"""The code of the issue that says where a document could not be read on."""


UNKNOWN: Final = "unknown"
"""The kind of a document that no source recognises."""

_STATED: Final[Mapping[type, Callable[[Any, Output], Iterable[Issue] | None]]] = {
    Outcome: map_outcome,
    Indicator: map_indicator,
    Contribution: map_contribution,
    CountryFigure: map_figure,
}
"""What a page states outside of its narratives, and what maps it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Harvested:
    """What stage 1 found a document to be. `reason` says why nothing of it was used."""

    kind: str
    page: Page | None = None
    incomplete: bool = False
    reason: str = ""


def harvest(document: Document, job: Job) -> Path:
    """Answer the cache entry of a document's first stage.

    It holds `harvested.json`, `lines.gz` (in no order, with tokens), `claims` (sorted), `narratives`
    and `issues` (one JSON object a line), and the rendition that evidence points into, where there
    is one, as `<sha256>.txt`.
    """
    hints = str(sorted(document.hints.items()))
    met = str(document.is_member)
    said = (document.key, document.sha256, document.address, hints, met)
    name = digest(*said, job.code, job.rules)
    return entry(job.folder / "harvest", name, lambda folder: _make(document, job.iris, folder))


def unrecognised(document: Document) -> str:
    """Answer why no source recognises a document."""
    unknown = "of no known kind" if document.head().strip() else "empty"
    return besides(document) or unknown


def load(folder: Path) -> Harvested:
    """Answer what stage 1 left in its entry."""
    return msgspec.json.decode((folder / "harvested.json").read_bytes(), type=Harvested)


@dataclass(slots=True)
class _Reading:
    """Maps what comes out of a document, record by record."""

    sink: Sink
    page: Page | None = None
    incomplete: bool = False
    has_rendition: bool = False

    def take(self, record: Record | Issue) -> None:
        """Map one record. Narratives of structured files wait unmapped: most are never read."""
        output = self.sink.output
        match record:
            case Page():
                self.page = record
                map_page(record, output)
            case Outcome() | Indicator() | Contribution() | CountryFigure():
                self.sink.issues.extend(_STATED[type(record)](record, output) or ())
            case Narrative():
                self.sink.narratives.append(record)
                self.has_rendition |= record.text.kind == "rendition"
                if record.text.kind != "narrative":
                    map_narrative(record, output)
            case Node():
                for more in map_node(record, output):
                    self.take(more)
            case Claim():
                output.claims.add(record)
            case Issue():
                self.sink.issues.append(record)
                if record.code == BROKEN:
                    self.incomplete = True
                    _mark_break(record, output)


def _make(document: Document, iris: Iris, folder: Path) -> None:
    source = recognise(document)
    try:
        harvested = _read(document, source, iris, folder) if source else Harvested(kind=UNKNOWN)
    except SourceError as error:
        harvested = Harvested(kind=source.NAME if source else UNKNOWN, reason=str(error))
    if not (folder / "claims").exists():
        Sink(Output(iris.source(document.key), iris), folder).finish()
    (folder / "harvested.json").write_bytes(msgspec.json.encode(harvested))


def _read(document: Document, source: Source, iris: Iris, folder: Path) -> Harvested:
    sink = Sink(Output(iris.source(document.key), iris), folder)
    reading = _Reading(sink)
    for record in source.read(document):
        reading.take(record)
        sink.drain()
    kind = reading.page.kind if reading.page else source.NAME
    map_source(document, kind, sink.output)
    if reading.has_rendition:
        text = rendition(document)
        map_rendition(text.ref.id, sink.output)
        (folder / f"{text.ref.id}.txt").write_text(text.content, encoding="utf-8", newline="\n")
    sink.finish()
    return Harvested(kind=kind, page=reading.page, incomplete=reading.incomplete)


def _mark_break(issue: Issue, output: Output) -> None:
    subject = nquads.iri(output.graph)
    output.typed(subject, OKG.incomplete, "true", XSD.boolean)
    for term, number in ((OKG.breakLine, issue.line), (OKG.breakColumn, issue.column)):
        if number is not None:
            output.typed(subject, term, str(number), XSD.integer)
