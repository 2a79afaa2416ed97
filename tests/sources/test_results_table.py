"""Tables of results: every case folder, and what is no such table."""

import json
from pathlib import Path
from typing import Any

import pytest

from kg.records import Issue, Node, Page
from kg.sources import recognise, results_table
from tests.sources.pages import document, records

CASES = sorted(p for p in Path(__file__).with_name("results_table").iterdir() if p.is_dir())


def case_table(folder: Path) -> list[Any]:
    about = folder / "document.json"
    known = json.loads(about.read_text("utf-8")) if about.exists() else {}
    table = next(folder.glob("table.*"))
    of = document(table.read_bytes(), table.name, **known)
    assert recognise(of) is results_table
    return records(of)


def outline(node: Node, depth: int = 0) -> list[str]:
    """Answer a node and those inside it as indented lines."""
    said = " ".join(
        f"{value.field}={value.raw}{' (unclear)' * bool(value.problem)}" for value in node.values
    )
    lines = [f"{'  ' * depth}{node.line} {node.kind} {said}".rstrip()]
    return lines + [line for part in node.parts for line in outline(part, depth + 1)]


def told(found: list[Any]) -> list[str]:
    lines: list[str] = []
    for record in found:
        match record:
            case Page():
                place = (
                    f"{record.country.value} by {record.country.basis}" if record.country else ""
                )
                lines.append(f"page {record.kind} {place}".rstrip())
            case Node():
                lines += outline(record)
            case Issue():
                lines.append(f"issue {record.code} {record.path} {record.line} {record.count}")
    return lines


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_case(folder: Path) -> None:
    expected = (folder / "expected.txt").read_text("utf-8").splitlines()
    assert told(case_table(folder)) == expected


@pytest.mark.parametrize(
    "content",
    [
        b"id,name,amount\n1,School,20\n",
        b"Indicator,Colour\nWells,blue\n",
        b"Baseline,Target\n1,2\n",
        b"The indicator, baseline and target of the fund are known. They are few.\n",
        b"",
    ],
)
def test_what_is_no_table_of_results(content: bytes) -> None:
    of = document(content)
    assert not results_table.recognises(of, of.head())


def test_a_real_table_is_read_whole(shared_data: Path) -> None:
    path = shared_data / "tables" / "unhcr_2022_mex_results.csv"
    found = told(records(document(path.read_bytes(), path.name)))
    assert sum("actual value=" in line for line in found) == 14
    assert not [line for line in found if line.startswith("issue")]


def test_a_break_is_told_and_what_stands_before_it_kept() -> None:
    found = told(records(document(b'Indicator,Target\nWells,9\n"' + b"x" * 200_000 + b'",1\n')))
    assert "      2 period" in found
    assert found[-1].startswith("issue broken")
