"""From acts to networks: two modes without loss, the sharing behind it, and partners alone.

The two-mode network is a `networkx.MultiDiGraph`: partner -> what is taken part in, an edge an
act, its key the act's IRI. Node attributes: `label`, `kind` (type word), `partner`, `agency`
(it reports), `country`, `classification`. Edge attributes are the fields of the act; `participant`
and `counterpart` keep both ends as the source has them, where an office is folded into its agency.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import fields
from itertools import combinations
from typing import Final, TypeAlias

import networkx as nx

from kg.network.acts import Act, Acts, Thing
from kg.network.scope import Scope

Network: TypeAlias = "nx.MultiDiGraph[str]"
Ties: TypeAlias = "nx.Graph[str]"
Shared = tuple[str, ...]
"""What partners share: (a programme, ...), or (a, b) where two work together without one."""
Affiliation: TypeAlias = "nx.Graph[str | Shared]"

_EVERYTHING: Final = Scope()


def project(data: Acts, scope: Scope = _EVERYTHING) -> Network:
    """Answer the two-mode network of the acts within a scope, nodes and edges in order of IRI.

    An office's act with its own agency is no tie where offices are folded.
    """
    acts = {act: _ends(act, data, scope) for act in scope.select(data)}
    ties = {act: (one, other) for act, (one, other) in acts.items() if one != other}
    takes_part = {one for one, _ in ties.values()}
    takes_part |= {other for act, (_, other) in ties.items() if act.relation == "with"}
    network: Network = nx.MultiDiGraph()
    for iri in sorted({iri for pair in ties.values() for iri in pair}):
        network.add_node(iri, **_described(data.thing(iri), data), partner=iri in takes_part)
    for act, (one, other) in sorted(ties.items(), key=lambda tie: (tie[1], tie[0].iri)):
        network.add_edge(one, other, key=act.iri, **_attributes(act))
    return network


def _ends(act: Act, data: Acts, scope: Scope) -> tuple[str, str]:
    if not scope.fold_offices:
        return act.participant, act.target
    return (
        data.thing(act.participant).agency or act.participant,
        data.thing(act.target).agency or act.target,
    )


def _described(thing: Thing, data: Acts) -> dict[str, object]:
    return {
        "label": thing.label,
        "kind": thing.type,
        "country": thing.country,
        "classification": thing.classification,
        "agency": not data.agencies.isdisjoint({thing.iri, thing.agency}),
    }


def _attributes(act: Act) -> dict[str, object]:
    """Answer the edge's attributes; `target` is what file formats call the end of an edge."""
    found = {field.name: getattr(act, field.name) for field in fields(Act) if field.name != "iri"}
    found["counterpart"] = found.pop("target")
    return found


def without_agencies(network: Network) -> Network:
    """Answer the network without those who report it, and without what then nobody takes part in."""
    rest: Network = network.copy()
    rest.remove_nodes_from([n for n, is_agency in network.nodes(data="agency") if is_agency])
    rest.remove_nodes_from([node for node, degree in dict(rest.degree()).items() if degree == 0])
    return rest


def partners(network: Network) -> list[str]:
    """Answer the nodes that take part in something, in order."""
    return sorted(node for node, takes_part in network.nodes(data="partner") if takes_part)


def sharing(network: Network) -> Mapping[Shared, frozenset[str]]:
    """Answer what is shared, and the partners who share it.

    A partner that others take part in (a network of organisations) shares itself with them. Two
    organisations that work together without anything named share that, once.
    """
    found: dict[Shared, set[str]] = defaultdict(set)
    for participant, target, edge in network.edges(data=True):
        if edge["relation"] == "with":
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
