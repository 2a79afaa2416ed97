"""Tables of results in a workbook (XLSX): each sheet that has the headings of one.

Handled: values as the file keeps them; of formulas their last result; numbers that were entered as
texts as in `results_table`. What a number or a date looks like on screen is not data. Counted as not
read: columns of other names. Other sheets are passed over.
"""

import io
import struct
import zipfile
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from itertools import islice
from typing import Any, Final

from kg.documents import Document
from kg.errors import SourceError
from kg.pages import country, year
from kg.pages.clues import Clues
from kg.pages.countries import countries
from kg.records import Issue, Page, Record
from kg.sources._columns import DECIMAL, headed, settled
from kg.sources._grid import Grid
from kg.sources._numbers import Cell

NAME: Final = "results workbook"
PRIORITY: Final = 40
MAX_BYTES: Final = 1 << 26
"""The largest workbook that is read, packed or unpacked: a table of results has no such size."""

_ZIP: Final = b"PK\x03\x04"
_PART: Final = "xl/workbook.xml"
_ROWS_LOOKED_AT: Final = 10


def recognises(document: Document, head: bytes) -> bool:
    """Answer whether the document is a workbook of the Office Open XML kind."""
    if not head.startswith(_ZIP):
        return False
    try:
        with document.open() as stream, zipfile.ZipFile(stream) as packed:
            return _PART in packed.namelist()
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, struct.error):
        return False


def read(document: Document) -> Iterator[Record | Issue]:
    """Answer what the workbook is, a node for each activity, and what was not read.

    Raises:
        SourceError: it is damaged or too large, or no sheet of it is a table of results.
    """
    grids = list(_grids(document))
    if not grids:
        raise SourceError(
            f"{document.key}: no sheet has the headings of results: name its columns in kg.toml"
        )
    clues = Clues(file_name=document.name, settings=dict(document.hints))
    place, region = country.country_of(clues, countries(document.registers), {})
    yield Page(kind=NAME, country=place, region=region, year=year.year_of(clues))
    for grid in grids:
        yield from grid.outcomes()
        yield from grid.activities.values()
        yield from grid.unread()


def _grids(document: Document) -> Iterator[Grid]:
    from openpyxl import load_workbook  # noqa: PLC0415  slow to load, and few builds have workbooks

    try:
        book = load_workbook(io.BytesIO(_checked(document)), read_only=True, data_only=True)
        try:
            for sheet in book.worksheets:
                rows = ([_said(cell) for cell in row] for row in sheet.iter_rows(values_only=True))
                yield from _grid(sheet.title, rows, document)
        finally:
            book.close()
    except SourceError:
        raise
    except Exception as error:  # what the library meets in a damaged file is of many kinds
        raise SourceError(
            f"{document.key}: a damaged workbook ({type(error).__name__}): save it anew"
        ) from error


def _checked(document: Document) -> bytes:
    """Answer the bytes of a workbook that is not too large to be read."""
    with document.open() as stream:
        data = stream.read(MAX_BYTES + 1)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        unpacked = sum(part.file_size for part in packed.infolist())
    if max(len(data), unpacked) > MAX_BYTES:
        raise SourceError(f"{document.key}: more than {MAX_BYTES >> 20} MiB unpacked: split it")
    return data


def _grid(name: str, rows: Iterator[list[Cell]], document: Document) -> Iterator[Grid]:
    first = list(islice(rows, _ROWS_LOOKED_AT))
    head = headed([[str(cell) for cell in row] for row in first], document.hints)
    if head:
        below = [*first[head.line + 1 :], *rows]
        chosen = settled(head.columns, below, document.hints.get(DECIMAL, ""))
        grid = Grid(head.headings, chosen, name)
        for line, cells in enumerate(below, head.line + 2):
            grid.take(cells, line)
        yield grid


def _said(cell: Any) -> Cell:
    """Answer a cell: a number as such, a date without a time as IATI has it, all else as a text."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return Decimal(int(cell))
    return Decimal(repr(cell)) if type(cell) in {int, float} else str(cell)
