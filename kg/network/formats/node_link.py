"""Node-link JSON, for D3, graphology and `networkx.node_link_graph`: nothing is flattened."""

import json
from typing import Final

import networkx as nx

from kg.network.formats._flat import AnyNetwork, rounded

NAME: Final = "node-link"
SUFFIX: Final = ".json"
MEDIA_TYPE: Final = "application/json"


def write(network: AnyNetwork) -> bytes:
    """Answer the file; numbers have 6 significant digits."""
    data = nx.node_link_data(rounded(network), edges="edges")
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
