"""Which partners can reach each other: connected components."""

from typing import Final

import networkx as nx

from kg.network.measures import Measured
from kg.network.projection import Network, partners
from kg.network.sharing import affiliation

NAME: Final = "components"
ORDER: Final = 30
COLUMNS: Final = {
    "component": "number of the part it belongs to, 1 the largest",
    "reach": "partners that it can reach through what is shared",
}


def measure(network: Network) -> Measured:
    """Answer the component of every partner, and how many others are in it.

    Two partners are in one component where a path of shared things joins them. Components are
    numbered by size, then by their first partner. Weights play no part.

    Source: S. Wasserman and K. Faust, Social network analysis (1994), section 4.2.3.
    """
    everyone = set(partners(network))
    parts = [sorted(everyone & part) for part in nx.connected_components(affiliation(network))]
    return {
        partner: {"component": number, "reach": len(part) - 1}
        for number, part in enumerate(sorted(parts, key=lambda part: (-len(part), part)), 1)
        for partner in part
    }
