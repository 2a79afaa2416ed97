"""Tables of results, delimited by commas, semicolons, tabs or bars: a row an indicator's values.

Handled: the columns that `kg/sources/tables/*.toml` or the settings name, read as IATI's results.
Numbers are written as the standard writes them where the column or the table tells the decimal sign;
one that could be thousands or decimals is an unread value. Counted as not read: columns of other
names. A table without a column of identifiers is one activity without identifier.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from kg.documents import Document
from kg.pages import country, year
from kg.pages.clues import Clues
from kg.pages.countries import countries
from kg.records import Issue, Page, Record
from kg.sources._columns import DECIMAL, Column, headed, settled
from kg.sources._grid import Grid
from kg.text.rendition import preview, rendition

NAME: Final = "results table"
PRIORITY: Final = 40
_DELIMITERS: Final = (",", ";", "\t", "|")
_LINES_LOOKED_AT: Final = 10
_BROKEN: Final = "broken"


class _Head(NamedTuple):
    """The last row of headings: where it is, how its columns are told apart, and what they are."""

    line: int
    delimiter: str
    headings: Sequence[str]
    columns: dict[int, Column]


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
    rows, broken = _rows(text.content, head)
    cells = [row for _, row in rows]
    found = settled(head.columns, cells, document.hints.get(DECIMAL, ""))
    table = Grid(head.headings, found)
    for line, row in rows:
        table.take(row, line)
    yield from table.outcomes()
    yield from table.activities.values()
    yield from table.unread()
    yield from broken


def _rows(text: str, head: _Head) -> tuple[list[tuple[int, list[str]]], list[Issue]]:
    """Answer the rows below the headings, each with its line, and an issue where they break off."""
    below = head.line + 1
    reader = csv.reader(islice(_lines(text), below, None), delimiter=head.delimiter)
    rows: list[tuple[int, list[str]]] = []
    try:
        rows.extend((below + reader.line_num, row) for row in reader)
    except csv.Error as error:
        return rows, [Issue(code=_BROKEN, message=str(error), line=below + reader.line_num)]
    return rows, []


def _head(text: str, document: Document) -> _Head | None:
    first = list(islice(_lines(text), _LINES_LOOKED_AT))
    found = [
        _Head(head.line, delimiter, head.headings, head.columns)
        for delimiter in _DELIMITERS
        if (head := headed([_cells(line, delimiter) for line in first], document.hints))
    ]
    return max(found, key=lambda head: len(head.columns), default=None)


def _lines(text: str) -> Iterator[str]:
    """Answer lines as tables have them: other marks that may end a line stand in cells."""
    return iter(io.StringIO(text, newline=""))


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []
