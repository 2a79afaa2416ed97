"""The rows of a query of this folder about one thing."""

from collections.abc import Iterator
from importlib.resources import files

import pyoxigraph as ox

from kg.query.binding import fill
from kg.store import Store, Table, Term


def rows(store: Store, name: str, thing: str) -> Iterator[tuple[Term | None, ...]]:
    """Answer the rows of a query, given by the name of its file, about the thing with this IRI."""
    query = files(__package__).joinpath(name).read_text(encoding="utf-8")
    answer = store.query(fill(query, {"thing": [ox.NamedNode(thing)]}))
    assert isinstance(answer, Table), f"{name} is no SELECT query"
    return iter(answer)


def text(term: Term | None) -> str:
    """Answer the text of a value, "" where it is unbound."""
    return "" if term is None else term.value
