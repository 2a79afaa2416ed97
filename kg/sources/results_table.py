"""Tables of results, delimited by commas, semicolons, tabs or bars: a row an indicator's values.

Handled: the columns that `kg/sources/tables/*.toml` or the settings name, read as IATI's results.
Values stay as they are published. Counted as not read: columns of other names. A table without a
column of identifiers is one activity without identifier.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final, NamedTuple

from kg.documents import Document
from kg.pages import country, year
from kg.pages.clues import Clues
from kg.pages.countries import countries
from kg.records import Issue, Node, Page, Record, Value
from kg.sources._columns import columns
from kg.standard.iati import rows as standard
from kg.text.rendition import preview, rendition

NAME: Final = "results table"
PRIORITY: Final = 40
_DELIMITERS: Final = (",", ";", "\t", "|")
_LINES_LOOKED_AT: Final = 10
_SHORT: Final = 200
_GROUPS: Final = frozenset({"result", "indicator", "baseline", "period"})
"""Kinds of nodes that go on over rows which say the same of them."""

_PERIOD: Final = "result/indicator/period"
_YEAR: Final = f"{_PERIOD}/year"
_FOUR_DIGITS: Final = re.compile(r"\d{4}")
_BROKEN: Final = "broken"


class _Head(NamedTuple):
    """The row of headings: where it is, how its columns are told apart, and what they are."""

    line: int
    delimiter: str
    headings: Sequence[str]
    paths: dict[int, str]


def recognises(document: Document, head: bytes) -> bool:
    """Answer whether one of the first rows names an indicator and its values."""
    return _head(preview(document, head), document) is not None


def read(document: Document) -> Iterator[Record | Issue]:
    """Answer what the table is, a node for each activity, and what was not read."""
    text = rendition(document)
    clues = Clues(file_name=document.name, settings=dict(document.hints))
    place, region = country.country_of(clues, countries(document.registers), {})
    yield Page(kind=NAME, country=place, region=region, year=year.year_of(clues))
    yield from text.issues
    head = _head(text.content, document)
    if head is None:
        return
    table = _Table(head)
    reader = csv.reader(islice(_lines(text.content), head.line + 1, None), delimiter=head.delimiter)
    broken: list[Issue] = []
    try:
        for row in reader:
            table.take(row, head.line + 1 + reader.line_num)
    except csv.Error as error:
        line = head.line + 1 + reader.line_num
        broken.append(Issue(code=_BROKEN, message=str(error), line=line))
    yield from table.activities.values()
    yield from table.unread()
    yield from broken


def _head(text: str, document: Document) -> _Head | None:
    for line, said in enumerate(islice(_lines(text), _LINES_LOOKED_AT)):
        for delimiter in _DELIMITERS:
            row = _cells(said, delimiter)
            if paths := columns(row, document.hints):
                return _Head(line, delimiter, row, paths)
    return None


def _lines(text: str) -> Iterator[str]:
    """Answer lines as tables have them: other marks that may end a line stand in cells."""
    return iter(io.StringIO(text, newline=""))


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


@dataclass(slots=True)
class _Table:
    """Grows the activities of a table, row by row."""

    head: _Head
    activities: dict[str, Node] = field(default_factory=dict)
    _known: dict[tuple[int, str, str], Node] = field(default_factory=dict)
    _unread: Counter[int] = field(default_factory=Counter)
    _first: dict[int, tuple[int, str]] = field(default_factory=dict)

    def take(self, row: Sequence[str], line: int) -> None:
        """Add what a row says. A cell that is empty says nothing."""
        cells = {at: raw for at, raw in enumerate(row) if raw.strip()}
        said = {self.head.paths[at]: raw for at, raw in cells.items() if at in self.head.paths}
        for at in cells.keys() - self.head.paths.keys():
            self._unread[at] += 1
            self._first.setdefault(at, (line, cells[at]))
        if stated := said.pop(_YEAR, "").strip():
            is_year = _FOUR_DIGITS.fullmatch(stated)
            said[f"{_PERIOD}/start"] = f"{stated}-01-01" if is_year else stated
            said[f"{_PERIOD}/end"] = f"{stated}-12-31" if is_year else stated
        if said:
            identifier = said.get("identifier", "").strip()
            activity = self.activities.setdefault(identifier, Node(kind="activity", line=line))
            self._fill(activity, said, "", line)

    def unread(self) -> Iterator[Issue]:
        """Answer an issue for each column that nothing reads."""
        for at in sorted(self._unread):
            line, raw = self._first[at]
            name = self.head.headings[at] if at < len(self.head.headings) else str(at + 1)
            yield Issue(
                code="not-handled",
                message="not read: no known heading; name its column in the settings",
                path=name,
                line=line,
                raw=raw[:_SHORT],
                count=self._unread[at],
            )

    def _fill(self, node: Node, said: dict[str, str], prefix: str, line: int) -> None:
        """Add to a node the cells below its path, and the nodes inside it."""
        inside: dict[str, None] = {}
        below = {path[len(prefix) :]: raw for path, raw in said.items() if path.startswith(prefix)}
        for path, raw in below.items():
            name, _, deeper = path.partition("/")
            if deeper:
                inside[name] = None
            elif all(value.field != name for value in node.values):
                node.values.append(Value(name, raw, "", line))
        for name in inside:
            self._grow(
                node, name, {p: r for p, r in below.items() if p.startswith(f"{name}/")}, line
            )

    def _grow(self, node: Node, name: str, said: dict[str, str], line: int) -> None:
        """Add a node inside another, or go on with the one that an earlier row began."""
        kind = name.partition("#")[0]
        own = sorted((p, r) for p, r in said.items() if p.count("/") == 1 or kind == "baseline")
        key = (id(node), name, repr(own))
        part = self._known.get(key) if kind in _GROUPS else None
        if part is not None and kind == "baseline":
            return
        if part is None:
            part = self._known[key] = Node(kind=kind, line=line)
            node.parts.append(part)
        self._fill(part, said, f"{name}/", line)
        for row in standard()[kind]:
            is_missing = all(value.field != row.field for value in part.values)
            if row.default.startswith("=") and is_missing:
                part.values.append(Value(row.field, row.default[1:], "", line))
