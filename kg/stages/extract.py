"""Stage 2: narratives become facts, read with the names that are known in their country.

What is known is the registers and what other documents of the same country or publisher say; the
digest of that slice is part of the entry's name, so that a new name reads its pages again.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import msgspec

from kg.documents import Document
from kg.extract import extract as facts_of
from kg.extract.gazetteer import Gazetteer, gazetteer
from kg.identity import claims
from kg.mapping.facts import Facts
from kg.mapping.output import Output
from kg.records import Context, Issue, Narrative
from kg.stages import runs
from kg.stages.cache import digest, entry
from kg.stages.harvest import Harvested, Sink
from kg.stages.job import Job, load_registers
from kg.stages.slices import Scope

Slices = Mapping[Scope, Path]


def wanted(harvested: Harvested, text: str) -> list[Narrative]:
    """Answer the narratives that the settings want read; those of pages always are."""
    return [n for n in harvested.narratives if n.text.kind != "narrative" or _reads(n, text)]


def scope(narrative: Narrative, harvested: Harvested) -> Scope:
    """Answer whose names a narrative is read with."""
    page = harvested.page
    country = narrative.country or (page.country.value if page and page.country else None)
    return Scope(country, narrative.publisher or (page.publisher if page else None))


def extract(document: Document, harvested: Harvested, slices: Slices, job: Job) -> Path:
    """Answer the cache entry of a document's second stage: `lines`, `claims`, `issues.json`."""
    narratives = wanted(harvested, job.settings.text)
    names = sorted({slices[scope(n, harvested)].name for n in narratives})
    name = digest(document.key, document.sha256, job.code, job.rules, *names)
    return entry(
        job.folder / "extract",
        name,
        lambda folder: _make(document, harvested, slices, job, folder),
    )


def issues(folder: Path) -> tuple[Issue, ...]:
    """Answer the issues that stage 2 left in its entry."""
    return msgspec.json.decode((folder / "issues.json").read_bytes(), type=tuple[Issue, ...])


def _make(
    document: Document,
    harvested: Harvested,
    slices: Slices,
    job: Job,
    folder: Path,
) -> None:
    sink = Sink(Output(job.iris.source(document.key), job.iris), folder)
    found: list[Issue] = []
    for narrative in wanted(harvested, job.settings.text):
        at = scope(narrative, harvested)
        page = harvested.page
        year = int(page.year.value) if page and page.year else None
        context = Context(
            country=at.country, year=year, publisher=at.publisher, lang=narrative.lang
        )
        facts = Facts(
            narrative,
            _scope_name(narrative, document),
            document.sha256,
            job.rules,
            at.country,
            sink.output,
        )
        names = _gazetteer(job.settings.registers, at.country, slices[at])
        for fact in facts_of(narrative, context, names):
            if isinstance(fact, Issue):
                found.append(fact)
            else:
                facts.map(fact)
        sink.drain()
    sink.finish()
    (folder / "issues.json").write_bytes(msgspec.json.encode(found))


@lru_cache(maxsize=4)
def _gazetteer(extra: tuple[Path, ...], country: str | None, slice_: Path) -> Gazetteer:
    """Answer the names of a country; the slice's file is named by its digest, so this is pure."""
    said = map(claims.parse, runs.read(slice_))
    return gazetteer(load_registers(extra), country, said)


def _scope_name(narrative: Narrative, document: Document) -> str:
    """Answer what the names of a narrative's facts begin with: the text that offsets count in."""
    match narrative.text.kind:
        case "source":
            return document.sha256[:16]
        case "rendition":
            return narrative.text.id[:16]
        case "narrative":
            return narrative.id


def _reads(narrative: Narrative, text: str) -> bool:
    return text == "all" or (text == "results" and narrative.about is not None)
