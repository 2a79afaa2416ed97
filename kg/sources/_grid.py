"""Rows of a table of results, whatever file they stand in, as IATI's activities and results."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kg.records import Issue, Node, Value
from kg.standard.iati import rows as standard

_SHORT: Final = 200
_GROUPS: Final = frozenset({"result", "indicator", "baseline", "period"})
"""Kinds of nodes that go on over rows which say the same of them."""

_PERIOD: Final = "result/indicator/period"
_YEAR: Final = f"{_PERIOD}/year"
_FOUR_DIGITS: Final = re.compile(r"\d{4}")


@dataclass(slots=True)
class Grid:
    """Grows the activities of a table, row by row. `paths` are those of its columns."""

    headings: Sequence[str]
    paths: Mapping[int, str]
    sheet: str = ""
    activities: dict[str, Node] = field(default_factory=dict)
    _known: dict[tuple[int, str, str], Node] = field(default_factory=dict)
    _unread: Counter[int] = field(default_factory=Counter)
    _first: dict[int, tuple[int, str]] = field(default_factory=dict)

    def take(self, row: Sequence[str], line: int) -> None:
        """Add what a row says. A cell that is empty says nothing."""
        cells = {at: raw for at, raw in enumerate(row) if raw.strip()}
        said = {self.paths[at]: raw for at, raw in cells.items() if at in self.paths}
        for at in cells.keys() - self.paths.keys():
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
            name = self.headings[at] if at < len(self.headings) else str(at + 1)
            yield Issue(
                code="not-handled",
                message="not read: no known heading; name its column in the settings",
                path=f"{self.sheet}/{name}".lstrip("/"),
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
