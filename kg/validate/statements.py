"""The terms of RDF 1.1 and statements made of them, as pyoxigraph has them."""

from typing import NamedTuple

import pyoxigraph as ox

Node = ox.NamedNode | ox.BlankNode
Term = ox.NamedNode | ox.BlankNode | ox.Literal


class Statement(NamedTuple):
    """A triple of RDF 1.1."""

    subject: Node
    predicate: ox.NamedNode
    object: Term


def of(triple: ox.Triple) -> Statement | None:
    """Answer a triple as a statement; None for one about triples, which SHACL does not know."""
    if isinstance(triple.subject, ox.Triple) or isinstance(triple.object, ox.Triple):
        return None
    return Statement(triple.subject, triple.predicate, triple.object)
