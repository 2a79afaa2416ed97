"""Where what comes out of a document goes: into memory for a while, and from there to files."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec

from kg.identity import claims
from kg.mapping.output import Output
from kg.records import Issue, Key, Narrative
from kg.stages.runs import Runs, writing

LINES: Final = "lines.gz"
DRAIN_LINES: Final = 50_000
"""How many lines are held before they go to disk."""

Record = TypeVar("Record")


@dataclass(slots=True)
class Sink:
    """Collects the lines, claims, narratives and issues of one document in an empty folder."""

    output: Output
    folder: Path
    narratives: list[Narrative] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    claims: Runs = field(init=False)

    def __post_init__(self) -> None:
        """Begin with empty files."""
        self.claims = Runs(self.folder)
        for name in (LINES, "narratives", "issues"):
            (self.folder / name).write_bytes(b"")

    def drain(self, at_lines: int = DRAIN_LINES) -> None:
        """Write out what is held, where it is at least so many lines."""
        if len(self.output.lines) < at_lines:
            return
        with writing(self.folder / LINES, "ab") as stream:
            stream.write("".join([f"{line}\n" for line in self.output.lines]).encode())
        self.claims.extend([claims.line(claim) for claim in self.output.claims])
        append(self.folder / "narratives", self.narratives)
        append(self.folder / "issues", self.issues)
        for held in (self.output.lines, self.output.claims, self.narratives, self.issues):
            held.clear()

    def finish(self) -> None:
        """Write out all that is held; each code that was used is a claim too."""
        for scheme, code in self.output.codes:
            self.output.claim(Key(f"code:{scheme}:{code}"), "class", "")
        self.drain(0)
        self.claims.write(self.folder / "claims")


def append(path: Path, records: list[Any]) -> None:
    """Add records to a file, one JSON object a line."""
    with path.open("ab") as stream:
        stream.write(msgspec.json.Encoder().encode_lines(records))


def records(path: Path, kind: type[Record]) -> Iterator[Record]:
    """Answer the records of a file."""
    decoder = msgspec.json.Decoder(kind)
    with path.open("rb") as stream:
        for line in stream:
            yield decoder.decode(line)
