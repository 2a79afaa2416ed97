"""A workbook says what the same table as CSV says."""

import contextlib
import csv
import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from kg.errors import SourceError
from kg.sources import recognise, results_workbook
from tests.sources.pages import document, records
from tests.sources.test_results_table import told

CASE = Path(__file__).with_name("results_table") / "flattened_iati"


def workbook(*sheets: list[list[Any]]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def cell(said: str) -> Any:
    """Answer a cell as people enter it: numbers and dates as such."""
    if said.count("-") == 2 and said[:4].isdigit():
        return datetime.fromisoformat(said)
    return int(said) if said.isdigit() else said or None


def test_it_says_what_the_same_table_says() -> None:
    rows = list(csv.reader(io.StringIO((CASE / "table.csv").read_text("utf-8"))))
    notes = [["Notes"], ["The table is on the next sheet."]]
    book = document(workbook(notes, [[cell(said) for said in row] for row in rows]), "table.xlsx")
    assert recognise(book) is results_workbook
    expected = (
        (CASE / "expected.txt").read_text("utf-8").replace("results table", "results workbook")
    )
    assert told(records(book)) == expected.replace(" remark ", " Sheet1/remark ").splitlines()


def test_headings_may_stand_in_two_rows_and_over_merged_cells() -> None:
    folder = CASE.with_name("two_rows_of_headings")
    rows = list(csv.reader(io.StringIO((folder / "table.csv").read_text("utf-8"))))
    book = document(workbook([[cell(said) for said in row] for row in rows]), "table.xlsx")
    expected = (folder / "expected.txt").read_text("utf-8")
    assert told(records(book)) == expected.replace("results table", "results workbook").splitlines()


def test_a_workbook_without_results_is_refused() -> None:
    book = document(workbook([["Name", "Colour"], ["Well", "blue"]]), "table.xlsx")
    with pytest.raises(SourceError, match="no sheet"):
        records(book)


def test_a_damaged_workbook_is_refused() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        packed.writestr("xl/workbook.xml", "<workbook")
    with pytest.raises(SourceError, match="damaged"):
        records(document(data.getvalue(), "table.xlsx"))


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", " " * 2_000_000)
    monkeypatch.setattr(results_workbook, "MAX_BYTES", 1 << 20)
    with pytest.raises(SourceError, match="1 MiB unpacked"):
        records(document(data.getvalue(), "table.xlsx"))


def test_other_archives_are_no_workbooks() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        packed.writestr("word/document.xml", "<a/>")
    of = document(data.getvalue(), "text.docx")
    assert not results_workbook.recognises(of, of.head())


@pytest.mark.parametrize("at", range(0, 6000, 97))
def test_damage_anywhere_is_refused_or_read(at: int) -> None:
    data = bytearray(workbook([["Indicator", "Target"], ["Wells", 9]]))
    data[at % len(data)] ^= 0xFF
    of = document(bytes(data), "table.xlsx")
    if results_workbook.recognises(of, of.head()):
        with contextlib.suppress(SourceError):
            assert told(records(of))


def test_a_number_is_what_the_file_keeps_and_a_text_is_read_as_one() -> None:
    heads = ["Indicator", "Baseline", "Target", "Result 2021"]
    rows = [["Wells", 1.125, "1.200", 1.5], ["Pumps", 2, "1.250.000", True]]
    found = told(records(document(workbook([heads, *rows]), "table.xlsx")))
    values = [line.split()[2] for line in found if "role=" in line]
    assert values == [
        "value=1.125", "value=1200", "value=1.5", "value=2", "value=1250000", "value=True",
    ]  # fmt: skip
