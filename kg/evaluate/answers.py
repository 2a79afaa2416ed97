"""What a build says of each document: the rows of the queries that are a contract."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple, TypeVar

from kg import resources
from kg.evaluate.gold import Page
from kg.evaluate.spans import Span
from kg.query import load
from kg.store import Store, Table

Row = Mapping[str, str]
R = TypeVar("R")


class FoundMention(NamedTuple):
    """A name that was found."""

    span: Span
    text: str
    type: str
    entity: str
    label: str


class FoundMeasurement(NamedTuple):
    """A number that was found."""

    span: Span
    text: str
    value: Decimal
    qualifier: str
    role: str


class FoundEnd(NamedTuple):
    """Who or what stands at one end of a participation."""

    entity: str
    label: str


class FoundParticipation(NamedTuple):
    """Who takes part in what; `span` is empty where it was published as data."""

    span: Span
    participant: FoundEnd
    role: str
    target: FoundEnd


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What was found in documents, by their names, in the order of the queries.

    `documents` counts the sources that have a name.
    """

    documents: Mapping[str, int]
    mentions: Mapping[str, Sequence[FoundMention]]
    measurements: Mapping[str, Sequence[FoundMeasurement]]
    participations: Mapping[str, Sequence[FoundParticipation]]

    def with_copies(self, pages: Iterable[Page]) -> "Answers":
        """Answer these, what a page says also for those of the same bytes, which a build reads once."""
        named: dict[bytes, list[str]] = defaultdict(list)
        for page in pages:
            if page.path:
                named[page.path.read_bytes()].append(page.name)
        told = self.mentions.keys() | self.measurements.keys() | self.participations.keys()
        copies = {
            name: read
            for names in named.values()
            for read in names
            if read in told
            for name in names
            if name not in told
        }
        return Answers(
            documents=_copied(self.documents, copies),
            mentions=_copied(self.mentions, copies),
            measurements=_copied(self.measurements, copies),
            participations=_copied(self.participations, copies),
        )


def _copied(found: Mapping[str, R], copies: Mapping[str, str]) -> dict[str, R]:
    return {**found, **{name: found[one] for name, one in copies.items() if one in found}}


def ask(store: Store) -> Answers:
    """Answer what the index of a build says."""
    sources = _rows(store, "sources")
    return Answers(
        documents={name: len(rows) for name, rows in _by_document(sources, dict).items()},
        mentions=_by_document(_rows(store, "mentions"), _mention),
        measurements=_by_document(_rows(store, "measurements"), _measurement),
        participations=_by_document(_rows(store, "participations"), _participation),
    )


def _rows(store: Store, name: str) -> Iterator[Row]:
    answer = store.query(load((resources.folder("queries"),)).find(name).text)
    assert isinstance(answer, Table), f"{name} is no SELECT query"
    for row in answer:
        yield {
            column: term.value
            for column, term in zip(answer.columns, row, strict=True)
            if term is not None
        }


def _by_document(rows: Iterator[Row], read: Callable[[Row], R]) -> Mapping[str, Sequence[R]]:
    found: dict[str, list[R]] = defaultdict(list)
    for row in rows:
        if "document" in row:
            found[row["document"]].append(read(row))
    return dict(found)


def _span(row: Row) -> Span:
    return int(row.get("start", 0)), int(row.get("end", 0))


def _mention(row: Row) -> FoundMention:
    return FoundMention(
        _span(row), row["text"], row["type"], row.get("entity", ""), row.get("label", "")
    )


def _measurement(row: Row) -> FoundMeasurement:
    return FoundMeasurement(
        _span(row), row["text"], Decimal(row["value"]), row["qualifier"], row["role"]
    )


def _participation(row: Row) -> FoundParticipation:
    return FoundParticipation(
        _span(row),
        FoundEnd(row.get("organisationEntity", ""), row.get("organisation", "")),
        row["role"],
        FoundEnd(row.get("targetEntity", ""), row.get("target", "")),
    )
