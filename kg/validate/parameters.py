"""Reads the arguments of constraints and targets from the shapes graph, by the kind of parameter.

What is not as SHACL wants it raises a ShapeError; what is right but beyond the engine raises
Unsupported, so that pySHACL checks that shape.
"""

from collections.abc import Callable, Mapping
from typing import Final

import pyoxigraph as ox

from kg.terms import SH, XSD
from kg.validate.graph import ShapesGraph
from kg.validate.queries import select
from kg.validate.statements import Term
from kg.validate.templates import frame

Arguments = tuple[Term, ...]


class Unsupported(Exception):
    """A shape is right but beyond the engine; the message says what in it."""


def read(kind: str, graph: ShapesGraph, shape: Term, value: Term) -> Arguments | None:
    """Answer the terms of an argument; None where it asks for nothing.

    Raises:
        ShapeError: the value is not what the parameter wants.
        Unsupported: the engine cannot say it.
    """
    return _READERS[kind](graph, shape, value)


def _term(_graph: ShapesGraph, _shape: Term, value: Term) -> Arguments:
    if isinstance(value, ox.BlankNode):
        raise Unsupported("a blank node as a value")
    return (value,)


def _iri(graph: ShapesGraph, shape: Term, value: Term) -> Arguments:
    if not isinstance(value, ox.NamedNode):
        raise graph.error(shape, f"{value} stands where an IRI is wanted: name it by its IRI")
    return (value,)


def _node(graph: ShapesGraph, shape: Term, value: Term) -> Arguments:
    if isinstance(value, ox.Literal):
        raise graph.error(shape, f"{value} stands where a shape is wanted: name a shape")
    return (value,)


def _literal(datatype: str) -> Callable[[ShapesGraph, Term, Term], Arguments]:
    def typed(graph: ShapesGraph, shape: Term, value: Term) -> Arguments:
        if not isinstance(value, ox.Literal) or value.datatype.value != datatype:
            raise graph.error(shape, f"{value} stands where a <{datatype}> is wanted: mend it")
        return (value,)

    return typed


def _regex(graph: ShapesGraph, shape: Term, value: Term) -> Arguments:
    pattern = _literal(XSD.string)(graph, shape, value)
    flags = graph.one(shape, SH.flags) or ox.Literal("")
    query = frame("regex", {"pattern": str(value), "flags": str(flags)})
    (row,) = select(ox.Store(), query)
    if row["readable"] is None:
        raise Unsupported(f"the regular expression {value}")
    return pattern


def _true(graph: ShapesGraph, shape: Term, value: Term) -> bool:
    (flag,) = _literal(XSD.boolean)(graph, shape, value)
    return flag.value == "true"


def _flag(graph: ShapesGraph, shape: Term, value: Term) -> Arguments | None:
    return () if _true(graph, shape, value) else None


def _terms(graph: ShapesGraph, shape: Term, value: Term) -> Arguments:
    items = graph.items(shape, value)
    return tuple(term for item in items for term in _term(graph, shape, item))


def _shapes(graph: ShapesGraph, shape: Term, value: Term) -> Arguments:
    items = graph.items(shape, value)
    return tuple(node for item in items for node in _node(graph, shape, item))


def _siblings(graph: ShapesGraph, shape: Term, value: Term) -> Arguments:
    """Answer the other qualified value shapes of the shapes that this one is a property of."""
    if not _true(graph, shape, value):
        return ()
    parents = [n for n in graph.subjects(SH.property) if shape in graph.objects(n, SH.property)]
    properties = {p for parent in parents for p in graph.objects(parent, SH.property)}
    found = {s for p in properties for s in graph.objects(p, SH.qualifiedValueShape)}
    return tuple(sorted(found - set(graph.objects(shape, SH.qualifiedValueShape)), key=str))


def _properties(graph: ShapesGraph, shape: Term, value: Term) -> Arguments | None:
    """Answer the properties that a closed shape names: those of its property shapes."""
    if not _true(graph, shape, value):
        return None
    found = {v for p in graph.objects(shape, SH.property) for v in graph.objects(p, SH.path)}
    return tuple(sorted((v for v in found if isinstance(v, ox.NamedNode)), key=str))


def _select(graph: ShapesGraph, shape: Term, value: Term) -> Arguments | None:
    if isinstance(value, ox.Literal):
        raise graph.error(shape, "sh:sparql points at a text: point it at a node with sh:select")
    if graph.one(value, SH.deactivated) and _true(
        graph, shape, graph.objects(value, SH.deactivated)[0]
    ):
        return None
    select = graph.one(value, SH.select)
    if select is None:
        raise graph.error(shape, "sh:sparql without sh:select: write the query")
    return _literal(XSD.string)(graph, shape, select)


_READERS: Final[Mapping[str, Callable[[ShapesGraph, Term, Term], Arguments | None]]] = {
    "term": _term,
    "iri": _iri,
    "class": _iri,
    "shape": _node,
    "integer": _literal(XSD.integer),
    "string": _literal(XSD.string),
    "regex": _regex,
    "flag": _flag,
    "terms": _terms,
    "shapes": _shapes,
    "siblings": _siblings,
    "properties": _properties,
    "select": _select,
}
