"""A table of nodes as CSV, with the column names that Gephi's data laboratory imports."""

from typing import Final

from kg.network.formats._flat import AnyNetwork, flat, table

NAME: Final = "nodes-csv"
SUFFIX: Final = ".nodes.csv"
MEDIA_TYPE: Final = "text/csv"


def write(network: AnyNetwork) -> bytes:
    """Answer one row a node: `Id`, `Label`, then its attributes."""
    return table(
        {"Id": node, "Label": attributes.pop("label", node), **attributes}
        for node, attributes in flat(network).nodes(data=True)
    )
