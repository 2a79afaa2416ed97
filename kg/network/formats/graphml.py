"""GraphML, for igraph, yEd, Cytoscape and R.

Source: GraphML primer, sections 2 and 3.1 (attributes).
"""

import io
from typing import Final

import networkx as nx

from kg.network.formats._flat import AnyNetwork, flat

NAME: Final = "graphml"
SUFFIX: Final = ".graphml"
MEDIA_TYPE: Final = "application/graphml+xml"


def write(network: AnyNetwork) -> bytes:
    """Answer the file; the id of an edge is the IRI of its act."""
    file = io.BytesIO()
    nx.write_graphml_xml(flat(network), file)
    return file.getvalue()
