"""The order in which formats write: a subject's type first, or graph by graph."""

import heapq
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby, islice
from tempfile import TemporaryFile
from typing import IO, Final

import pyoxigraph as ox

from kg.terms import RDF

_TYPE: Final = ox.NamedNode(RDF.type)
_RUN_QUADS: Final = 200_000


def by_subject(quads: Iterable[ox.Quad]) -> Iterator[list[ox.Triple]]:
    """Answer the triples of each subject in turn, each triple once, the types first.

    `quads` come sorted, so that memory holds one subject.
    """
    for _, described in groupby(quads, key=lambda quad: quad.subject):
        triples = dict.fromkeys(quad.triple for quad in described)
        yield sorted(triples, key=lambda triple: triple.predicate != _TYPE)


def by_graph(quads: Iterator[ox.Quad], run_quads: int = _RUN_QUADS) -> Iterator[ox.Quad]:
    """Answer the quads graph by graph, each graph in the order in which they came.

    What does not fit into one run is sorted in runs on disk and merged.
    """
    first = sorted(islice(quads, run_quads), key=_graph)
    with ExitStack() as stack:
        runs = [iter(first)]
        while run := sorted(islice(quads, run_quads), key=_graph):
            runs.append(_spilled(run, stack.enter_context(TemporaryFile())))
        yield from heapq.merge(*runs, key=_graph)


def _graph(quad: ox.Quad) -> str:
    return "" if isinstance(quad.graph_name, ox.DefaultGraph) else quad.graph_name.value


def _spilled(run: Iterable[ox.Quad], file: IO[bytes]) -> Iterator[ox.Quad]:
    ox.serialize(run, file, ox.RdfFormat.N_QUADS)
    file.seek(0)
    return ox.parse(file, ox.RdfFormat.N_QUADS, lenient=True)
