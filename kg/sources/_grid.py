"""Rows of a table of results, whatever file they stand in, as IATI's activities and results."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from kg.pages.identifiers import identified
from kg.pages.layout import layouts
from kg.records import Issue, Node, Outcome, Value
from kg.sources._columns import Column
from kg.sources._numbers import Cell, plain, worded
from kg.standard.iati import rows as standard

_SHORT: Final = 200
_GROUPS: Final = frozenset({"result", "indicator", "baseline", "period"})
"""Kinds of nodes that go on over rows which say the same of them."""

_PERIOD: Final = "result/indicator/period"
_YEAR: Final = f"{_PERIOD}/year"
_BASELINE: Final = "result/indicator/baseline"
_ABOVE: Final = frozenset({"", "result", "result/indicator"})
"""What a baseline and a period stand in."""

_OUTCOME: Final = "result/outcome"
_OUTCOMES: Final = frozenset({_OUTCOME, "result/title"})
"""Where an outcome may be named by the identifier that its publisher gave it."""

_OF_NUMBERS: Final = ("kind", "counted", "qualifier")
_NO_OUTCOME: Final = "an outcome of no known publisher"
_FOUR_DIGITS: Final = re.compile(r"\d{4}")
_UNCLEAR: Final = (
    'thousands or decimals? no other number of the table tells: name its decimal sign ("." or ",")'
    " in the settings"
)


class _Said(NamedTuple):
    """What a cell says, and why it cannot be understood."""

    raw: str
    problem: str = ""


_Row = dict[str, _Said]
"""What a row says, by path."""


@dataclass(slots=True)
class Grid:
    """Grows the activities of a table, row by row."""

    headings: Sequence[str]
    columns: Mapping[int, Column]
    sheet: str = ""
    activities: dict[str, Node] = field(default_factory=dict)
    _known: dict[tuple[int, str, str], Node] = field(default_factory=dict)
    _unread: Counter[int] = field(default_factory=Counter)
    _first: dict[int, tuple[int, str]] = field(default_factory=dict)

    def take(self, row: Sequence[Cell], line: int) -> None:
        """Add what a row says. A cell that is empty says nothing."""
        cells = {at: cell for at, cell in enumerate(row) if str(cell).strip()}
        for at in cells.keys() - self.columns.keys():
            self._unread[at] += 1
            self._first.setdefault(at, (line, str(cells[at])))
        said: _Row = {}
        dated: dict[tuple[str, str], _Row] = {}
        for at in sorted(cells.keys() & self.columns.keys()):
            column = self.columns[at]
            group = _BASELINE if column.path.startswith(_BASELINE) else _PERIOD
            where = dated.setdefault((group, column.year), {}) if column.year else said
            where |= _said(cells[at], column)
        if stated := said.pop(_YEAR, None):
            said |= _period(stated.raw.strip())
        if not said and not dated:
            return
        identifier = said.get("identifier", _Said("")).raw.strip()
        activity = self.activities.setdefault(identifier, Node(kind="activity", line=line))
        self._fill(activity, said, "", line)
        above = {path: one for path, one in said.items() if path.rpartition("/")[0] in _ABOVE}
        for (group, year), values in sorted(dated.items()):
            date = _period(year) if group == _PERIOD else {f"{_BASELINE}/year": _Said(year)}
            self._fill(activity, above | date | values, "", line)

    def unread(self) -> Iterator[Issue]:
        """Answer an issue for each column that nothing reads."""
        for at in sorted(self._unread):
            line, raw = self._first[at]
            name = self.headings[at] if at < len(self.headings) else str(at + 1)
            yield Issue(
                code="not-handled",
                message="not read: no heading that is known, or one that another column has; name"
                " its column in the settings",
                path=f"{self.sheet}/{name}".lstrip("/"),
                line=line,
                raw=raw[:_SHORT],
                count=self._unread[at],
            )

    def outcomes(self) -> Iterator[Outcome]:
        """Answer the outcomes that the table names, each once."""
        results = [part for node in self.activities.values() for part in node.parts]
        said = {
            v.raw: None
            for part in results
            for v in part.values
            if v.field == "outcome" and not v.problem
        }
        for identifier in said:
            for layout in layouts():
                if identifier.startswith(layout.prefix):
                    published = identifier.removeprefix(layout.prefix)
                    yield Outcome(
                        publisher=layout.publisher, identifier=identifier, published=published
                    )

    def _fill(self, node: Node, said: _Row, prefix: str, line: int) -> None:
        """Add to a node the cells below its path, and the nodes inside it."""
        inside: dict[str, None] = {}
        below = {path[len(prefix) :]: one for path, one in said.items() if path.startswith(prefix)}
        for path, one in below.items():
            name, _, deeper = path.partition("/")
            if deeper:
                inside[name] = None
            elif all(value.field != name for value in node.values):
                node.values.append(Value(name, one.raw, "", line, one.problem))
        for name in inside:
            self._grow(
                node, name, {p: r for p, r in below.items() if p.startswith(f"{name}/")}, line
            )

    def _grow(self, node: Node, name: str, said: _Row, line: int) -> None:
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


def _said(cell: Cell, column: Column) -> _Row:
    """Answer what a cell says, by path: a number of a column of values as the standard writes it."""
    path = column.path
    if path in _OUTCOMES:
        return _named(str(cell), path)
    if not column.has_values:
        return {path: _Said(str(cell))}
    words = worded(cell) if isinstance(cell, str) else None
    number = plain(words.number if words else cell, column.decimal)
    if number is None:
        return {path: _Said(str(cell), _UNCLEAR)}
    above = path.rpartition("/")[0]
    of = words._asdict() if words else {}
    more = {f"{above}/{name}": _Said(of[name]) for name in _OF_NUMBERS if of.get(name)}
    return {path: _Said(number)} | more


def _named(said: str, path: str) -> _Row:
    """Answer the outcome that a cell names by its identifier, alone or before a title."""
    found = next((found for layout in layouts() if (found := identified(said, layout))), None)
    outcome = {_OUTCOME: _Said(found.identifier)} if found else {}
    if path == _OUTCOME:
        return outcome or {path: _Said(said, _NO_OUTCOME)}
    return {path: _Said(said)} | outcome


def _period(year: str) -> _Row:
    """Answer the first and the last day of a year."""
    is_year = _FOUR_DIGITS.fullmatch(year)
    return {
        f"{_PERIOD}/start": _Said(f"{year}-01-01" if is_year else year),
        f"{_PERIOD}/end": _Said(f"{year}-12-31" if is_year else year),
    }
