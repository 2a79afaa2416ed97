"""Names for the blank nodes of a shapes file, so that a report can point at every shape.

A shape without a name gets an IRI from what it says and what it stands in; other blank nodes (lists,
paths) get a label from what they say. A name changes only when its own shape does.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence

import pyoxigraph as ox

from kg.iris import Iris
from kg.terms import RDF, SH
from kg.validate.statements import Node, Statement, Term

_REST = ox.NamedNode(RDF.rest)
_FIRST = ox.NamedNode(RDF.first)
_SHAPE_CLASSES = {ox.NamedNode(SH.NodeShape), ox.NamedNode(SH.PropertyShape)}


def named(statements: Sequence[Statement], shape_predicates: Iterable[str]) -> list[Statement]:
    """Answer the statements of a file with names in the place of blank nodes.

    `shape_predicates` are those whose values, or the members of whose lists, are shapes.
    """
    names = _Names(statements, frozenset(map(ox.NamedNode, shape_predicates)))
    return [
        Statement(names.node(subject), predicate, names.of(object_))
        for subject, predicate, object_ in statements
    ]


class _Names:
    def __init__(
        self, statements: Sequence[Statement], predicates: frozenset[ox.NamedNode]
    ) -> None:
        self._about: dict[Term, list[tuple[ox.NamedNode, Term]]] = defaultdict(list)
        self._users: dict[Term, list[tuple[ox.NamedNode, Node]]] = defaultdict(list)
        for subject, predicate, object_ in statements:
            self._about[subject].append((predicate, object_))
            self._users[object_].append((predicate, subject))
        self._predicates = predicates
        self._known: dict[ox.BlankNode, Node] = {}

    def of(self, term: Term) -> Term:
        """Answer the term itself, or the name of a blank node."""
        return term if isinstance(term, ox.Literal) else self.node(term)

    def node(self, node: Node) -> Node:
        """Answer the node itself, or the name of a blank node."""
        if isinstance(node, ox.NamedNode):
            return node
        if node not in self._known:
            self._known[node] = self._name(node)
        return self._known[node]

    def _name(self, node: ox.BlankNode) -> Node:
        if self._is_shape(node):
            content = f"{self._holder(node)} {self._content(node, ())}"
            return ox.NamedNode(Iris().of("shape", _digest(content)))
        return ox.BlankNode(_digest(self._content(node, (), by_name=True)))

    def _content(self, term: Term, within: tuple[Term, ...], *, by_name: bool = False) -> str:
        """Answer what a node says, through all blank nodes; a circle is cut where it closes.

        `by_name`: shapes in it stand by their names, so that lists of two shapes that say the
        same stay two lists.
        """
        if term in within:
            return ""
        if not isinstance(term, ox.BlankNode):
            return str(term)
        if by_name and self._is_shape(term):
            return str(self.node(term))
        inner = (*within, term)
        about = (f"{p} {self._content(o, inner, by_name=by_name)}" for p, o in self._about[term])
        return f"[{';'.join(sorted(about))}]"

    def _is_shape(self, node: Term) -> bool:
        typed = any(value in _SHAPE_CLASSES for _, value in self._about[node])
        return typed or any(
            predicate in self._predicates
            or (predicate == _FIRST and self._heads_list_of_shapes(user))
            for predicate, user in self._users[node]
        )

    def _heads_list_of_shapes(self, cell: Node) -> bool:
        for _ in self._about:
            users = self._users[cell]
            if any(predicate in self._predicates for predicate, _ in users):
                return True
            before = [user for predicate, user in users if predicate == _REST]
            if not before:
                return False
            cell = before[0]
        return False

    def _holder(self, node: Term) -> str:
        """Answer the nearest named nodes that a blank node stands in."""
        open_, seen, found = [node], {node}, set()
        while open_:
            for _, user in self._users[open_.pop()]:
                if isinstance(user, ox.NamedNode):
                    found.add(str(user))
                elif user not in seen:
                    seen.add(user)
                    open_.append(user)
        return " ".join(sorted(found))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
