"""Who stands between others: betweenness of partners through what they share."""

import random
from collections.abc import Sequence
from typing import Final

import networkx as nx

from kg.network.measures import Measured
from kg.network.projection import Network, partners
from kg.network.sharing import Affiliation, affiliation

NAME: Final = "betweenness"
ORDER: Final = 20
COLUMNS: Final = {
    "betweenness": "share of the shortest paths between other partners that run through it, 0 to 1",
}
EXACT_NODES: Final = 5000
PIVOTS: Final = 100
_SEED: Final = 1977


def measure(network: Network) -> Measured:
    r"""Answer the betweenness of every partner.

    $b_v = \frac{2}{(n-1)(n-2)} \sum_{\{s,t\}} \frac{\sigma_{st}(v)}{\sigma_{st}}$ over the pairs of
    other partners, where $\sigma_{st}$ counts the shortest paths from s to t and $\sigma_{st}(v)$
    those through v. Paths run partner - what is shared - partner and every step has length 1, so
    that two partners who share much have many shortest paths and no weight is read as a distance.
    Pairs without a path count 0. Above EXACT_NODES partners and things, paths start at PIVOTS
    seeded partners, and the sum is scaled up.

    Source: L. C. Freeman, A set of measures of centrality based on betweenness, Sociometry 40
    (1977); K. Faust, Centrality in affiliation networks, Social Networks 19 (1997); U. Brandes and
    C. Pich, Centrality estimation in large networks, Int. J. Bifurcation and Chaos 17 (2007).
    """
    everyone = partners(network)
    n = len(everyone)
    if n < 3:  # noqa: PLR2004  there is no pair of others
        return {partner: {"betweenness": 0.0} for partner in everyone}
    graph = affiliation(network)
    starts = _starts(everyone, graph)
    paths = nx.betweenness_centrality_subset(graph, starts, everyone)
    scale = 2 * n / len(starts) / ((n - 1) * (n - 2))
    return {partner: {"betweenness": paths[partner] * scale} for partner in everyone}


def caution(network: Network) -> str:
    """Answer what limits the values of this network."""
    everyone = partners(network)
    used = len(_starts(everyone, affiliation(network)))
    if used == len(everyone):
        return ""
    return f"betweenness is estimated from {used} of {len(everyone)} partners"


def _starts(everyone: Sequence[str], graph: Affiliation) -> list[str]:
    """Answer the partners at which paths start: all, or a seeded sample of many."""
    if len(graph) <= EXACT_NODES or len(everyone) <= PIVOTS:
        return list(everyone)
    return sorted(random.Random(_SEED).sample(everyone, PIVOTS))  # noqa: S311  a sample, no secret
