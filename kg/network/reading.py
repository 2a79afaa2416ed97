"""From a graph to acts: the rows of the queries beside this module, folded by what they are about."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from importlib.resources import files

import pyoxigraph as ox

from kg.errors import QueryError
from kg.network.acts import Act, Acts, Gap, Thing
from kg.store import Store, Table, Term
from kg.terms import OKG, RDF

Row = Mapping[str, Term | None]
Days = defaultdict[str, tuple[str, str]]


def read(store: Store, lang: str = "en") -> Acts:
    """Answer the acts of a graph, labels in a language where there are any.

    Graph: the SELECT queries `*.rq` beside this module; each says what its rows are.
    """
    days, graphs = _days(store), _graphs(store)
    named = _grouped(store, "things", "thing")
    things = {iri: _thing(iri, named[iri], lang, days) for iri in sorted(named)}
    rows = _grouped(store, "acts", "act")
    return Acts(
        acts=tuple(_act(iri, rows[iri], days, graphs.get(iri, ())) for iri in sorted(rows)),
        things=things,
        agencies=frozenset(_text(row["agency"]) for row in _rows(store, "agencies")),
        gaps=tuple(_gap(row) for row in _rows(store, "gaps")),
    )


def _graphs(store: Store) -> Mapping[str, tuple[str, ...]]:
    """Answer the graphs of each act, which are named as the sources that say it."""
    type_, act = ox.NamedNode(RDF.type), ox.NamedNode(OKG.Participation)
    found: dict[str, set[str]] = defaultdict(set)
    for quad in store.quads.quads_for_pattern(None, type_, act):
        if isinstance(quad.graph_name, ox.NamedNode):
            found[str(quad.subject).strip("<>")].add(quad.graph_name.value)
    return {iri: tuple(sorted(graphs)) for iri, graphs in found.items()}


def _days(store: Store) -> Days:
    """Answer the first and last day of each activity, the actual one before the planned one."""
    found: Days = defaultdict(lambda: ("", ""))
    for row in _rows(store, "dates"):
        activity, day = _text(row["activity"]), _text(row["date"])[:10]
        start, end = found[activity]
        found[activity] = (start, day) if _text(row["end"]) == "true" else (day, end)
    return found


def _rows(store: Store, name: str) -> Iterator[Row]:
    query = files(__package__).joinpath(f"{name}.rq").read_text(encoding="utf-8")
    table = store.query(query)
    if not isinstance(table, Table):
        raise QueryError(f"{name}.rq: not a SELECT query: install kg again")
    for values in table:
        yield dict(zip(table.columns, values, strict=True))


def _grouped(store: Store, name: str, column: str) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in _rows(store, name):
        rows[_text(row[column])].append(row)
    return rows


def _act(iri: str, rows: list[Row], days: Days, graphs: tuple[str, ...]) -> Act:
    confidence = _all(rows, "confidence")
    start, end = days[_one(rows, "target")]
    return Act(
        iri=iri,
        participant=_one(rows, "participant"),
        role=_one(rows, "role"),
        relation="with" if _one(rows, "relation") == OKG.with_ else "in",
        target=_one(rows, "target"),
        other_role=_one(rows, "otherRole"),
        status=_one(rows, "status"),
        places=_all(rows, "place"),
        outcomes=_all(rows, "outcome"),
        years=tuple(int(year) for year in _all(rows, "year")) or _years(start, end),
        start=start,
        end=end,
        sources=graphs or _all(rows, "source"),
        narratives=_all(rows, "narrative"),
        evidence=_all(rows, "evidence"),
        confidence=Decimal(confidence[0]) if confidence else None,
    )


def _years(start: str, end: str) -> tuple[int, ...]:
    """Answer the years from the first to the last day; of an open span, the one that is known."""
    known = [int(day[:4]) for day in (start, end) if day]
    return tuple(range(min(known), max(known) + 1)) if known else ()


def _thing(iri: str, rows: list[Row], lang: str, days: Days) -> Thing:
    preferred = sorted(_text(r["preferred"]) for r in rows if _lang(r["preferred"]) == lang)
    return Thing(
        iri=iri,
        type=_one(rows, "type"),
        label=preferred[0] if preferred else _one(rows, "label"),
        country=_one(rows, "country"),
        classification=_one(rows, "classification"),
        agency=_one(rows, "agency"),
        within=_one(rows, "within"),
        start=days[iri][0],
        end=days[iri][1],
    )


def _gap(row: Row) -> Gap:
    return Gap(
        document=_text(row["document"]),
        shown=_number(row["shown"]),
        total=_number(row["total"]),
        truncated=_number(row["truncated"]) or 0,
    )


def _all(rows: list[Row], column: str) -> tuple[str, ...]:
    return tuple(sorted({_text(value) for row in rows if (value := row[column]) is not None}))


def _one(rows: list[Row], column: str) -> str:
    values = _all(rows, column)
    return values[0] if values else ""


def _text(term: Term | None) -> str:
    return term.value if term else ""


def _lang(term: Term | None) -> str | None:
    return getattr(term, "language", None)


def _number(term: Term | None) -> int | None:
    return int(term.value) if term else None
