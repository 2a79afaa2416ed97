"""What is made of a merged graph: index, Turtle, report, catalog, issues, and the build's record.

All of it but `store/` is the same bytes for the same input; times are told in `run.json`, which
nothing reads.
"""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kg import catalog, nquads, resources, store, validate
from kg.stages import extract
from kg.stages.harvest import BROKEN, UNKNOWN, Harvested
from kg.stages.job import Job
from kg.documents import Document
from kg.exports import turtle
from kg.inputs import Inputs
from kg.mapping.output import Output
from kg.mapping.page import map_source
from kg.records import Issue
from kg.terms import OKG

BUILD_RECORD = "build.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """All that the products are made from, besides the graph."""

    inputs: Inputs
    copies: dict[str, str]
    sources: tuple[tuple[Document, Harvested, Path, Path | None], ...]
    registers: tuple[str, ...]
    job: Job


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceState:
    """What became of one source.

    `status`: read; incomplete (read up to a break); refused (nothing of it was used); skipped (of
    no known kind); copy (the bytes of another source). `reason` says why, or which.
    """

    key: str
    status: str
    kind: str = ""
    country: str = ""
    year: str = ""
    reason: str = ""
    named: bool = False
    issues: tuple[Issue, ...] = ()


def states(made: Made) -> tuple[SourceState, ...]:
    """Answer what became of every input, by key."""
    found = [_state(made, *source) for source in made.sources]
    found += [
        SourceState(key=key, status="copy", reason=f"same bytes as {original}")
        for key, original in made.copies.items()
    ]
    found += [
        SourceState(key=key, status="skipped", reason=reason) for key, reason in made.inputs.skipped
    ]
    return tuple(sorted(found, key=lambda state: state.key))


def _state(
    made: Made, document: Document, harvested: Harvested, _entry: Path, extracted: Path | None
) -> SourceState:
    page = harvested.page
    issues = harvested.issues + (extract.issues(extracted) if extracted else ())
    broken = any(issue.code == BROKEN for issue in issues)
    if harvested.kind == UNKNOWN and not harvested.reason:
        status, reason = "skipped", "of no known kind"
    elif harvested.reason:
        status, reason = "refused", harvested.reason
    else:
        status, reason = ("incomplete", "breaks off") if broken else ("read", "")
    return SourceState(
        key=document.key,
        status=status,
        kind=harvested.kind,
        country=page.country.value if page and page.country else "",
        year=page.year.value if page and page.year else "",
        reason=reason,
        named=document.key in made.inputs.named,
        issues=issues,
    )


def copy_lines(made: Made) -> list[bytes]:
    """Answer the sorted lines about sources whose bytes are those of another, each in its graph."""
    by_key = {document.key: document for document in made.inputs.documents}
    lines: set[str] = set()
    for key, original in made.copies.items():
        iris = made.job.iris
        output = Output(iris.source(key), iris)
        map_source(by_key[key], "copy", output)
        subject = nquads.iri(output.graph)
        output.add(subject, OKG.sameBytesAs, nquads.iri(iris.source(original)))
        lines |= set(output.lines)
    return sorted(line.encode() for line in lines)


def make(
    made: Made, folder: Path, progress: Callable[[str, int, int], None]
) -> tuple[validate.Report, dict[str, int]]:
    """Write every product but the graph itself, and answer the report and the counts."""
    graph = folder / "graph.nq"
    steps = _Steps(progress)
    steps.begin("index")
    store.build(graph, folder / "store")
    steps.begin("turtle")
    with (folder / "graph.ttl").open("wb") as stream:
        turtle.dump(graph, stream, made.job.iris)
    steps.begin("validate")
    shapes = validate.Shapes.load((resources.folder("shapes"), *made.job.settings.shapes))
    report = validate.validate(store.open_read_only(folder / "store"), shapes)
    _reports(report, folder, made.job)
    steps.begin("catalog")
    statistics = catalog.statistics(graph)
    (folder / "catalog.ttl").write_bytes(catalog.turtle(statistics, made))
    _texts(made, folder)
    counts = _counts(statistics, made)
    _issues(made, folder)
    _record(made, counts, folder)
    steps.begin("done")
    return report, counts


def name(folder: Path) -> str:
    """Answer the name of a build: the digest of its record, which holds those of its files."""
    return hashlib.sha256((folder / BUILD_RECORD).read_bytes()).hexdigest()[:16]
