"""What partners share: the sharing behind a network, as two sides, and as ties between partners."""

from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations
from typing import TypeAlias

import networkx as nx

from kg.network.projection import Network, partners

Ties: TypeAlias = "nx.Graph[str]"
Shared = tuple[str, ...]
"""What partners share: (a programme, ...), or (a, b) where two work together without one."""
Affiliation: TypeAlias = "nx.Graph[str | Shared]"


def sharing(network: Network) -> Mapping[Shared, frozenset[str]]:
    """Answer what is shared, and the partners who share it.

    A partner that others take part in (a network of organisations) shares itself with them. Two
    organisations that work together without anything named share that, once.
    """
    found: dict[Shared, set[str]] = defaultdict(set)
    for participant, target, edge in network.edges(data=True):
        if edge["relation"] == "with" and network.nodes[target]["partner"]:
            found[min(participant, target), max(participant, target)] |= {participant, target}
        else:
            itself = {target} if network.nodes[target]["partner"] else set()
            found[(target,)] |= {participant} | itself
    return {shared: frozenset(found[shared]) for shared in sorted(found)}


def affiliation(network: Network) -> Affiliation:
    """Answer who shares what as an undirected graph: partners on one side, the shared on the other.

    What one partner alone takes part in leads to nobody and is left out. Path measures run on
    this graph: it grows with the acts, where ties between partners grow with their square.
    """
    graph: Affiliation = nx.Graph()
    graph.add_nodes_from(partners(network))
    for shared, sharers in sharing(network).items():
        if len(sharers) > 1:
            graph.add_edges_from((partner, shared) for partner in sorted(sharers))
    return graph


def ties(network: Network) -> Ties:
    r"""Answer the one-mode network of partners.

    `weight` is the strength of a tie, $w_{ij} = \sum_t 1 / (k_t - 1)$ over the things t that i and
    j share, where $k_t$ partners share t: something shared by few ties more. `distance` is
    $1 / w_{ij}$, for path measures. `shared` lists the things.

    Source: M. E. J. Newman, Scientific collaboration networks II, Phys. Rev. E 64, 016132 (2001).
    """
    shares: dict[tuple[str, str], list[tuple[Shared, float]]] = defaultdict(list)
    for shared, sharers in sharing(network).items():
        for pair in combinations(sorted(sharers), 2):
            shares[pair].append((shared, 1 / (len(sharers) - 1)))
    graph: Ties = nx.Graph()
    graph.add_nodes_from((node, network.nodes[node]) for node in partners(network))
    for (one, other), found in sorted(shares.items()):
        weight = sum(part for _, part in found)
        shared_things = tuple(s[0] for s, _ in found if len(s) == 1)
        graph.add_edge(one, other, weight=weight, distance=1 / weight, shared=shared_things)
    return graph
