"""The words that name a thing, and whom it stands beside in the graph."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

import pyoxigraph as ox

from kg.query.binding import fill
from kg.store import Store, Table, Term

_MOST: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Where a text names a thing. Units: offsets are Unicode code points, `end` exclusive."""

    document: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What is known of a thing besides its names: some quotes of all, and its neighbours' labels."""

    mentions: int
    documents: tuple[str, ...]
    quotes: tuple[Quote, ...]
    neighbours: tuple[str, ...]


def evidence(store: Store, thing: str) -> Evidence:
    """Answer the evidence of a thing, given by its IRI: quotes from as many documents as may be.

    Graph: `?mention oa:hasBody ?thing`; `?fact okg:participant ?thing ; okg:in|okg:with ?other`.
    """
    quotes = [_quote(row) for row in _rows(store, "evidence.rq", thing)]
    first = {quote.document: quote for quote in reversed(quotes)}
    chosen = [first[name] for name in sorted(first)]
    chosen += [quote for quote in quotes if quote not in chosen]
    return Evidence(
        mentions=len(quotes),
        documents=tuple(sorted(first)),
        quotes=tuple(chosen[:_MOST]),
        neighbours=tuple(_text(label) for (label,) in _rows(store, "neighbours.rq", thing)),
    )


def _quote(row: Sequence[Term | None]) -> Quote:
    document, start, end, exact, prefix, suffix = map(_text, row)
    return Quote(
        document=document,
        start=int(start),
        end=int(end),
        exact=exact,
        prefix=prefix,
        suffix=suffix,
    )


def _rows(store: Store, name: str, thing: str) -> Iterator[tuple[Term | None, ...]]:
    text = (files(__package__) / name).read_text(encoding="utf-8")
    answer = store.query(fill(text, {"thing": [ox.NamedNode(thing)]}))
    assert isinstance(answer, Table), f"{name} is no SELECT query"
    return iter(answer)


def _text(term: Term | None) -> str:
    return "" if term is None else term.value
