"""TriG: Turtle with its named graphs, one graph a source.

Source: W3C RDF 1.1 TriG.
"""

from collections.abc import Mapping
from typing import BinaryIO, Final

import pyoxigraph as ox

from kg.exports._order import by_graph
from kg.exports._selection import Selection

NAME: Final = "trig"
SUFFIX: Final = ".trig"
MEDIA_TYPE: Final = "application/trig"


def dump(selection: Selection, stream: BinaryIO, prefixes: Mapping[str, str]) -> None:
    """Write the quads graph by graph."""
    quads = by_graph(selection.quads())
    ox.serialize(quads, stream, ox.RdfFormat.TRIG, prefixes=dict(prefixes))
