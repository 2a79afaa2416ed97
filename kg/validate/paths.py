"""SHACL property paths as SPARQL property paths.

Source: SHACL, section 2.3.1.
"""

from typing import Final

import pyoxigraph as ox

from kg.terms import RDF, SH
from kg.validate.graph import ShapesGraph
from kg.validate.queries import select
from kg.validate.statements import Term
from kg.validate.templates import frame

_PREFIXED: Final = {SH.inversePath: "^"}
_REPEATED: Final = {SH.zeroOrMorePath: "*", SH.oneOrMorePath: "+", SH.zeroOrOnePath: "?"}


def read(graph: ShapesGraph, node: Term) -> str:
    """Answer the SPARQL text of the path that a node describes.

    Raises:
        ShapeError: it is no well-formed path.
    """
    return _read(graph, node, ())


def _read(graph: ShapesGraph, node: Term, within: tuple[Term, ...]) -> str:
    if isinstance(node, ox.NamedNode):
        return str(node)
    if isinstance(node, ox.Literal) or node in within:
        raise graph.error(node, "no path: write an IRI, or a path as SHACL section 2.3.1 says")
    inner = (*within, node)
    if graph.objects(node, RDF.first):
        return _joined(graph, node, node, "/", inner)
    if members := graph.objects(node, SH.alternativePath):
        return _joined(graph, node, members[0], "|", inner)
    for predicate, mark in _PREFIXED.items():
        for inverted in graph.objects(node, predicate):
            return f"{mark}{_step(_read(graph, inverted, inner))}"
    for predicate, mark in _REPEATED.items():
        for repeated in graph.objects(node, predicate):
            return f"{_step(_read(graph, repeated, inner))}{mark}"
    raise graph.error(node, "no path: write an IRI, or a path as SHACL section 2.3.1 says")


def _joined(
    graph: ShapesGraph, node: ox.BlankNode, head: Term, mark: str, within: tuple[Term, ...]
) -> str:
    members = [_step(_read(graph, member, within)) for member in graph.items(node, head)]
    if len(members) < 2:  # noqa: PLR2004  # the standard wants two steps at least
        raise graph.error(node, "a path with one step only: write the step itself")
    return mark.join(members)


def _step(path: str) -> str:
    return path if is_predicate(path) else f"({path})"


def is_predicate(path: str) -> bool:
    """Answer whether a path is a single predicate.

    Example:
        >>> is_predicate("<a:p>"), is_predicate("<a:p>/<a:q>"), is_predicate("^<a:p>")
        (True, False, False)
    """
    return path.startswith("<") and path.find(">") == len(path) - 1


def may_be_empty(path: str) -> bool:
    """Answer whether a path may lead nowhere, so that a node can be its own value.

    Example:
        >>> may_be_empty("<a:p>/<a:q>*"), may_be_empty("<a:p>?|<a:q>")
        (False, True)
    """
    node, nothing = ox.NamedNode(RDF.first), ox.NamedNode(RDF.nil)
    store = ox.Store()
    store.add(ox.Quad(node, nothing, nothing))
    return any(True for _ in select(store, frame("empty", {"node": str(node), "path": path})))
