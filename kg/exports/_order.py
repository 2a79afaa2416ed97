"""The order in which formats write: a subject's type first, or graph by graph."""

import heapq
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby, islice
from operator import itemgetter
from tempfile import TemporaryFile
from typing import IO, Final

from kg.exports._selection import Statement
from kg.terms import RDF

Triple = tuple[bytes, bytes, bytes]

TYPE: Final = f"<{RDF.type}>".encode()
_RUN: Final = 200_000
_GRAPH: Final = itemgetter(3)


def by_subject(statements: Iterable[Statement]) -> Iterator[list[Triple]]:
    """Answer the triples of each subject in turn, each triple once, the types first.

    The statements come sorted, so that memory holds one subject.
    """
    for _, group in groupby(statements, key=itemgetter(0)):
        triples = dict.fromkeys(statement[:3] for statement in group)
        yield sorted(triples, key=lambda triple: triple[1] != TYPE)


def by_graph(statements: Iterator[Statement], run: int = _RUN) -> Iterator[Statement]:
    """Answer the statements graph by graph, each graph in the order in which they came.

    What does not fit into one run is sorted in runs on disk and merged.
    """
    first = sorted(islice(statements, run), key=_GRAPH)
    with ExitStack() as stack:
        runs = [iter(first)]
        while more := sorted(islice(statements, run), key=_GRAPH):
            runs.append(_spilled(more, stack.enter_context(TemporaryFile())))
        yield from heapq.merge(*runs, key=_GRAPH)


def _spilled(statements: Iterable[Statement], file: IO[bytes]) -> Iterator[Statement]:
    """Answer the statements from disk; no tab stands in a line of canonical N-Quads."""
    file.writelines(b"\t".join(statement) + b"\n" for statement in statements)
    file.seek(0)
    return (_statement(line) for line in file)


def _statement(line: bytes) -> Statement:
    subject, predicate, term, graph = line[:-1].split(b"\t")
    return subject, predicate, term, graph
