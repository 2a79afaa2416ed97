"""The Python face: a built graph as rdflib, NetworkX and rows see it."""

import os
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from os import PathLike
from pathlib import Path
from typing import Any, Final

import networkx as nx
import pyoxigraph as ox
import rdflib

from kg import resources, store
from kg.errors import QueryError, UsageError
from kg.explain import Explanation
from kg.explain import explain as explain_thing
from kg.fetch import Fetcher
from kg.inputs import gather
from kg.network import Scope, project, read
from kg.query import Library, Value, bind, find, load, written
from kg.settings import Settings
from kg.stages import folder as folders
from kg.stages.pipeline import build as build_folder
from kg.store import Store, Table, Term, Triples
from kg.terms import XSD
from kg.validate import Report, Shapes, validate

Row = dict[str, Any]

_PYTHON: Final[Mapping[str, Callable[[str], Any]]] = {
    XSD.integer: int,
    XSD.decimal: Decimal,
    XSD.boolean: lambda text: text in {"true", "1"},
}
"""How a value of a datatype is given to Python; all others are text."""


@dataclass(frozen=True, slots=True)
class KnowledgeGraph:
    """A graph that was built; `folder` holds its files. What is asked of it is read each time."""

    folder: Path
    settings: Settings = field(default_factory=Settings)
    _temporary: tempfile.TemporaryDirectory[str] | None = None

    def graph(self) -> rdflib.Graph:
        """Answer all triples as an rdflib graph; which source says so is left out."""
        with (folders.opened(self.folder) / "graph.ttl").open("rb") as stream:
            return rdflib.Graph().parse(stream, format="turtle")

    def dataset(self) -> rdflib.Dataset:
        """Answer all quads as an rdflib data set: one named graph a source."""
        with (folders.opened(self.folder) / "graph.nq").open("rb") as stream:
            return rdflib.Dataset().parse(stream, format="nquads")

    def queries(self) -> Library:
        """Answer the queries there are, with what they ask, take and answer."""
        return load((resources.folder("queries"), *self.settings.queries))

    def query(self, query: str, **parameters: Value | Sequence[Value]) -> list[Row]:
        """Answer the rows of a query: by name, from a `.rq` file, or given as SPARQL.

        Integers, decimals and booleans are Python's own, all else is text. Every row has every
        column: what is unbound is None, so that rows make a table as they are. A parameter that is a thing may be given by name; a number as one, or several values
        as a list.

        Raises:
            UnknownName: there is no such query, or no one thing of a name that was given.
            QueryError: the query is not SPARQL, or answers no rows; a value is not of its type.
            UsageError: a value is no text, number or date.

        Example:
            >>> g = build("examples")  # doctest: +SKIP
            >>> g.query("participations", role="lead")[0]["organisation"]  # doctest: +SKIP
            'UN Women'
        """
        answer = self._answer(query, parameters)
        if not isinstance(answer, Table):
            raise QueryError("query: this query answers a graph or yes or no: use construct()")
        return [_row(answer.columns, row) for row in answer]

    def construct(self, query: str, **parameters: Value | Sequence[Value]) -> rdflib.Graph:
        """Answer the graph of a CONSTRUCT query: by name, from a `.rq` file, or given as SPARQL.

        Raises:
            UnknownName: there is no such query, or no one thing of a name that was given.
            QueryError: the query is not SPARQL, or answers no graph; a value is not of its type.
        """
        answer = self._answer(query, parameters)
        if not isinstance(answer, Triples):
            raise QueryError("construct: this query answers no graph: use query()")
        text = ox.serialize(answer, format=ox.RdfFormat.N_TRIPLES) or b""
        return rdflib.Graph().parse(data=text, format="nt")

    def network(self, scope: Scope | None = None) -> "nx.MultiDiGraph[str]":
        """Answer the partner network: partners, what they take part in, and acts as edges."""
        return project(read(self._store()), scope or Scope())

    def explain(self, name: str) -> Explanation:
        """Answer what is known of a thing, by name or IRI, with the quotes it rests on.

        Raises:
            UnknownName: no thing has this name, or several have.
        """
        return explain_thing(self._store(), name)

    def validate(self) -> Report:
        """Answer what the shapes, shipped and the user's own, find."""
        shapes = (resources.folder("ontology"), resources.folder("shapes"), *self.settings.shapes)
        return validate(self._store().quads, Shapes.load(shapes))

    def _store(self) -> Store:
        return store.open_read_only(folders.opened(self.folder) / "store")

    def _answer(self, query: str, parameters: Mapping[str, object]) -> store.Result:
        index = self._store()
        if any(character in query for character in "{\n"):
            return index.query(query)
        values = {name: written(name, value) for name, value in parameters.items()}
        found = self.queries().find(query)
        return index.query(bind(found, values, lambda name, kind: find(index, name, kind).iri))


def build(
    sources: str | PathLike[str] | Iterable[str | PathLike[str]],
    output: str | PathLike[str] | None = None,
    *,
    settings: Settings | None = None,
    workers: int | None = None,
) -> KnowledgeGraph:
    """Answer the graph of one source or several: files, folders, patterns and addresses.

    It is built into the folder `output`, or into one that lives as long as the answer.

    Raises:
        UsageError: no source is given, or what is no path or address; or two have one key.
        SourceError: a source is not there, or none can be used.
        BuildError: the folder cannot be written.
    """
    paths, chosen = _paths(sources), settings or Settings()
    temporary = tempfile.TemporaryDirectory(prefix="kg-") if output is None else None
    folder = Path(temporary.name) if temporary else Path(output or "")
    fetcher = Fetcher(folder / ".cache" / "http", chosen)
    inputs = gather(paths, chosen, fetcher)
    build_folder(inputs, chosen, folder, count=workers)
    return KnowledgeGraph(folder, chosen, temporary)


def open_folder(folder: str | PathLike[str], settings: Settings | None = None) -> KnowledgeGraph:
    """Answer the graph that a build left in a folder.

    Raises:
        UsageError: there is no build in the folder.
    """
    folders.opened(Path(folder))
    return KnowledgeGraph(Path(folder), settings or Settings())


def _paths(sources: object) -> list[str]:
    several = [sources] if isinstance(sources, str | PathLike) else sources
    if not isinstance(several, Iterable):
        raise UsageError(f"build: {sources!r}: give a path or an address, or a list of them")
    paths = list(several)
    for path in paths:
        if not isinstance(path, str | PathLike):
            raise UsageError(f"build: {path!r}: give paths and addresses as text")
    return [os.fsdecode(path) for path in paths]


def _row(columns: Sequence[str], row: Sequence[Term | None]) -> Row:
    return {
        column: None if term is None else _value(term)
        for column, term in zip(columns, row, strict=True)
    }


def _value(term: Term) -> Any:
    if isinstance(term, ox.Literal):
        return _PYTHON.get(term.datatype.value, str)(term.value)
    return term.value
