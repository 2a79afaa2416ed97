"""What is made of a merged graph: index, Turtle, report, catalog, issues, and the build's record.

All of it but `store/` is the same bytes for the same input; times are told in `run.json`, which
nothing reads.
"""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Final

import msgspec

from kg import catalog, nquads, resources, store
from kg.documents import Document
from kg.exports import export, whole
from kg.inputs import Inputs
from kg.mapping.output import Output
from kg.mapping.page import map_source
from kg.records import Issue
from kg.settings import JUDGEMENTS
from kg.stages.harvest import UNKNOWN, Harvested, unrecognised
from kg.stages.job import Job
from kg.stages.record import BUILD_RECORD
from kg.stages.sink import records
from kg.statistics import Statistics, count
from kg.terms import GEO, OKG, ORG
from kg.validate import Report, Shapes, reports, validate

DATA_FILES: Final = {"graph.nq": "application/n-quads", "graph.ttl": "text/turtle"}
COUNTED: Final = {
    "organisations": ORG.Organization,
    "networks": OKG.Partnership,
    "programmes": OKG.Programme,
    "activities": OKG.Activity,
    "results": OKG.Result,
    "places": GEO.Feature,
    "measurements": OKG.Measurement,
    "participations": OKG.Participation,
    "mentions": OKG.Mention,
}
"""What a build tells the number of, and the class whose entities these are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """All that the products are made from, besides the graph.

    `judgements` is the digest of what people judged, `doubts` what of it could not be followed.
    """

    inputs: Inputs
    copies: dict[str, str]
    sources: tuple[tuple[Document, Harvested, tuple[Path, ...]], ...]
    registers: tuple[str, ...]
    job: Job
    judgements: str = ""
    doubts: tuple[Issue, ...] = ()


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


def states(made: Made) -> tuple[SourceState, ...]:
    """Answer what became of every input, by key."""
    found = [_state(made, document, harvested) for document, harvested, _ in made.sources]
    found += [
        SourceState(key=key, status="copy", reason=f"same bytes as {original}")
        for key, original in made.copies.items()
    ]
    found += [
        SourceState(key=key, status="skipped", reason=reason) for key, reason in made.inputs.skipped
    ]
    return tuple(sorted(found, key=lambda state: state.key))


def _state(made: Made, document: Document, harvested: Harvested) -> SourceState:
    page = harvested.page
    if harvested.kind == UNKNOWN and not harvested.reason:
        status, reason = "skipped", unrecognised(document)
    elif harvested.reason:
        status, reason = "refused", harvested.reason
    else:
        status, reason = ("incomplete", "breaks off") if harvested.incomplete else ("read", "")
    return SourceState(
        key=document.key,
        status=status,
        kind=harvested.kind,
        country=page.country.value if page and page.country else "",
        year=page.year.value if page and page.year else "",
        reason=reason,
        named=document.key in made.inputs.named,
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
) -> tuple[Report, dict[str, int]]:
    """Write every product but the graph itself, and answer the report and the counts."""
    graph = folder / "graph.nq"
    progress("index", 0, 1)
    store.build(graph, folder / "store")
    progress("turtle", 0, 1)
    with (folder / "graph.ttl").open("wb") as stream:
        export(whole(graph), "turtle", stream, base=made.job.settings.base)
    progress("validate", 0, 1)
    report = _validate(made, folder)
    statistics = count(graph)
    _catalog(made, statistics, folder)
    _texts(made, folder)
    issues = _issues(made, folder)
    counts = {"outcomes": _outcomes(folder)}
    counts |= {word: statistics.classes.get(term, 0) for word, term in COUNTED.items()}
    counts |= {"issues": issues, "triples": statistics.triples}
    _record(made, counts, folder)
    return report, counts


def name(folder: Path) -> str:
    """Answer the name of a build: the digest of its record, which holds those of its files."""
    return hashlib.sha256((folder / BUILD_RECORD).read_bytes()).hexdigest()[:16]


def _validate(made: Made, folder: Path) -> Report:
    folders = (resources.folder("ontology"), resources.folder("shapes"))
    shapes = Shapes.load((*folders, *made.job.settings.shapes))
    report = validate(store.open_read_only(folder / "store").quads, shapes)
    for form in ("ttl", "html"):
        (folder / f"report.{form}").write_bytes(reports.find(form).render(report, made.job.iris))
    return report


def _outcomes(folder: Path) -> int:
    """Answer how many outcomes are reported on; those of IATI files are counted as results."""
    query = files(__package__).joinpath("outcomes.rq").read_text(encoding="utf-8")
    answer = store.open_read_only(folder / "store").query(query)
    assert isinstance(answer, store.Table), "outcomes.rq is no SELECT query"
    [[number]] = answer
    return int(number.value) if number is not None else 0


def _catalog(made: Made, statistics: Statistics, folder: Path) -> None:
    description = catalog.Description(
        statistics=statistics,
        dataset=made.job.settings.dataset,
        lang=made.job.settings.languages[0],
        files=[catalog.data_file(folder / file, kind) for file, kind in DATA_FILES.items()],
        registers=[
            catalog.Register(name=i.name, source=i.source, licence=i.licence, date=i.date)
            for i in made.job.registers.infos
            if i.name in made.registers
        ],
    )
    (folder / "catalog.ttl").write_bytes(catalog.turtle(description, made.job.iris))


def _texts(made: Made, folder: Path) -> None:
    """Put the renditions that evidence points into beside the graph."""
    (folder / "text").mkdir()
    for _, _, (harvested, *_) in made.sources:
        for path in sorted(harvested.glob("*.txt")):
            shutil.copyfile(path, folder / "text" / path.name)


def _issues(made: Made, folder: Path) -> int:
    """Write what was not understood, one JSON object a line, by source; answer how many."""
    folders = {document.key: entries for document, _, entries in made.sources}
    told = [
        *(one for state in states(made) for one in _told(state, folders.get(state.key, ()))),
        *(_issue(JUDGEMENTS, issue) for issue in made.doubts),
    ]
    with (folder / "issues.jsonl").open("wb") as stream:
        stream.writelines(msgspec.json.encode(one) + b"\n" for one in told)
    return len(told)


def _told(state: SourceState, entries: tuple[Path, ...]) -> Iterator[dict[str, object]]:
    """Answer what is to be told of a source: what became of it, and its issues in order.

    That a source breaks off is told by the issue that says where.
    """
    if state.reason and state.status not in {"copy", "incomplete"}:
        yield {"source": state.key, "code": state.status, "message": state.reason}
    for entry in entries:
        for issue in records(entry / "issues", Issue):
            yield _issue(state.key, issue)


def _issue(source: str, issue: Issue) -> dict[str, object]:
    told = {"source": source} | msgspec.to_builtins(issue)
    return {name: value for name, value in told.items() if value not in ("", None)}


def _record(made: Made, counts: dict[str, int], folder: Path) -> None:
    """Write what the build read and made; times and the machine are not part of it."""
    digests = {document.key: document.sha256 for document in made.inputs.documents}
    files = sorted(
        path for path in folder.rglob("*") if path.is_file() and _is_listed(path, folder)
    )
    record = {
        "base": made.job.settings.base,
        "settings": made.job.settings.digest,
        "rules": made.job.rules,
        "extractors": [
            {"name": one.name, "version": one.version or made.job.rules[:16]}
            for one in made.job.extractors
        ],
        "registers": list(made.registers),
        "judgements": made.judgements,
        "sources": [
            {
                "key": state.key,
                "sha256": digests.get(state.key, ""),
                "status": state.status,
                "kind": state.kind,
                "country": state.country,
                "year": state.year,
                "reason": state.reason,
            }
            for state in states(made)
        ],
        "counts": counts,
        "files": {path.relative_to(folder).as_posix(): _sha256(path) for path in files},
    }
    encoded = msgspec.json.format(msgspec.json.encode(record), indent=2)
    (folder / BUILD_RECORD).write_bytes(encoded + b"\n")


def _is_listed(path: Path, folder: Path) -> bool:
    return path.relative_to(folder).parts[0] not in {"store", BUILD_RECORD}


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
