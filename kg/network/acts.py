"""What a partner network is made of: acts of taking part, and the things that they tie together."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from importlib.resources import files
from typing import Literal

from kg.errors import QueryError
from kg.store import Store, Table, Term
from kg.terms import OKG

Relation = Literal["in", "with"]
Row = Mapping[str, Term | None]
Days = defaultdict[str, tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One participation: who, as what, in which thing or with which organisation.

    `years` are those the sources report on, else those of the activity. `start` and `end` are ISO
    8601 days, "" where they are not known.
    """

    iri: str
    participant: str
    role: str
    relation: Relation
    target: str
    status: str = ""
    places: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    start: str = ""
    end: str = ""
    sources: tuple[str, ...] = ()
    narratives: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    confidence: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What takes part or is taken part in; `agency` is what an office is a unit of.

    `start` and `end` are the days on which an activity began and ended, as far as they are known.
    """

    iri: str
    type: str = ""
    label: str = ""
    country: str = ""
    classification: str = ""
    agency: str = ""
    within: str = ""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A document that shows less than there is: what is counted in it is a lower bound."""

    document: str
    shown: int | None = None
    total: int | None = None
    truncated: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """All acts of a graph, sorted; the things in them by IRI; who reports them; what is missing."""

    acts: tuple[Act, ...]
    things: Mapping[str, Thing] = field(default_factory=dict)
    agencies: frozenset[str] = frozenset()
    gaps: tuple[Gap, ...] = ()

    def thing(self, iri: str) -> Thing:
        """Answer a thing; one that the graph does not describe is shown by its IRI's end."""
        return self.things.get(iri) or Thing(iri=iri, label=iri.rpartition("/")[2])


def read(store: Store, lang: str = "en") -> Acts:
    """Answer the acts of a graph, labels in a language where there are any.

    Graph: the SELECT queries `*.rq` beside this module; each says what its rows are.
    """
    days = _days(store)
    named = _grouped(store, "things", "thing")
    things = {iri: _thing(iri, named[iri], lang, days) for iri in sorted(named)}
    rows = _grouped(store, "acts", "act")
    return Acts(
        acts=tuple(_act(iri, rows[iri], days) for iri in sorted(rows)),
        things=things,
        agencies=frozenset(_text(row["agency"]) for row in _rows(store, "agencies")),
        gaps=tuple(_gap(row) for row in _rows(store, "gaps")),
    )


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


def _act(iri: str, rows: list[Row], days: Days) -> Act:
    confidence = _all(rows, "confidence")
    start, end = days[_one(rows, "target")]
    return Act(
        iri=iri,
        participant=_one(rows, "participant"),
        role=_one(rows, "role"),
        relation="with" if _one(rows, "relation") == OKG.with_ else "in",
        target=_one(rows, "target"),
        status=_one(rows, "status"),
        places=_all(rows, "place"),
        outcomes=_all(rows, "outcome"),
        years=tuple(int(year) for year in _all(rows, "year")) or _years(start, end),
        start=start,
        end=end,
        sources=_all(rows, "source"),
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
