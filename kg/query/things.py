"""From a name as people write it to the thing that is meant."""

from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple

from kg.errors import AmbiguousName, UnknownName
from kg.identity.names import fold
from kg.store import Store, Table

_SHOWN = 5
_LEAST = 4
"""How many letters a beginning has at least."""


class Thing(NamedTuple):
    """A thing with a name: its IRI, the label to show, and its type word."""

    iri: str
    label: str
    type: str


def find(store: Store, name: str, kind: str = "thing") -> Thing:
    """Answer the one thing of a kind that a name or IRI means.

    Names are compared without case, accents and punctuation: with all labels and identifiers
    first, then as a part of them, then as the beginning of words of them.

    Raises:
        UnknownName: no thing has this name.
        AmbiguousName: several things have it; the message lists them.
    """
    found = named(store, name, kind)
    name = " ".join(name.split())
    if len(found) == 1:
        return found[0]
    if not found:
        what = "nothing" if kind == "thing" else f"no {kind}"
        raise UnknownName(f"{name!r}: the graph has {what} of this name: try fewer words of it")
    shown = "; ".join(f"{t.label} ({t.type}) <{t.iri}>" for t in found[:_SHOWN])
    more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    raise AmbiguousName(f"{name}: may be {shown}{more}: give more of the name, or the IRI")


def named(store: Store, name: str, kind: str = "thing") -> list[Thing]:
    """Answer the things of a kind with this name, else those with it as a part, else as a beginning.

    A beginning is one of a word, where at least as many letters are given as tell words apart.
    """
    wanted = fold(name)
    whole: dict[str, Thing] = {}
    part: dict[str, Thing] = {}
    begun: dict[str, Thing] = {}
    for thing, said in _names(store):
        if kind not in {"thing", thing.type.lower()}:
            continue
        folded = fold(said)
        if name in {thing.iri, said} or folded == wanted:
            whole[thing.iri] = thing
        elif wanted and f" {wanted} " in f" {folded} ":
            part[thing.iri] = thing
        elif len(wanted) >= _LEAST and f" {wanted}" in f" {folded}":
            begun[thing.iri] = thing
    return sorted((whole or part or begun).values(), key=lambda thing: (thing.label, thing.iri))


def _names(store: Store) -> Iterator[tuple[Thing, str]]:
    """Answer every thing with each of its names and identifiers."""
    answer = store.query(files(__package__).joinpath("names.rq").read_text(encoding="utf-8"))
    assert isinstance(answer, Table), "names.rq is no SELECT query"
    for iri, label, word, name in answer:
        if iri is not None and word is not None and name is not None:
            shown = label.value if label is not None else iri.value
            yield Thing(iri.value, shown, word.value), name.value
