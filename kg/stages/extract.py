"""Stage 2: narratives become facts, read with the names that are known in their country.

What is known is the registers and what other documents of the same country or publisher say; the
digest of that slice is part of the entry's name, so that a new name reads its pages again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from kg.documents import Document
from kg.extract.gazetteer import Gazetteer, gazetteer
from kg.extractors import UNANSWERED, Agreed, Extractor, Task, agreed, verified
from kg.identity import claims
from kg.mapping.facts import Facts, Reader
from kg.mapping.output import Output
from kg.mapping.page import map_narrative
from kg.records import Context, Fact, Issue, Measurement, Mention, Narrative, Page
from kg.stages import runs
from kg.stages.cache import digest, entry
from kg.stages.harvest import load
from kg.stages.job import Job, load_registers
from kg.stages.sink import Sink, records
from kg.stages.slices import Scope

Slices = Mapping[Scope, Path]
"""The file of names for each scope that a document's narratives have."""

_RESULTS: Final = "/result/"
"""What the path of a narrative of a structured file holds where it tells of results."""


def wanted(harvest: Path, text: str) -> Iterator[Narrative]:
    """Answer the narratives that the settings want read; those of pages always are."""
    for narrative in records(harvest / "narratives", Narrative):
        if narrative.text.kind != "narrative" or _reads(narrative, text):
            yield narrative


def scope(narrative: Narrative, page: Page | None) -> Scope:
    """Answer whose names a narrative is read with."""
    country = narrative.country or (page.country.value if page and page.country else None)
    return Scope(country, narrative.publisher or (page.publisher if page else None))


def extract(document: Document, harvest: Path, slices: Slices, job: Job) -> Path:
    """Answer the cache entry of a document's second stage: `lines.gz`, `claims` and `issues`."""
    used = sorted({path.name for path in slices.values()})
    name = digest(harvest.name, job.code, job.rules, job.settings.text, *used, *job.read_by)
    return entry(
        job.folder / "extract", name, lambda folder: _make(document, harvest, slices, job, folder)
    )


def _make(document: Document, harvest: Path, slices: Slices, job: Job, folder: Path) -> None:
    page = load(harvest).page
    sink = Sink(Output(job.iris.source(document.key), job.iris), folder)
    extractors = job.extractors
    readers = {
        one.name: Reader(one.name, job.rules, one.version or job.rules[:16]) for one in extractors
    }
    for narrative in wanted(harvest, job.settings.text):
        at = scope(narrative, page)
        if narrative.text.kind == "narrative":
            map_narrative(narrative, sink.output)
        names = _gazetteer(job.settings.registers, at.country, slices[at])
        context = Context(
            country=at.country,
            year=int(page.year.value) if page and page.year else None,
            publisher=at.publisher,
            lang=narrative.lang,
        )
        text = _text_name(narrative, document)
        facts = Facts(narrative, text, document.sha256, readers, at.country, sink.output)
        tasks = [
            Task(
                narrative=narrative,
                context=context,
                gazetteer=names,
                options=one.options,
                folder=job.kept_by(one),
            )
            for one in extractors
        ]
        for said in _read(narrative, zip(extractors, tasks, strict=True)):
            if isinstance(said, Issue):
                sink.issues.append(said)
            else:
                facts.map(*said)
        sink.issues.extend(facts.unread())
        sink.drain()
    sink.finish()


def unanswered(entry: Path) -> int:
    """Answer how many pieces something passing kept from being read: with some, it is made again."""
    found = records(entry / "issues", Issue)
    return sum(issue.count for issue in found if issue.code == UNANSWERED)


def _read(
    narrative: Narrative, tasks: Iterable[tuple[Extractor, Task]]
) -> Iterator[Agreed | Issue]:
    """Answer what all extractors say of a narrative and its text proves."""
    readings = [list(verified(one.read(task), narrative, one.name)) for one, task in tasks]
    if not _reports(narrative, readings):
        readings = [[_sober(one) for one in reading] for reading in readings]
    return agreed(readings)


@lru_cache(maxsize=4)
def _gazetteer(extra: tuple[Path, ...], country: str | None, slice_: Path) -> Gazetteer:
    """Answer the names of a country; the slice's file is named by its digest, so this is pure."""
    said = map(claims.parse, runs.read(slice_))
    return gazetteer(load_registers(extra), country, said)


def _reports(narrative: Narrative, readings: Iterable[list[Fact | Issue]]) -> bool:
    """Answer whether a text reports results: one of no known kind does if it names anything."""
    is_report = narrative.publisher is not None or narrative.text.kind == "narrative"
    return is_report or any(isinstance(one, Mention) for said in readings for one in said)


def _sober(said: Fact | Issue) -> Fact | Issue:
    """Answer a fact of a text that reports no results."""
    if isinstance(said, Measurement) and said.role == "result":
        return replace(said, role="context")
    return said


def _text_name(narrative: Narrative, document: Document) -> str:
    """Answer what the names of a narrative's facts begin with: the text that offsets count in."""
    match narrative.text.kind:
        case "source":
            return document.sha256[:16]
        case "rendition":
            return narrative.text.id[:16]
        case "narrative":
            return narrative.id


def _reads(narrative: Narrative, text: str) -> bool:
    return text == "all" or (text == "results" and _RESULTS in narrative.path)
