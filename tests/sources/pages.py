"""Documents made of files and of bytes, and their records in the form of the expected files."""

import hashlib
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kg.documents import Document
from kg.records import (
    Contribution,
    CountryFigure,
    Indicator,
    Issue,
    Narrative,
    Outcome,
    Page,
    Table,
)
from kg.sources import Source, recognise


def document(content: bytes, name: str = "page.txt", **known: Any) -> Document:
    """A document in memory."""
    return Document(
        key=f"pages/{name}", sha256=hashlib.sha256(content).hexdigest(), place=content, **known
    )


def case(folder: Path) -> Document:
    """The document of a case: its one page, and what `document.json` knows of it."""
    page = next(folder.glob("page.*"))
    known = folder / "document.json"
    about = json.loads(known.read_text("utf-8")) if known.exists() else {}
    return document(page.read_bytes(), about.pop("name", page.name), **about)


def records(of: Document) -> list[Any]:
    """All records and issues of a document, read by the source that recognises it."""
    source = recognise(of)
    assert source, f"{of.key} is not recognised"
    return list(source.read(of))


def told(source: Source, of: Document) -> dict[str, Any]:
    """What a source says of a document, as JSON has it; offsets are checked elsewhere."""
    found: dict[str, Any] = {"page": None, "outcomes": [], "narratives": [], "issues": []}
    for record in source.read(of):
        match record:
            case Page():
                found["page"] = _plain(asdict(record))
            case Outcome():
                found["outcomes"].append(_outcome(record))
            case Indicator():
                found.setdefault("indicators", []).append(_plain(asdict(record)))
            case Contribution():
                found.setdefault("contributions", []).append(_contribution(record))
            case CountryFigure():
                share = f" ({record.share} %)" if record.share is not None else ""
                figure = f"{record.country} {record.figure} {record.sex} {record.value}{share}"
                found.setdefault("figures", []).append(" ".join(figure.split()))
            case Narrative():
                found["narratives"].append(_narrative(record))
            case Issue():
                found["issues"].append(_plain(asdict(record)))
    return found


def _outcome(record: Outcome) -> list[str]:
    said = [record.identifier, record.published]
    if record.level != "outcome":
        said += [record.level, record.within, *(record.title or ())]
    return said


def _contribution(record: Contribution) -> list[str]:
    said = record.evidence.exact if record.evidence else ""
    code = f"{record.scheme}/{record.code}"
    return [record.indicator or record.outcome, code, record.significance, record.year, said]


def _narrative(record: Narrative) -> dict[str, Any]:
    content = _plain(asdict(record))
    offsets = {"start", "end", "title_start", "title_raw"}
    ends: dict[str, Any] = {"raw": _ends(record.raw)}
    if record.tables:
        ends["tables"] = [_table(table) for table in record.tables]
    return {n: v for n, v in content.items() if n not in offsets} | ends


def _table(table: Table) -> dict[str, Any]:
    """A table, and its values with what is said of each."""
    cells = [_plain(cell._asdict()) | {"title": cell.title.raw} for cell in table.cells]
    shown = [{n: v for n, v in cell.items() if v and n != "start"} for cell in cells]
    return {"kind": table.kind, "raw": _ends(table.raw), "cells": shown}


def _ends(raw: str) -> str:
    return f"{raw[:24]} ... {raw[-24:]}" if len(raw) > 60 else raw


def _plain(content: dict[str, Any]) -> dict[str, Any]:
    """Without what is empty; text refs and decimals as text."""
    plain = json.loads(json.dumps(content, default=str))
    return {
        name: value for name, value in plain.items() if value or (value == 0 and value is not False)
    }
