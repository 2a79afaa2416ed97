"""Stage 3: all claims, merged by key, become one table of key to thing and the graph of things.

Claims stream from sorted files. Only what is said of things that are known by name is held, since
their names decide which keys mean one thing; activities and outcomes are described as they pass.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.extract.names.governments import Governments
from kg.identity import keys
from kg.identity.claims import Votes, by_key
from kg.identity.dossiers import Dossiers
from kg.identity.judgements import Judgements
from kg.identity.resolve import Table, resolve
from kg.iris import Iris
from kg.mapping import concepts, identifications, things
from kg.mapping.output import Output
from kg.records import Issue, Key
from kg.registers import Entry, Registers
from kg.stages import runs
from kg.stages.sink import DRAIN_LINES

THINGS: Final = "things"


@dataclass(frozen=True, slots=True)
class Resolved:
    """Which keys mean what, the file of sorted lines about things, and the registers used.

    `issues` are of the judgements that could not be followed.
    """

    table: Table
    lines: Path
    registers: tuple[str, ...]
    issues: tuple[Issue, ...]


def resolve_claims(
    files: Sequence[Path],
    registers: Registers,
    judgements: Judgements,
    iris: Iris,
    folder: Path,
) -> Resolved:
    """Answer the things that all claims are about, described in the graph `graph/things`."""
    table, dossiers = Table(iris), Dossiers()
    writer = _Writer(Output(iris.of("graph", THINGS), iris), table, registers, runs.Runs(folder))
    for key, votes in by_key(runs.merged(files, unique=False)):
        if not dossiers.add(key, votes):
            writer.write(key, votes)
    found = resolve(dossiers, registers, Governments(registers), iris, judgements)
    writer.table = found.table
    for key, votes in _joined(dossiers, found.table, registers).items():
        writer.write(key, votes)
    identifications.describe(found, dossiers, registers, writer.output)
    writer.finish(folder / THINGS)
    return Resolved(found.table, folder / THINGS, tuple(sorted(writer.used)), found.issues)


def _joined(dossiers: Dossiers, table: Table, registers: Registers) -> dict[Key, Votes]:
    """Answer the votes for each thing: those of all keys that mean it."""
    votes: dict[Key, Votes] = {}
    for key in sorted({*dossiers.votes, *table.joined}):
        best = table.representative(key)
        said = votes.setdefault(best, Counter())
        said.update(dossiers.votes.get(key, ()))
        entry = registers.entry(key)
        if entry and entry.key == key != best:
            said.update(_listed(entry))
    return votes


def _listed(entry: Entry) -> Votes:
    """Answer what a register says of a thing that people judged to be another one."""
    said: Votes = Counter()
    for aspect, texts in (("label", entry.labels), ("alias", entry.aliases)):
        said.update((aspect, text.lang, text.text) for text in texts)
    said.update(("identifier", scheme, value) for scheme, value in entry.identifiers)
    if keys.scheme(entry.key) == "id":
        said["identifier", "", entry.key.split(":", 2)[2]] += 1
    return said


class _Writer:
    """Describes things, and the places and codes that their descriptions refer to."""

    def __init__(
        self, output: Output, table: Table, registers: Registers, lines: runs.Runs
    ) -> None:
        self.output, self.table, self.registers, self._lines = output, table, registers, lines
        self.used: set[str] = set()
        self._done: set[Key] = set()
        self._referred: set[Key] = set()

    def write(self, key: Key, votes: Votes) -> None:
        """Describe one thing or code."""
        if keys.kind(key) == "code":
            _, scheme, code = key.split(":", 2)
            self.output.codes.add((scheme, code))
            return
        entry = self.registers.entry(key)
        if entry:
            self.used.add(entry.register)
        self._done.add(key)
        self._referred |= set(things.describe(key, votes, entry, self.table, self.output))
        if len(self.output.lines) > DRAIN_LINES:
            self._drain()

    def finish(self, path: Path) -> None:
        """Describe what is referred to and not yet described, and write all lines, sorted."""
        while left := self._referred - self._done:
            for place in sorted(left):
                self.write(place, Counter())
        concepts.describe(self.output.codes, self.output)
        things.name_registers(self.used, self.output)
        self._drain()
        self._lines.write(path)

    def _drain(self) -> None:
        self._lines.extend([line.encode() for line in self.output.lines])
        self.output.lines.clear()
