"""Stage 1: a document's bytes become lines, claims, issues, and narratives that wait for stage 2.

Each document is read once. Structured facts need no other document and are mapped at once, with
identity keys in the place of things.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import msgspec

from kg import nquads
from kg.documents import Document
from kg.errors import SourceError
from kg.identity import claims
from kg.iris import Iris
from kg.mapping.iati import map_node
from kg.mapping.output import Output
from kg.mapping.page import map_narrative, map_outcome, map_page, map_source
from kg.records import Claim, Issue, Key, Narrative, Node, Outcome, Page, Record
from kg.sources import Source, recognise
from kg.stages.cache import digest, entry
from kg.stages.job import Job
from kg.stages.runs import Runs
from kg.terms import OKG, XSD
from kg.text.rendition import rendition

DRAIN_LINES: Final = 50_000
"""How many lines are held before they go to disk."""

BROKEN: Final = "broken"
"""The code of the issue that says where a document could not be read on."""


UNKNOWN: Final = "unknown"
"""The kind of a document that no source recognises."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Harvested:
    """What stage 1 found a document to be. `reason` says why nothing of it was used."""

    kind: str
    page: Page | None = None
    narratives: tuple[Narrative, ...] = ()
    issues: tuple[Issue, ...] = ()
    reason: str = ""


def harvest(document: Document, job: Job) -> Path:
    """Answer the cache entry of a document's first stage.

    It holds `harvested.json`, `lines` (in no order, with tokens), `claims` (sorted), and the
    rendition that evidence points into, where there is one, as `<sha256>.txt`.
    """
    hints = str(sorted(document.hints.items()))
    name = digest(document.key, document.sha256, document.address, hints, job.code)
    return entry(job.folder / "harvest", name, lambda folder: _make(document, job.iris, folder))


def load(folder: Path) -> Harvested:
    """Answer what stage 1 left in its entry."""
    return msgspec.json.decode((folder / "harvested.json").read_bytes(), type=Harvested)


@dataclass(slots=True)
class Sink:
    """Where the lines and claims of a document go: into memory, and from there to files."""

    output: Output
    folder: Path
    claims: Runs = field(init=False)

    def __post_init__(self) -> None:
        """Begin with empty files."""
        self.claims = Runs(self.folder)
        (self.folder / "lines").write_bytes(b"")

    def drain(self, at_lines: int = DRAIN_LINES) -> None:
        """Write out what is held, where it is at least so many lines."""
        if len(self.output.lines) < at_lines:
            return
        with (self.folder / "lines").open("ab") as stream:
            stream.write("".join([f"{line}\n" for line in self.output.lines]).encode())
        self.claims.extend([claims.line(claim) for claim in self.output.claims])
        self.output.lines.clear()
        self.output.claims.clear()

    def finish(self) -> None:
        """Write out all that is held; each code that was used is a claim too."""
        for scheme, code in self.output.codes:
            self.output.claim(Key(f"code:{scheme}:{code}"), "class", "")
        self.drain(0)
        self.claims.write(self.folder / "claims")


@dataclass(slots=True)
class _Reading:
    """What came out of a document so far, besides lines and claims."""

    output: Output
    page: Page | None = None
    narratives: list[Narrative] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def take(self, record: Record | Issue) -> None:
        """Map one record."""
        match record:
            case Page():
                self.page = record
                map_page(record, self.output)
            case Outcome():
                map_outcome(record, self.output)
            case Narrative():
                self.narratives.append(record)
                map_narrative(record, self.output)
            case Node():
                for more in map_node(record, self.output):
                    self.take(more)
            case Claim():
                self.output.claims.add(record)
            case Issue():
                self.issues.append(record)
                if record.code == BROKEN:
                    _mark_break(record, self.output)


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
    output = Output(iris.source(document.key), iris)
    sink, reading = Sink(output, folder), _Reading(output)
    for record in source.read(document):
        reading.take(record)
        sink.drain()
    kind = reading.page.kind if reading.page else source.NAME
    map_source(document, kind, output)
    if any(narrative.text.kind == "rendition" for narrative in reading.narratives):
        text = rendition(document)
        (folder / f"{text.ref.id}.txt").write_text(text.content, encoding="utf-8", newline="\n")
    sink.finish()
    return Harvested(
        kind=kind,
        page=reading.page,
        narratives=tuple(reading.narratives),
        issues=tuple(reading.issues),
    )


def _mark_break(issue: Issue, output: Output) -> None:
    subject = nquads.iri(output.graph)
    output.typed(subject, OKG.incomplete, "true", XSD.boolean)
    for term, number in ((OKG.breakLine, issue.line), (OKG.breakColumn, issue.column)):
        if number is not None:
            output.typed(subject, term, str(number), XSD.integer)
