"""Results pages: every case folder, the pages with gold annotations, saved pages as their copies."""

import html
import json
from dataclasses import replace
from pathlib import Path

import pytest

from kg.documents import Document
from kg.errors import SourceError
from kg.records import (
    Cell,
    Contribution,
    CountryFigure,
    Indicator,
    Issue,
    Narrative,
    Outcome,
    Page,
    Slice,
    Table,
)
from kg.sources import recognise, results_page
from kg.text.reading import read
from kg.text.rendition import rendition
from tests.sources.pages import case, document, records, told

CASES = sorted(path for path in Path(__file__).with_name("results_page").iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_case(folder: Path) -> None:
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    assert told(results_page, case(folder)) == expected


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_recognised_and_quoted(folder: Path) -> None:
    page = case(folder)
    assert recognise(page) is results_page
    content = rendition(page).content
    for record in results_page.read(page):
        if isinstance(record, Narrative):
            assert content[record.start : record.end] == record.raw
            if record.title_start is not None:
                assert content[record.title_start :].startswith(record.title_raw)


def gold_pages(shared_data: Path) -> list[tuple[Document, dict]]:
    folder = shared_data.parent / "gold"
    if not folder.is_dir():
        pytest.skip(f"no gold annotations at {folder}")
    pages = []
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))["document"]
        content = (shared_data / "portal" / gold["file"]).read_bytes()
        pages.append((document(content, gold["file"]), gold))
    return pages


def test_gold_documents(shared_data: Path) -> None:
    for page, gold in gold_pages(shared_data):
        found = records(page)
        narratives = [record for record in found if isinstance(record, Narrative)]
        about = next(record for record in found if isinstance(record, Page))
        assert about.country, page.key
        assert about.country.value == gold["country"], page.key
        assert about.region is None, page.key
        assert about.year, page.key
        if gold["year"] is None:
            assert about.year.basis == "fileName", page.key
        else:
            assert int(about.year.value) == gold["year"], page.key
        outcomes = [
            record.identifier
            for record in found
            if isinstance(record, Outcome) and record.level == "outcome"
        ]
        assert outcomes == gold["outcome_ids"], page.key
        assert any(n.truncated for n in narratives) == gold.get("truncated", True), page.key
        codes = {record.code for record in found if isinstance(record, Issue)}
        assert ("header-conflict" in codes) == gold.get("header_conflict", False), page.key
        assert about.lang == gold.get("language", "en"), page.key


def test_the_page_of_mexico(shared_data: Path) -> None:
    content = (shared_data / "portal" / "MX_2021_country-results.txt").read_bytes()
    found = records(document(content, "any.txt"))
    page = next(record for record in found if isinstance(record, Page))
    narratives = [record for record in found if isinstance(record, Narrative)]
    assert page.shown == (1, 5, 11)
    assert page.kind == "country-results"
    assert page.country
    assert page.year
    assert (page.country.value, page.country.basis) == ("MX", "outcomeIdentifier")
    assert (page.year.value, page.year.basis) == ("2021", "narrative")
    assert [n.outcome for n in narratives] == [
        f"XM-DAC-41146-MEX_D_{number}" for number in ("1.1", "2.1", "2.2", "2.3", "3.1")
    ]
    assert [n.truncated for n in narratives] == [True, False, False, False, True]
    assert all(n.title and n.title.text.startswith("By 2025, the ") for n in narratives)
    assert not [record for record in found if isinstance(record, Issue)]


def as_html(text: str, how: str) -> bytes:
    """A text copy as a page: its lines as blocks, its stray tags as they are or as text."""
    lines = text.replace("\r\n", "\n").lstrip("\ufeff").split("\n")
    body = {
        "paragraphs": "\n".join(f"<p>{line}</p>" for line in lines),
        "one line": "".join(f'<div class="any"><span>{line}</span></div>' for line in lines),
        "breaks": "<div>" + "<br/>\n".join(lines) + "</div>",
        "cells": "<table>" + "".join(f"<tr><td>{line}<td></td></tr>" for line in lines),
        "broken table": "<table class='any'><thead><tr><th>" + "".join(map(_row, lines)),
        "preformatted": f"<pre>{html.escape(text)}</pre>",
        "escaped": "".join(f"<section>{html.escape(line)}</section>\n" for line in lines),
    }[how]
    return (
        f"<!DOCTYPE html>\n<html><head><title>x</title></head><body>{body}</body></html>".encode()
    )


