"""From acts to a network of two modes: partners, and what they take part in.

The network is a `networkx.MultiDiGraph`: partner -> what is taken part in, an edge an act, its key
the act's IRI. Node attributes: `label`, `kind` (type word), `partner`, `agency` (it reports),
`country`, `classification`. Edge attributes are the fields of the act; `participant` and
`counterpart` keep both ends as the source has them, where an office is folded into its agency.
"""

from collections.abc import Iterator
from dataclasses import fields
from operator import itemgetter
from typing import Final, Literal, NamedTuple, TypeAlias

import networkx as nx

from kg.network.acts import Act, Acts, Thing
from kg.network.scope import Scope

Network: TypeAlias = "nx.MultiDiGraph[str]"
Onto = Literal["target", "outcome", "place"]

_EVERYTHING: Final = Scope()


class _Edge(NamedTuple):
    partner: str
    other: str
    act: str
    attributes: dict[str, object]


def project(data: Acts, scope: Scope = _EVERYTHING, onto: Onto = "target") -> Network:
    """Answer the two-mode network of the acts within a scope, nodes and edges in order of IRI.

    `onto` says what the partners are tied to: what they take part in or work with, the outcomes
    that their acts are reported under, or the places. Who is worked with has its own edge to the
    outcome or place, on which only `other_role` says as what. An office's act with its own agency is no tie where offices
    are folded.
    """
    edges = [edge for act in scope.select(data) for edge in _edges(act, data, scope, onto)]
    takes_part = {edge.partner for edge in edges}
    if onto == "target":
        takes_part |= {edge.other for edge in edges if edge.attributes["relation"] == "with"}
    network: Network = nx.MultiDiGraph()
    for iri in sorted({iri for edge in edges for iri in edge[:2]}):
        network.add_node(iri, **_described(data.thing(iri), data), partner=iri in takes_part)
    for partner, other, act, attributes in sorted(edges, key=itemgetter(0, 1, 2)):
        network.add_edge(partner, other, key=act, **attributes)
    return network


def without_agencies(network: Network) -> Network:
    """Answer the network without those who report it, and without what then nobody takes part in."""
    rest: Network = network.copy()
    rest.remove_nodes_from([n for n, is_agency in network.nodes(data="agency") if is_agency])
    rest.remove_nodes_from([node for node, degree in dict(rest.degree()).items() if degree == 0])
    return rest


def partners(network: Network) -> list[str]:
    """Answer the nodes that take part in something, in order."""
    return sorted(node for node, takes_part in network.nodes(data="partner") if takes_part)


def taking_part(network: Network) -> Iterator[tuple[str, str, str]]:
    """Answer for each act as what who takes part in what: once for either end where two work together."""
    for one, other, edge in network.edges(data=True):
        if role := edge["role"] or edge["other_role"]:
            yield role, one, other
        if edge["other_role"] and network.nodes[other]["partner"]:
            yield edge["other_role"], other, one


def _edges(act: Act, data: Acts, scope: Scope, onto: Onto) -> Iterator[_Edge]:
    participant, target = _ends(act, data, scope)
    attributes = _attributes(act)
    if participant == target:
        return
    if onto == "target":
        yield _Edge(participant, target, act.iri, attributes)
        return
    for thing in _outcomes(act, data) if onto == "outcome" else act.places:
        yield _Edge(participant, thing, act.iri, attributes)
        if act.relation == "with":
            yield _Edge(target, thing, act.iri, attributes | {"role": ""})


def _ends(act: Act, data: Acts, scope: Scope) -> tuple[str, str]:
    if not scope.fold_offices:
        return act.participant, act.target
    return (
        data.thing(act.participant).agency or act.participant,
        data.thing(act.target).agency or act.target,
    )


def _outcomes(act: Act, data: Acts) -> set[str]:
    own = {act.target} if data.thing(act.target).type == "Outcome" else set()
    return own.union(act.outcomes)


def _attributes(act: Act) -> dict[str, object]:
    """Answer the edge's attributes; `target` is what file formats call the end of an edge."""
    found = {field.name: getattr(act, field.name) for field in fields(Act) if field.name != "iri"}
    found["counterpart"] = found.pop("target")
    return found


def _described(thing: Thing, data: Acts) -> dict[str, object]:
    return {
        "label": thing.label,
        "kind": thing.type,
        "country": thing.country,
        "classification": thing.classification,
        "agency": not data.agencies.isdisjoint({thing.iri, thing.agency}),
    }
