"""Who holds the network together: articulation points, and what would be orphaned."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final

import networkx as nx

from kg.network.measures import Measured
from kg.network.projection import Network, partners
from kg.network.sharing import affiliation, sharing

NAME: Final = "articulation"
ORDER: Final = 40
COLUMNS: Final = {
    "articulation": "other partners would lose every path to each other without it",
    "orphans": "things that nobody else takes part in",
    "orphanedOutcomes": "outcomes that nobody else is reported to work on",
}


def measure(network: Network) -> Measured:
    """Answer what would break if a partner left.

    A partner is an articulation point where removing it leaves the other partners of its component
    in more than one part. An outcome is orphaned where all acts reported under it are one partner's.
    Weights play no part.

    Source: J. Hopcroft and R. Tarjan, Efficient algorithms for graph manipulation, CACM 16 (1973).
    """
    cut = set(nx.articulation_points(affiliation(network)))
    orphans = _only(sharing(network).values())
    outcomes = _only(_outcomes(network).values())
    return {
        partner: {
            "articulation": partner in cut,
            "orphans": orphans[partner],
            "orphanedOutcomes": outcomes[partner],
        }
        for partner in partners(network)
    }


def _only(groups: Iterable[Iterable[str]]) -> Counter[str]:
    return Counter(members[0] for group in groups if len(members := list(group)) == 1)


def _outcomes(network: Network) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one, other, edge in network.edges(data=True):
        is_outcome = network.nodes[other]["kind"] == "Outcome"
        for outcome in {*edge["outcomes"], *([other] if is_outcome else [])}:
            found[outcome] |= {one, other} if edge["relation"] == "with" else {one}
    return found
