"""Stage 4: keys become IRIs, lines are sorted; then all documents' lines are merged into one file."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from kg.identity import claims
from kg.identity.resolve import Table
from kg.iris import key_of
from kg.records import Key
from kg.stages import runs
from kg.stages.cache import digest, entry
from kg.stages.job import Job
from kg.stages.sink import LINES

_TOKEN: Final = re.compile(rb"<key:([^>]*)>")
_CHUNK_BYTES: Final = 16 * 1024 * 1024


def joined(folders: Sequence[Path], table: Table) -> dict[Key, Key]:
    """Answer the part of the table that a document's lines depend on."""
    found: dict[Key, Key] = {}
    for folder in folders:
        for line in runs.read(folder / "claims"):
            key = claims.parse(line).key
            if key in table.joined:
                found[key] = table.joined[key]
    return found


def write(folders: Sequence[Path], table: Table, job: Job) -> Path:
    """Answer the file of a document's lines as they stand in the graph, sorted."""
    moved = sorted(joined(folders, table).items())
    name = digest(job.settings.base, *(folder.name for folder in folders), str(moved))
    made = entry(job.folder / "write", name, lambda folder: _make(folders, table, folder))
    return made / LINES


def _make(folders: Sequence[Path], table: Table, folder: Path) -> None:
    terms: dict[bytes, bytes] = {}

    def term(match: re.Match[bytes]) -> bytes:
        raw = match.group(1)
        if raw not in terms:
            terms[raw] = f"<{table.iri(key_of(raw.decode()))}>".encode()
        return terms[raw]

    lines = runs.Runs(folder)
    for source in folders:
        for chunk in _chunks(source / LINES):
            lines.extend(_TOKEN.sub(term, chunk).split(b"\n")[:-1])
    lines.write(folder / LINES)


def _chunks(path: Path) -> Iterable[bytes]:
    """Answer a file in pieces that end at a line's end."""
    with runs.reading(path) as stream:
        while chunk := stream.read(_CHUNK_BYTES):
            yield chunk + stream.readline() if not chunk.endswith(b"\n") else chunk
