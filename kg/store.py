"""The embedded SPARQL index over a build: `store/` in its folder, or a file in memory.

A query sees the union of all graphs as its default graph, as it would on `graph.ttl`. A triple
that two graphs hold is two solutions of a pattern, so queries say DISTINCT where that counts.
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

import pyoxigraph as ox

from kg.errors import BuildError, QueryError, UsageError
from kg.terms import PREFIXES

Term = ox.NamedNode | ox.BlankNode | ox.Literal
"""One value of a result."""

_SPACE: Final = r"(?:\s|\#[^\n\r]*[\n\r])*+"
_NAME: Final = r"(?:[?$]\w+|<[^<>\s]*>|[^\s<>{}()\"'\#]*:[^\s<>{}()\"']*)"
_ASKED: Final = re.compile(
    rf"""
      \#[^\n\r]* | <[^<>{{}}\s]*>
    | \"{{3}} (?:[^\\]|\\.)*? \"{{3}} | '{{3}} (?:[^\\]|\\.)*? '{{3}}
    | "(?:[^"\\\n\r]|\\.)*+" | '(?:[^'\\\n\r]|\\.)*+'
    | [?$@][\w-]+ | :(?:[\w:%-]|\\.|\.+[\w:%-])* | \\.
    | GRAPH {_SPACE} {_NAME}
    | (?P<service> SERVICE {_SPACE} (?:SILENT {_SPACE})? {_NAME} {_SPACE} \{{)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
"""What a query asks of another server, apart from comments, names and texts that only say so."""


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a SELECT: rows are read once, as they are found."""

    solutions: ox.QuerySolutions

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(variable.value for variable in self.solutions.variables)

    def __iter__(self) -> Iterator[tuple[Term | None, ...]]:
        """Answer the rows; an unbound value is None."""
        for solution in self.solutions:
            yield tuple(solution)

    def write(self, out: IO[bytes], media_type: str) -> None:
        """Write all rows in one of the formats of SPARQL 1.1 results."""
        self.solutions.serialize(out, ox.QueryResultsFormat.from_media_type(media_type))
        if not media_type.startswith("text/"):  # whose rows end their lines
            out.write(b"\n")


@dataclass(frozen=True, slots=True)
class Truth:
    """The answer to an ASK."""

    answer: ox.QueryBoolean

    def __bool__(self) -> bool:
        """Answer whether it holds."""
        return bool(self.answer)

    def write(self, out: IO[bytes], media_type: str) -> None:
        """Write the answer in one of the formats of SPARQL 1.1 results."""
        self.answer.serialize(out, ox.QueryResultsFormat.from_media_type(media_type))
        out.write(b"\n")


@dataclass(frozen=True, slots=True)
class Triples:
    """The answer to a CONSTRUCT or DESCRIBE: a graph."""

    triples: ox.QueryTriples

    def __iter__(self) -> Iterator[ox.Triple]:
        """Answer the triples, each once, in the order of their N-Triples."""
        yield from sorted(set(self.triples), key=str)

    def write(self, out: IO[bytes], media_type: str) -> None:
        """Write the graph in an RDF syntax, in order: the same triples give the same bytes."""
        form = ox.RdfFormat.from_media_type(media_type)
        ox.serialize(self, out, form, prefixes=PREFIXES)


Result = Table | Truth | Triples


@dataclass(frozen=True, slots=True)
class Store:
    """An index of quads that answers SPARQL 1.1 queries."""

    quads: ox.Store

    def query(self, text: str) -> Result:
        """Answer a query; its rows or triples are found while they are read.

        Raises:
            QueryError: the text is no SPARQL 1.1 query, the message says where it breaks; or it
                asks another server.
        """
        if any(found["service"] for found in _ASKED.finditer(text)):
            raise QueryError(
                "query: SERVICE asks another server: ask what was built alone: take that part out"
            )
        try:
            found = self.quads.query(text, use_default_graph_as_union=True)
        except SyntaxError as error:
            raise QueryError(f"query: {_one_line(error)}: mend the query") from error
        match found:
            case ox.QuerySolutions():
                return Table(found)
            case ox.QueryBoolean():
                return Truth(found)
            case ox.QueryTriples():
                return Triples(found)

    def __len__(self) -> int:
        """Answer how many quads there are."""
        return len(self.quads)


def build(nquads: Path, folder: Path) -> None:
    """Index a file of N-Quads into a folder, which is made anew.

    Raises:
        BuildError: the file is not N-Quads, or the folder cannot be written.
    """
    try:
        shutil.rmtree(folder, ignore_errors=True)
        store = ox.Store(str(folder))
        store.bulk_load(path=str(nquads), format=ox.RdfFormat.N_QUADS)
        store.optimize()
        store.flush()
    except (OSError, SyntaxError) as error:
        raise BuildError(f"{nquads}: not indexed ({_one_line(error)}): build again") from error


def open_read_only(folder: Path) -> Store:
    """Answer the index in a folder; others may read it at the same time.

    Raises:
        UsageError: there is no index, or it cannot be read.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder}: no index here: run kg build, or name its folder with -d")
    try:
        return Store(ox.Store.read_only(str(folder)))
    except OSError as error:
        raise UsageError(f"{folder}: not an index ({_one_line(error)}): run kg build") from error


def in_memory(path: Path) -> Store:
    """Answer an index in memory over an RDF file, whose syntax its extension names.

    Raises:
        UsageError: the file is missing, or is not what its extension says.
    """
    if not path.is_file():
        raise UsageError(f"{path}: no such file: check the path")
    form = ox.RdfFormat.from_extension(path.suffix.removeprefix("."))
    if form is None:
        raise UsageError(f"{path}: no RDF syntax has this extension: name a .nq, .ttl or .nt file")
    store = ox.Store()
    try:
        store.bulk_load(path=str(path), format=form)
    except (OSError, SyntaxError) as error:
        raise UsageError(f"{path}: not {form.name} ({_said(error)}): mend the file") from error
    return Store(store)


def empty() -> Store:
    """Answer an index of nothing, on which a query shows its form and its columns."""
    return Store(ox.Store())


def _said(error: OSError | SyntaxError) -> str:
    """Answer what is wrong, without the path, which the syntax error names again."""
    return _one_line(Exception(error.msg)) if isinstance(error, SyntaxError) else str(error)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
