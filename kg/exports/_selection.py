"""What of a graph is exported: the whole, one source, a thing with its facts, a query's answer."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import chain
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.errors import UnknownName
from kg.store import Store
from kg.terms import OKG

_BLOCK_BYTES: Final = 1 << 20


Statement = tuple[bytes, bytes, bytes, bytes]
"""Subject, predicate, object and graph, as canonical N-Quads writes them; no graph is b""."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Canonical, sorted N-Quads that can be read more than once.

    `chunks` answers them as blocks of whole lines, so that memory stays flat; `named` says whether
    each line ends with a graph.
    """

    chunks: Callable[[], Iterator[bytes]]
    named: bool = True

    def statements(self) -> Iterator[Statement]:
        r"""Answer the lines, taken apart.

        Example:
            >>> line = b'<a:s> <a:p> "two words" <a:g> .\n'
            >>> next(Selection(lambda: iter([line])).statements())
            (b'<a:s>', b'<a:p>', b'"two words"', b'<a:g>')
        """
        for chunk in self.chunks():
            for line in chunk.splitlines():
                triple, graph = line[:-2], b""
                if self.named:
                    triple, _, graph = triple.rpartition(b" ")
                subject, predicate, term = triple.split(b" ", 2)
                yield subject, predicate, term, graph


def whole(graph: Path) -> Selection:
    """Answer all of a build's `graph.nq`."""
    return Selection(partial(_blocks, graph))


def of_source(graph: Path, store: Store, key: str) -> Selection:
    """Answer what one source says, by its key.

    Raises:
        UnknownName: there is no such source; the message names the nearest.
    """
    said = store.quads.quads_for_pattern(None, ox.NamedNode(OKG.key), None)
    sources = {q.object.value: q.subject for q in said if isinstance(q.object, ox.Literal)}
    if key not in sources:
        raise UnknownName(f"export: {key}: no such source: {_nearest(key, sorted(sources))}")
    return Selection(partial(_lines_of, graph, f" {sources[key]} .\n".encode()))


def about(store: Store, thing: str) -> Selection:
    """Answer a thing as a symmetric concise bounded description, with its facts and evidence.

    Graph: the CONSTRUCT queries of `about/`, each with `?thing` bound, and `parts.rq` for the
    thing, its parts, and theirs; every triple with the graphs that hold it.
    Source: CBD, W3C Member Submission 3 June 2005, section on symmetric descriptions.

    Raises:
        UnknownName: nothing in the graph has this IRI.
    """
    queries = files(__package__).joinpath("about").iterdir()
    triples = {triple for query in queries for triple in _answer(store, query, thing)}
    if not triples:
        raise UnknownName(f"export: {thing}: the graph has no such thing: look it up by kg query")
    triples |= set(_parts(store, thing))
    found = (store.quads.quads_for_pattern(s, p, o, None) for s, p, o in triples)
    return _listed(chain.from_iterable(found))


def _parts(store: Store, thing: str) -> Iterator[ox.Triple]:
    query = files(__package__).joinpath("parts.rq")
    described, seen = [thing], {thing}
    for node in described:
        for triple in _answer(store, query, node):
            yield triple
            part = str(triple.subject).strip("<>")
            if part not in seen:
                seen.add(part)
                described.append(part)


def constructed(triples: Iterable[ox.Triple]) -> Selection:
    """Answer the triples that a CONSTRUCT query gave; they are in no graph.

    Source: W3C RDF Dataset Canonicalization 1.0, for the blank nodes that a template may make.
    """
    answer = ox.Dataset(ox.Quad(*triple) for triple in triples)
    answer.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return _listed(answer, named=False)


def _answer(store: Store, query: Traversable, thing: str) -> ox.QueryTriples:
    found = store.quads.query(
        query.read_text(encoding="utf-8"),
        use_default_graph_as_union=True,
        substitutions={ox.Variable("thing"): ox.NamedNode(thing)},
    )
    assert isinstance(found, ox.QueryTriples), f"{query.name} is no CONSTRUCT query"
    return found


def _listed(quads: Iterable[ox.Quad], *, named: bool = True) -> Selection:
    text = ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
    lines = b"".join(sorted(set(text.splitlines(keepends=True))))
    return Selection(lambda: iter((lines,)), named)


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK_BYTES):
            yield block + stream.readline()


def _lines_of(path: Path, end: bytes) -> Iterator[bytes]:
    for block in _blocks(path):
        yield b"".join(line for line in block.splitlines(keepends=True) if line.endswith(end))


def _nearest(key: str, keys: Sequence[str]) -> str:
    near = [k for k in keys if k.endswith(f"/{key}")] or get_close_matches(key, keys, 1)
    return f"did you mean {near[0]}?" if near else "kg query sources lists them"
