"""The shapes graph: the triples of all shapes files, and which file says what."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pyoxigraph as ox

from kg.errors import ShapeError
from kg.terms import RDF, SH
from kg.validate.components import shape_predicates
from kg.validate.skolem import named
from kg.validate.statements import Statement, Term, of

_RESTATED = (SH.severity, SH.message, SH.deactivated)


class ShapesGraph:
    """Statements by subject and predicate; objects are in the order of their N-Triples.

    `files` says which file each statement stands in.
    """

    def __init__(self, files: Mapping[Statement, str]) -> None:
        self.statements = sorted(files, key=str)
        self._index: dict[Term, dict[str, list[Term]]] = {}
        self._files: dict[Term, str] = {}
        for statement in self.statements:
            predicates = self._index.setdefault(statement.subject, {})
            predicates.setdefault(statement.predicate.value, []).append(statement.object)
            self._files.setdefault(statement.subject, files[statement])

    def subjects(self, predicate: str) -> list[Term]:
        """Answer what has a property, in order."""
        return [node for node, found in self._index.items() if predicate in found]

    def predicates(self, node: Term) -> list[str]:
        """Answer the properties of a node, in order."""
        return list(self._index.get(node, {}))

    def objects(self, node: Term, predicate: str) -> list[Term]:
        """Answer the values of a property of a node, in order."""
        return self._index.get(node, {}).get(predicate, [])

    def one(self, node: Term, predicate: str) -> Term | None:
        """Answer the value of a property that has one at most.

        Raises:
            ShapeError: it has more.
        """
        found = self.objects(node, predicate)
        if len(found) > 1:
            raise self.error(node, f"more than one <{predicate}>: leave one of them")
        return found[0] if found else None

    def is_a(self, node: Term, class_iri: str) -> bool:
        """Answer whether the graph says that a node is of a class."""
        return ox.NamedNode(class_iri) in self.objects(node, RDF.type)

    def items(self, node: Term, head: Term) -> tuple[Term, ...]:
        """Answer the members of a list that a node points at.

        Raises:
            ShapeError: it is no well-formed list.
        """
        found: list[Term] = []
        seen: set[Term] = set()
        while head != ox.NamedNode(RDF.nil):
            first, rest = self.objects(head, RDF.first), self.objects(head, RDF.rest)
            if len(first) != 1 or len(rest) != 1 or head in seen:
                raise self.error(node, "a list in it is not well-formed: write it as ( ... )")
            seen.add(head)
            found += first
            head = rest[0]
        return tuple(found)

    def error(self, node: Term, reason: str) -> ShapeError:
        """Answer the error that says where and why a shape is wrong."""
        return ShapeError(f"{self._files.get(node, 'shapes')}: {node}: {reason}")


def load(folders: Sequence[Path]) -> ShapesGraph:
    """Answer the graph of all Turtle files in some folders.

    A later folder's `sh:severity`, `sh:message` and `sh:deactivated` replace those that an
    earlier one gives the same shape, so that a folder can be a profile of another.

    Raises:
        ShapeError: a folder is missing, or a file is no Turtle.
    """
    files: dict[Statement, str] = {}
    for folder in folders:
        if not folder.is_dir():
            raise ShapeError(f"{folder}: no such folder: name a folder with shapes")
        read = {s: str(path) for path in sorted(folder.glob("*.ttl")) for s in _read(path)}
        restated = {s[:2] for s in read if s.predicate.value in _RESTATED}
        files = {s: file for s, file in files.items() if s[:2] not in restated} | read
    return ShapesGraph(files)


def _read(path: Path) -> list[Statement]:
    try:
        quads = list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
    except (OSError, SyntaxError) as error:
        reason = " ".join(str(error).split())
        raise ShapeError(f"{path}: not read ({reason}): mend the file") from error
    found = [statement for quad in quads if (statement := of(quad.triple))]
    return named(found, shape_predicates())
