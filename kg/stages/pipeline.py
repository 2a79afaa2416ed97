"""The order in which a build runs: gather, harvest, extract, resolve, write, and what is made of it.

Everything that is written follows from the inputs, the settings and the rules: no clock, no host.
"""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from kg.documents import Document
from kg.errors import BuildError, SourceError
from kg.identity import judgements
from kg.inputs import Inputs
from kg.settings import Settings
from kg.stages import cache, extract, folder, harvest, products, repeat, runs, workers, write
from kg.stages.built import Built
from kg.stages.extract import Slices
from kg.stages.harvest import Harvested
from kg.stages.job import Job, job
from kg.stages.resolve import THINGS, resolve_claims
from kg.stages.run import Clock
from kg.stages.slices import Names, Scope
from kg.stages.workers import Crew, Progress

SLICES: Final = "slices"


def _silent(_stage: str, _done: int, _total: int) -> None:
    """Tell nobody."""


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

    @property
    def unanswered(self) -> int:
        """How many pieces of its text an extractor could not be asked about."""
        return extract.unanswered(self.extract) if self.extract else 0


class _Waiting(NamedTuple):
    """A document with narratives to read, and the names to read them with."""

    document: Document
    harvest: Path
    slices: Slices


def build(
    inputs: Inputs,
    settings: Settings,
    target: Path,
    *,
    count: int | None = None,
    progress: Progress = _silent,
) -> Built:
    """Build the graph of the inputs into a folder, and answer what was made.

    `count` is the number of worker processes; the output does not depend on it.

    Raises:
        BuildError: the folder is in use, or the disk is full; it is as it was.
    """
    try:
        with folder.writing(target):
            todo = job(target / folder.CACHE, settings)
            asked = repeat.asked(inputs, todo)
            if known := repeat.recall(target, asked):
                return replace(known, folder=target)
            clock = Clock(progress)
            crew = Crew(workers.count(count, sum(map(_size, inputs.documents))), clock)
            with folder.staging(target) as new:
                built = _build(inputs, todo, new, crew)
                folder.switch(target, new, products.name(new))
            repeat.remember(target, asked, built)
            clock.write(target / "run.json", crew.processes)
            return replace(built, folder=target)
    except OSError as error:
        where = error.filename or target
        raise BuildError(f"{where}: {error.strerror}: make room or choose another -o") from error


def _build(inputs: Inputs, job: Job, new: Path, crew: Crew) -> Built:
    cache.private(job.folder)
    distinct, copies = _distinct(inputs.documents)
    staged = _harvest(distinct, job, crew)
    _require_something(staged)
    staged = _extract(staged, job, crew)
    claims = [entry / "claims" for s in staged for entry in s.folders]
    judged = judgements.load(job.settings.judgements)
    resolved = resolve_claims(claims, job.registers, judged, job.iris, new)
    write_one = partial(write.write, table=resolved.table, job=job)
    parts = crew.each("write", write_one, [s.folders for s in staged])
    made = products.Made(
        inputs=inputs,
        copies=copies,
        sources=tuple((s.document, s.harvested, s.folders) for s in staged),
        registers=resolved.registers,
        job=job,
        judgements=judged.digest,
        doubts=resolved.issues,
    )
    crew.progress("merge", 0, 1)
    _merge([*parts, resolved.lines], products.copy_lines(made), new)
    report, counts = products.make(made, new, crew.progress)
    unanswered = sum(s.unanswered for s in staged)
    _sweep(inputs, staged, parts, job)
    return Built(
        folder=new,
        sources=products.states(made),
        counts=counts,
        report=report,
        cache_bytes=cache.size(job.folder),
        unanswered=unanswered,
    )


def _merge(parts: list[Path], copies: list[bytes], new: Path) -> None:
    """Merge the lines of all graphs into the one file, and leave no other there."""
    about = new / "copies"
    runs.save(copies, about)
    runs.merge([*parts, about], new / "graph.nq")
    about.unlink()
    (new / THINGS).unlink()


def _require_something(staged: list[_Staged]) -> None:
    unused = [s for s in staged if s.harvested.reason or s.harvested.kind == harvest.UNKNOWN]
    if len(unused) == len(staged):
        told = next((s.harvested.reason for s in unused if s.harvested.reason), "")
        first = unused[0].document
        why = f"{first.key}: {harvest.unrecognised(first)}"
        raise SourceError(
            told
            or f"{why}: give results pages, texts, tables of results or IATI files, archives unpacked"
        )


def preview(inputs: Inputs, settings: Settings) -> tuple[products.SourceState, ...]:
    """Answer what each input would be taken for; nothing is kept."""
    with tempfile.TemporaryDirectory() as name:
        distinct, copies = _distinct(inputs.documents)
        todo = job(Path(name), settings)
        staged = _harvest(distinct, todo, Crew(1, _silent))
        sources = tuple((s.document, s.harvested, s.folders) for s in staged)
        made = products.Made(inputs=inputs, copies=copies, sources=sources, registers=(), job=todo)
        return products.states(made)


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


def _harvest(documents: list[Document], job: Job, crew: Crew) -> list[_Staged]:
    entries = crew.each("read", partial(harvest.harvest, job=job), documents)
    return [
        _Staged(document, entry, harvest.load(entry))
        for document, entry in zip(documents, entries, strict=True)
    ]


def _extract(staged: list[_Staged], job: Job, crew: Crew) -> list[_Staged]:
    scopes = {s.document.key: _scopes(s, job) for s in staged}
    names = Names()
    if any(scopes.values()):
        for s in staged:
            names.add(s.harvest / "claims", s.harvested.page)
    files = {at: names.slice(at, job.folder / SLICES) for at in set().union(*scopes.values())}
    cache.sweep(job.folder / SLICES, {path.name for path in files.values()})
    waiting = [
        _Waiting(s.document, s.harvest, {at: files[at] for at in scopes[s.document.key]})
        for s in staged
        if scopes[s.document.key]
    ]
    waiting.sort(key=_names_used)
    entries = crew.each("extract", partial(_extract_one, job=job), waiting)
    made = {w.document.key: entry for w, entry in zip(waiting, entries, strict=True)}
    return [replace(s, extract=made.get(s.document.key)) for s in staged]


def _scopes(staged: _Staged, job: Job) -> set[Scope]:
    """Answer whose names the narratives of a document are read with; none if none is read."""
    page = staged.harvested.page
    wanted = extract.wanted(staged.harvest, job.settings.text)
    return {extract.scope(narrative, page) for narrative in wanted}


def _names_used(waiting: _Waiting) -> list[str]:
    """Answer what documents are ordered by, so that those read with the same names are neighbours."""
    return sorted(f"{at.country} {path.name}" for at, path in waiting.slices.items())


def _extract_one(waiting: _Waiting, job: Job) -> Path:
    return extract.extract(waiting.document, waiting.harvest, waiting.slices, job)


def _sweep(inputs: Inputs, staged: list[_Staged], parts: list[Path], job: Job) -> None:
    """Remove from the cache what this build did not use."""
    places = (d.place for d in inputs.documents if isinstance(d.place, Path))
    cache.sweep(job.folder / "http", {place.parent.name for place in places})
    cache.sweep(job.folder / "harvest", (s.harvest.name for s in staged))
    final = [s for s in staged if not s.unanswered]
    cache.sweep(job.folder / "extract", (s.extract.name for s in final if s.extract))
    written = (part for s, part in zip(staged, parts, strict=True) if s in final)
    cache.sweep(job.folder / "write", (part.parent.name for part in written))
