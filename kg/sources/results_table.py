"""Tables of results, delimited by commas, semicolons, tabs or bars: a row an indicator's values.

Handled: the columns that `kg/sources/tables/*.toml` or the settings name, read as IATI's results.
Values stay as they are published. Counted as not read: columns of other names. A table without a
column of identifiers is one activity without identifier.
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
from kg.sources._columns import columns
from kg.sources._grid import Grid
from kg.text.rendition import preview, rendition

NAME: Final = "results table"
PRIORITY: Final = 40
_DELIMITERS: Final = (",", ";", "\t", "|")
_LINES_LOOKED_AT: Final = 10
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
    table = Grid(head.headings, head.paths)
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