def _row(line: str) -> str:
    """A line as a row without end tags: a cell for each of the parts between its bars."""
    if set(line) <= set("-| ") and len(line) > 2:
        return "</thead><tbody>\n"
    cells = [part.strip() for part in line.strip().removesuffix("|").split("|")]
    return "<tr>" + "".join(f'<td width=10 headers="{at}">{cell}' for at, cell in enumerate(cells))


HOW = ["paragraphs", "one line", "breaks", "cells", "broken table", "preformatted", "escaped"]


def facts(page: Document) -> list[object]:
    """What must be the same in a page and its text copy."""
    found: list[object] = []
    for record in records(page):
        match record:
            case Page() | Outcome():
                found.append(record)
            case Indicator():
                found.append(replace(record, line=0))
            case Contribution() | CountryFigure():
                said = record.evidence.exact if record.evidence else ""
                found.append((replace(record, line=0, evidence=None), read(said).text))
            case Narrative():
                title = record.title
                found.append((record.outcome, title, read(record.raw).text, record.truncated))
                found.append((record.lang, record.status))
                found.append([_values(table) for table in record.tables])
            case Issue():
                found.append((record.code, record.path, record.count))
    return found


def _values(table: Table) -> tuple[str, list[Cell]]:
    """The cells of a table, wherever they stand and however the copy writes entities."""
    return table.kind, [
        cell._replace(start=0, raw=read(cell.raw).text, title=Slice(0, read(cell.title.raw).text))
        for cell in table.cells
    ]


@pytest.mark.parametrize("how", HOW)
def test_a_saved_page_says_the_same_as_its_copy(how: str) -> None:
    for folder in CASES:
        page = case(folder)
        text = rendition(page).content
        copy = document(text.encode(), page.name, address=page.address)
        saved = document(as_html(text, how), page.name, address=page.address)
        assert facts(saved) == facts(copy), folder.name


@pytest.mark.parametrize("how", HOW)
def test_a_saved_page_says_the_same_as_its_copy_in_real_input(how: str, shared_data: Path) -> None:
    for path in sorted((shared_data / "portal").glob("*.txt")):
        content = path.read_bytes()
        saved = document(as_html(content.decode(), how), path.name)
        assert facts(saved) == facts(document(content, path.name)), path.name


def test_a_page_of_no_known_layout_is_not_recognised() -> None:
    page = document(b"Outcome summary\n\nThe fund works. It works well.\n")
    assert not results_page.recognises(page, page.head())
    with pytest.raises(SourceError, match="no known layout"):
        list(results_page.read(page))


def test_bytes_that_are_no_text_are_not_recognised() -> None:
    page = document(b"outcome XM-DAC-41146-MEX_D_1.1\n" + bytes(range(32)))
    assert not results_page.recognises(page, page.head())


def test_undecodable_text_is_refused_with_its_place() -> None:
    page = document(b"outcome XM-DAC-41146-MEX_D_1.1\n\nTitle\n\n\x81 and more text\n")
    assert recognise(page) is results_page
    with pytest.raises(SourceError, match="byte 39 is neither UTF-8 nor windows-1252"):
        list(results_page.read(page))


def test_settings_outrank_what_is_found_out() -> None:
    text = "outcome XM-DAC-41146-MEX_D_1.1\n\nTitle\n\nIn 2021 it began. It goes on.\n"
    page = document(text.encode(), hints={"country": "PE", "year": "1999"})
    about = next(record for record in results_page.read(page) if isinstance(record, Page))
    assert about.country
    assert about.year
    assert (about.country.value, about.country.basis) == ("PE", "settings")
    assert (about.year.value, about.year.basis) == ("1999", "settings")
