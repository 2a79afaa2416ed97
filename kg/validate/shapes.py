"""Shapes, ready to validate with: read, and checked so far as it goes without data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import pyoxigraph as ox

from kg.terms import RDFS, SH
from kg.validate import graph, paths, reading
from kg.validate.classes import Classes
from kg.validate.compiler import Compiler
from kg.validate.findings import Fallback
from kg.validate.graph import ShapesGraph
from kg.validate.queries import select
from kg.validate.shape import Shape, has_rule, reachable, recursive
from kg.validate.statements import Term

_ANY_DATE = "2000-01-01"


@dataclass(frozen=True, slots=True)
class Shapes:
    """The shapes of some folders, and the class hierarchy that stands in them.

    `roots` are checked by themselves: shapes with targets, and shapes that nothing refers to.
    `fallbacks` are the roots that pySHACL checks, each with what is beyond the engine.
    """

    graph: ShapesGraph
    all: Mapping[Term, Shape]
    classes: Classes
    roots: tuple[Shape, ...] = ()
    fallbacks: Mapping[Term, Fallback] = field(default_factory=dict)

    @classmethod
    def load(cls, folders: Sequence[Path]) -> Self:
        """Answer the shapes and the classes of all Turtle files in some folders.

        A later folder may restate severity, message and deactivation of an earlier one's shapes.

        Raises:
            ShapeError: a file or a shape in it is wrong; says which, why, and what to do.
        """
        triples = graph.load(folders)
        found = reading.read(triples)
        edges = (
            (node, above)
            for node in triples.subjects(RDFS.subClassOf)
            for above in triples.objects(node, RDFS.subClassOf)
        )
        classes = Classes(frozenset(edges))
        inner = {node for shape in found.values() for c in shape.constraints for node in c.inner}
        roots = tuple(s for s in found.values() if s.targets or s.node not in inner)
        reasons = {r.node: _beyond(found, r) for r in roots if r.targets or r.unsupported}
        fallbacks = {n: Fallback(n.value, reason) for n, reason in reasons.items() if reason}
        shapes = cls(triples, found, classes, roots, fallbacks)
        shapes._check_rules()
        return shapes

    def _check_rules(self) -> None:
        """See that the queries that the shapes bring along parse where they will stand."""
        empty = ox.Store()
        compiler = Compiler(self.all, self.classes, _ANY_DATE)
        for root in self.roots:
            if root.targets and root.node not in self.fallbacks and has_rule(self.all, root.node):
                for check in compiler.checks(root):
                    try:
                        select(empty, check.query, check.prefixes)
                    except SyntaxError as error:
                        reason = " ".join(str(error).split())
                        told = f"sh:select: {reason}: mend the query"
                        raise self.graph.error(check.shape.node, told) from error


def _beyond(shapes: Mapping[Term, Shape], root: Shape) -> str:
    """Answer what in a shape, or in one that it refers to, is beyond the engine."""
    named = any(target.parameter.predicate == SH.targetNode for target in root.targets)
    for shape in reachable(shapes, root.node):
        if shape.unsupported:
            return shape.unsupported
        if recursive(shapes, shape.node):
            return f"{shape.node} refers to itself"
        if named and shape.path and paths.may_be_empty(shape.path):
            return f"the path {shape.path} from a named node, which the data need not hold"
    return ""
