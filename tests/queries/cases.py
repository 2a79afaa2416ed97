"""Cases: a folder of the query's name, or one in it, with the table that the query must answer.

`params.toml` beside `expected.csv` gives values of parameters; things are given by IRI.
"""

import csv
import io
import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg import query
from kg.query import Query
from kg.resources import folder

HERE = Path(__file__).parent
GRAPHS = (
    HERE.parent / "query" / "graph.trig",
    HERE / "gaps.ttl",
    HERE / "tables.ttl",
    HERE / "parts.ttl",
)
LIBRARY = query.load([folder("queries")])

Table = list[list[str]]

_NUMBER = re.compile(r"-?\d+\.\d+")


@dataclass(frozen=True, slots=True)
class Case:
    path: Path

    def __str__(self) -> str:
        return self.path.relative_to(HERE).as_posix()

    @property
    def query(self) -> Query:
        return LIBRARY.find(self.path.relative_to(HERE).parts[0])

    @property
    def text(self) -> str:
        params = self.path / "params.toml"
        given = tomllib.loads(params.read_text(encoding="utf-8")) if params.is_file() else {}
        values = {name: [value] for name, value in given.items()}
        return query.bind(self.query, values, lambda name, _kind: name)

    @property
    def expected(self) -> Table:
        return table((self.path / "expected.csv").read_text(encoding="utf-8"))


def all_cases() -> list[Case]:
    return [Case(path.parent) for path in sorted(HERE.rglob("expected.csv"))]


def table(text: str) -> Table:
    """Read CSV; a number and a truth value are equal however an engine writes them."""
    return [[_plain(cell) for cell in row] for row in csv.reader(io.StringIO(text))]


def triples(rows: Iterable[Sequence[str]]) -> Table:
    """Write a graph as the table of its triples, which have no order of their own."""
    return [["subject", "predicate", "object"], *sorted([*map(_plain, row)] for row in rows)]


def _plain(cell: str) -> str:
    if _NUMBER.fullmatch(cell):
        return cell.rstrip("0").rstrip(".")
    return {"true": "1", "false": "0"}.get(cell, cell)
