"""Shapes as read: what they select, what they demand of it, what they say where it is wanting."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from kg.validate.components import Component, Parameter
from kg.validate.findings import Severity
from kg.validate.statements import Term
from kg.validate.templates import Template

_INNER_KINDS: Final = frozenset({"shape", "shapes", "siblings"})


@dataclass(frozen=True, slots=True)
class Target:
    """One target of a shape: a kind and what it selects by."""

    parameter: Parameter
    template: Template
    term: Term


@dataclass(frozen=True, slots=True)
class Constraint:
    """One constraint of a shape: a component and its arguments by the names of its parameters.

    `message` and `prefixes` are those of a `sh:sparql` constraint; `dated` says that it asks
    about a date.
    """

    component: Component
    arguments: Mapping[str, tuple[Term, ...]]
    message: str = ""
    prefixes: Mapping[str, str] = field(default_factory=dict)
    dated: bool = False

    @property
    def inner(self) -> tuple[Term, ...]:
        """The shapes that it refers to."""
        names = [p.name for p in self.component.parameters if p.kind in _INNER_KINDS]
        return tuple(node for name in names for node in self.arguments.get(name, ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A node shape (`path` is "") or a property shape.

    A deactivated shape has neither targets nor constraints. `unsupported` says what in it is
    beyond the engine.
    """

    node: Term
    path: str = ""
    severity: Severity = Severity.VIOLATION
    message: str = ""
    targets: tuple[Target, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    unsupported: str = ""

    @property
    def iri(self) -> str:
        """The IRI of the shape."""
        return self.node.value


def reachable(shapes: Mapping[Term, Shape], node: Term) -> Iterator[Shape]:
    """Answer a shape and all that it refers to, each once."""
    seen: set[Term] = set()
    open_ = [node]
    while open_:
        current = open_.pop()
        if current not in seen:
            seen.add(current)
            yield shapes[current]
            open_ += [n for c in shapes[current].constraints for n in c.inner]


def recursive(shapes: Mapping[Term, Shape], node: Term) -> bool:
    """Answer whether a shape refers to itself, whose meaning SHACL leaves open."""
    inner = {n for c in shapes[node].constraints for n in c.inner}
    return any(shape.node == node for n in inner for shape in reachable(shapes, n))


def has_rule(shapes: Mapping[Term, Shape], node: Term) -> bool:
    """Answer whether a shape, or one that it refers to, brings along a query of its own."""
    found = (c for shape in reachable(shapes, node) for c in shape.constraints)
    return any(constraint.component.key.kind == "select" for constraint in found)
