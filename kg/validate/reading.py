"""Reads shapes out of the shapes graph, and finds out what is wrong with them or beyond the engine."""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

import pyoxigraph as ox

from kg.terms import OWL, PREFIXES, RDF, RDFS, SH
from kg.validate import parameters, paths, selects
from kg.validate.components import Component, Parameter, components, shape_predicates, targets
from kg.validate.findings import Severity
from kg.validate.graph import ShapesGraph
from kg.validate.parameters import Unsupported
from kg.validate.shape import Constraint, Shape, Target
from kg.validate.statements import Term

_SILENT: Final = frozenset(
    {
        SH.path, SH.severity, SH.message, SH.deactivated, SH.name, SH.description, SH.order,
        SH.group, SH.defaultValue, SH.select, SH.prefixes, SH.declare,
    }
)  # fmt: skip
_DEFERRED: Final = frozenset({SH.target, SH.js, SH.rule, SH.expression, SH.values})


def read(graph: ShapesGraph) -> Mapping[Term, Shape]:
    """Answer all shapes of a graph by their names, in the order of their names.

    Raises:
        ShapeError: a shape is not as SHACL wants it.
    """
    return {node: _shape(graph, node) for node in sorted(_nodes(graph), key=str)}


def _nodes(graph: ShapesGraph) -> set[Term]:
    """Answer what is a shape (SHACL, section 2.1)."""
    typed = {n for n in graph.subjects(RDF.type) if _is_typed(graph, n)}
    telling = {n for p in (*targets(), *components()) for n in graph.subjects(p)}
    return (typed | telling | set(_inner(graph))) - _declarations(graph)


def _is_typed(graph: ShapesGraph, node: Term) -> bool:
    return graph.is_a(node, SH.NodeShape) or graph.is_a(node, SH.PropertyShape)


def _inner(graph: ShapesGraph) -> Iterator[Term]:
    for predicate in shape_predicates():
        for node in graph.subjects(predicate):
            for value in graph.objects(node, predicate):
                listed = graph.objects(value, RDF.first)
                for inner in graph.items(node, value) if listed else (value,):
                    if not isinstance(inner, ox.Literal):
                        yield inner


def _shape(graph: ShapesGraph, node: Term) -> Shape:
    path = graph.one(node, SH.path)
    if graph.is_a(node, SH.PropertyShape) and not path:
        raise graph.error(node, "a property shape without sh:path: say what it looks at")
    said = Shape(
        node=node,
        path=paths.read(graph, path) if path else "",
        severity=_severity(graph, node),
        message=_message(graph, node),
    )
    if _deactivated(graph, node):
        return said
    said = replace(said, targets=tuple(_targets(graph, node)))
    try:
        _check_predicates(graph, node)
        return replace(said, constraints=tuple(_constraints(graph, said)))
    except Unsupported as reason:
        return replace(said, unsupported=str(reason))


def _severity(graph: ShapesGraph, node: Term) -> Severity:
    said = graph.one(node, SH.severity)
    if said is None:
        return Severity.VIOLATION
    for severity in Severity:
        if said.value == severity.iri:
            return severity
    raise graph.error(node, f"{said} is no severity: write sh:Violation, sh:Warning or sh:Info")


def _message(graph: ShapesGraph, node: Term) -> str:
    """Answer the message of a shape: the English one, else the first."""
    found = graph.objects(node, SH.message)
    english = [m for m in found if isinstance(m, ox.Literal) and m.language in {"en", None}]
    return (english or found)[0].value if found else ""


def _deactivated(graph: ShapesGraph, node: Term) -> bool:
    value = graph.one(node, SH.deactivated)
    return value is not None and parameters.read("flag", graph, node, value) is not None


def _check_predicates(graph: ShapesGraph, node: Term) -> None:
    known = _SILENT | targets().keys() | _parameters()
    deferred = _DEFERRED | _custom(graph)
    for predicate in graph.predicates(node):
        if predicate in deferred:
            raise Unsupported(f"<{predicate}>")
        if predicate.startswith(PREFIXES["sh"]) and predicate not in known:
            near = difflib.get_close_matches(predicate, sorted(known), 1)
            advice = f"write <{near[0]}>" if near else "remove it"
            raise graph.error(node, f"<{predicate}> is no term of SHACL for a shape: {advice}")


def _parameters() -> set[str]:
    every = (p for same in components().values() for c in same for p in c.parameters)
    return {parameter.predicate for parameter in every}


def _custom(graph: ShapesGraph) -> set[str]:
    """Answer the parameters of constraint components that the shapes graph itself declares."""
    declared = _declarations(graph)
    return {path.value for node in declared for path in graph.objects(node, SH.path)}


def _declarations(graph: ShapesGraph) -> set[Term]:
    return {n for c in graph.subjects(SH.parameter) for n in graph.objects(c, SH.parameter)}


def _targets(graph: ShapesGraph, node: Term) -> Iterator[Target]:
    for predicate, (parameter, template) in targets().items():
        for value in graph.objects(node, predicate):
            for term in parameters.read(parameter.kind, graph, node, value) or ():
                yield Target(parameter, template, term)
    is_class = graph.is_a(node, RDFS.Class) or graph.is_a(node, OWL.Class)
    if is_class and _is_typed(graph, node):
        yield Target(*targets()[SH.targetClass], node)


def _constraints(graph: ShapesGraph, shape: Shape) -> Iterator[Constraint]:
    for key, same in components().items():
        for value in graph.objects(shape.node, key):
            component = next(c for c in same if not c.only or value.value in c.only)
            if component.property_only and not shape.path:
                raise graph.error(
                    shape.node, f"<{key}> without sh:path: move it to a property shape"
                )
            arguments = _arguments(graph, shape.node, component, value)
            if arguments is not None:
                yield _constraint(graph, shape.node, component, arguments, value)


def _arguments(
    graph: ShapesGraph, node: Term, component: Component, value: Term
) -> dict[str, tuple[Term, ...]] | None:
    key, *others = component.parameters
    terms = parameters.read(key.kind, graph, node, value)
    if terms is None:
        return None
    found = {key.name: terms}
    for parameter in others:
        other = _argument(graph, node, parameter)
        if other is not None:
            found[parameter.name] = other
    return found


def _argument(graph: ShapesGraph, node: Term, parameter: Parameter) -> tuple[Term, ...] | None:
    value = graph.one(node, parameter.predicate)
    if value is not None:
        return parameters.read(parameter.kind, graph, node, value)
    if parameter.default is None:
        raise graph.error(
            node, f"no <{parameter.predicate}>, without which nothing is asked: add it"
        )
    return None


def _constraint(
    graph: ShapesGraph,
    shape: Term,
    component: Component,
    arguments: Mapping[str, tuple[Term, ...]],
    value: Term,
) -> Constraint:
    if component.key.kind != "select" or isinstance(value, ox.Literal):
        return Constraint(component, arguments)
    (select,) = arguments[component.key.name]
    selects.check(graph, shape, select)
    return Constraint(
        component,
        arguments,
        message=_message(graph, value),
        prefixes=selects.prefixes(graph, value, select.value),
        dated=selects.dated(select),
    )
