"""The order in which a build runs: gather, harvest, extract, resolve, write, and what is made of it.

Everything that is written follows from the inputs, the settings and the rules: no clock, no host.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kg.stages import cache, extract, folder, harvest, products, runs, workers, write
from kg.stages.extract import Slices
from kg.stages.harvest import Harvested
from kg.stages.job import Job, job
from kg.stages.resolve import Resolved, resolve_claims
from kg.stages.slices import Names, Scope
from kg.documents import Document
from kg.errors import BuildError
from kg.inputs import Inputs
from kg.settings import Settings
from kg.validate import Report

Progress = Callable[[str, int, int], None]
"""Called with the stage's name, how many are done, and how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build left: its folder, what became of each source, its counts and its findings."""

    folder: Path
    sources: tuple[products.SourceState, ...]
    counts: dict[str, int]
    report: Report


@dataclass(frozen=True, slots=True)
class _Staged:
    """One document on its way through the stages."""

    document: Document
    harvest: Path
    harvested: Harvested
    extract: Path | None = None

    @property
    def folders(self) -> tuple[Path, ...]:
        """The entries whose lines make up the document's graph."""
        return (self.harvest,) if self.extract is None else (self.harvest, self.extract)


def build(
    inputs: Inputs,
    settings: Settings,
    target: Path,
    *,
    count: int | None = None,
    progress: Progress = lambda _stage, _done, _total: None,
) -> Built:
    """Build the graph of the inputs into a folder, and answer what was made.

    `count` is the number of worker processes; the output does not depend on it.

    Raises:
        BuildError: the folder is in use, or the disk is full; it is as it was.
    """
    try:
        with folder.writing(target), folder.staging(target) as new:
            return _build(inputs, job(target / ".cache", settings), target, new, count, progress)
    except OSError as error:
        where = error.filename or target
        raise BuildError(f"{where}: {error.strerror}: make room or choose another -o") from error


def _build(
    inputs: Inputs, job: Job, target: Path, new: Path, count: int | None, progress: Progress
) -> Built:
    job.folder.mkdir(exist_ok=True)
    distinct, copies = _distinct(inputs.documents)
    processes = workers.count(count, sum(map(_size, distinct)))
    staged = _harvest(distinct, job, processes, progress)
    staged = _extract(staged, job, processes, progress)
    resolved = _resolve(staged, job, new)
    parts = _write(staged, resolved, job, processes, progress)
    made = products.Made(
        inputs=inputs,
        copies=copies,
        sources=tuple((s.document, s.harvested, s.extract) for s in staged),
        registers=resolved.registers,
        job=job,
    )
    progress("merge", 0, 1)
    about = new / "sources"
    runs.save(products.copy_lines(made), about)
    runs.merge([*parts, resolved.lines, about], new / "graph.nq")
    resolved.lines.unlink()
    about.unlink()
    report, counts = products.make(made, new, partial(progress))
    folder.switch(target, new, products.name(new))
    _sweep(staged, parts, job)
    return Built(
        folder=target, sources=products.states(made), counts=counts, report=report
    )


def _distinct(documents: Sequence[Document]) -> tuple[list[Document], dict[str, str]]:
    """Answer the documents to read, and key to key for those with the bytes of another."""
    first: dict[str, Document] = {}
    copies: dict[str, str] = {}
    for document in documents:
        original = first.setdefault(document.sha256, document)
        if original is not document:
            copies[document.key] = original.key
    return list(first.values()), copies


def _size(document: Document) -> int:
    place = document.place
    return len(place) if isinstance(place, bytes) else place.stat().st_size


def _harvest(
    documents: list[Document], job: Job, processes: int, progress: Progress
) -> list[_Staged]:
    made = workers.each(partial(harvest.harvest, job=job), documents, processes)
    counted = _counted("read", made, len(documents), progress)
    return [
        _Staged(document, entry, harvest.load(entry))
        for document, entry in zip(documents, counted, strict=True)
    ]


def _extract(
    staged: list[_Staged], job: Job, processes: int, progress: Progress
) -> list[_Staged]:
    slices = _slices(staged, job)
    waiting = [s for s in staged if extract.wanted(s.harvested, job.settings.text)]
    function = partial(_extract_one, slices=slices, job=job)
    made = _counted(
        "extract", workers.each(function, waiting, processes), len(waiting), progress
    )
    entries = {s.document.key: entry for s, entry in zip(waiting, made, strict=True)}
    return [
        _Staged(s.document, s.harvest, s.harvested, entries.get(s.document.key)) for s in staged
    ]


def _extract_one(staged: _Staged, slices: Slices, job: Job) -> Path:
    return extract.extract(staged.document, staged.harvested, slices, job)


def _slices(staged: list[_Staged], job: Job) -> dict[Scope, Path]:
    """Answer the names that each narrative's scope may know."""
    scopes = {
        extract.scope(narrative, s.harvested)
        for s in staged
        for narrative in extract.wanted(s.harvested, job.settings.text)
    }
    names = Names()
    if scopes:
        for s in staged:
            page = s.harvested.page
            names.add(s.harvest / "claims", page.publisher if page else None)
    return {scope: names.slice(scope, job.folder / "slices") for scope in sorted(scopes, key=str)}


def _resolve(staged: list[_Staged], job: Job, new: Path) -> Resolved:
    files = [entry / "claims" for s in staged for entry in s.folders]
    return resolve_claims(files, job.registers, job.iris, new)


def _write(
    staged: list[_Staged], resolved: Resolved, job: Job, processes: int, progress: Progress
) -> list[Path]:
    function = partial(write.write, table=resolved.table, job=job)
    made = workers.each(function, [s.folders for s in staged], processes)
    return list(_counted("write", made, len(staged), progress))


def _counted(stage: str, answers: Iterator[Path], total: int, progress: Progress) -> Iterator[Path]:
    progress(stage, 0, total)
    for done, answer in enumerate(answers, 1):
        yield answer
        progress(stage, done, total)


def _sweep(staged: list[_Staged], parts: list[Path], job: Job) -> None:
    """Remove from the cache what this build did not use."""
    cache.sweep(job.folder / "harvest", (s.harvest.name for s in staged))
    cache.sweep(job.folder / "extract", (s.extract.name for s in staged if s.extract))
    cache.sweep(job.folder / "write", (part.parent.name for part in parts))
