"""A table of edges as CSV, with the column names that Gephi's data laboratory imports."""

from typing import Final

from kg.network.formats._flat import AnyNetwork, edges, flat, table

NAME: Final = "edges-csv"
SUFFIX: Final = ".edges.csv"
MEDIA_TYPE: Final = "text/csv"


def write(network: AnyNetwork) -> bytes:
    """Answer one row an edge: both ends with their labels, the act's IRI, then the attributes."""
    labels = {node: attributes["label"] for node, attributes in network.nodes(data=True)}
    kind = "Directed" if network.is_directed() else "Undirected"
    return table(
        {
            "Source": one,
            "Target": other,
            "Type": kind,
            "SourceLabel": labels[one],
            "TargetLabel": labels[other],
            **({"Id": key[0]} if key else {}),
            **attributes,
        }
        for one, other, *key, attributes in edges(flat(network))
    )
