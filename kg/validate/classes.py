"""The class hierarchy: which classes lie below a class, by the ontology and by the data itself."""

from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from kg.validate.queries import select
from kg.validate.statements import Term
from kg.validate.templates import frame


@dataclass(frozen=True, slots=True)
class Classes:
    """Pairs of a class and its superclass."""

    edges: frozenset[tuple[Term, Term]] = frozenset()

    def below(self, top: Term) -> list[Term]:
        """Answer a class and all its subclasses, in the order of their IRIs."""
        found, open_ = {top}, [top]
        while open_:
            parent = open_.pop()
            new = {child for child, above in self.edges if above == parent} - found
            found |= new
            open_ += new
        return sorted(found, key=str)

    def joined(self, edges: Iterable[tuple[Term, Term]]) -> "Classes":
        """Answer the hierarchy with more pairs."""
        return Classes(self.edges | frozenset(edges))


def declared(store: ox.Store) -> set[tuple[Term, Term]]:
    """Answer the pairs of subclass and superclass that the data itself holds."""
    rows = select(store, frame("classes", {}))
    return {(row["class"], row["parent"]) for row in rows}
