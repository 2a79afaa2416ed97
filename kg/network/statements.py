"""From a network back to RDF: the acts that its edges stand for, as triples.

Graph:
    <act> a okg:Participation ; okg:participant ; okg:role ; okg:in | okg:with ; okg:status ;
        okg:place ; okg:narrative ; okg:confidence ; prov:wasDerivedFrom .
"""

from collections.abc import Iterator, Mapping
from typing import Any

from pyoxigraph import Literal, NamedNode, Triple

from kg import nquads
from kg.iris import concept
from kg.network.projection import Network
from kg.terms import OKG, PROV, RDF, XSD


def statements(network: Network) -> Iterator[Triple]:
    """Answer the triples of each act, in the order of the edges; no act is changed by the way.

    What an edge to an outcome or place says of who is worked with is said by its participant's.
    """
    for _, _, act, edge in network.edges(keys=True, data=True):
        if not edge["role"]:
            continue
        for predicate, term in _properties(edge):
            yield Triple(NamedNode(act), NamedNode(predicate), term)


def _properties(edge: Mapping[str, Any]) -> Iterator[tuple[str, NamedNode | Literal]]:
    yield RDF.type, NamedNode(OKG.Participation)
    yield OKG.participant, NamedNode(edge["participant"])
    yield OKG.role, NamedNode(concept("ParticipationRole", edge["role"]))
    yield OKG.with_ if edge["relation"] == "with" else OKG.in_, NamedNode(edge["counterpart"])
    if edge["status"]:
        yield OKG.status, NamedNode(concept("ActStatus", edge["status"]))
    if edge["confidence"] is not None:
        text = nquads.decimal(edge["confidence"])
        yield OKG.confidence, Literal(text, datatype=NamedNode(XSD.decimal))
    for name, predicate in (
        ("places", OKG.place),
        ("narratives", OKG.narrative),
        ("evidence", PROV.wasDerivedFrom),
    ):
        for iri in edge[name]:
            yield predicate, NamedNode(iri)
