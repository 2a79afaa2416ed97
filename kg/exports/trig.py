"""TriG: Turtle with its named graphs, one graph a source.

Source: W3C RDF 1.1 TriG.
"""

from collections.abc import Mapping
from itertools import groupby
from operator import itemgetter
from typing import BinaryIO, Final

from kg.exports import _turtle
from kg.exports._order import by_graph, by_subject
from kg.exports._selection import Selection

NAME: Final = "trig"
SUFFIX: Final = ".trig"
MEDIA_TYPE: Final = "application/trig"


def dump(selection: Selection, stream: BinaryIO, prefixes: Mapping[str, str]) -> None:
    """Write graph by graph, what is in no graph first."""
    word = _turtle.words(prefixes)
    stream.write(_turtle.head(prefixes))
    for graph, statements in groupby(by_graph(selection.statements()), key=itemgetter(3)):
        opening, indent, closing = (word(graph) + b" {\n", b"    ", b"}\n") if graph else (b"",) * 3
        stream.write(b"\n" + opening)
        subjects = by_subject(statements)
        stream.writelines(_turtle.subject(triples, word, indent) for triples in subjects)
        stream.write(closing)
