"""What tables of pages become in a graph: each case is a page and the rows that queries answer."""

import csv
from pathlib import Path

import pytest
from rdflib import SKOS, URIRef

import kg
from kg.inputs import gather
from kg.settings import Settings
from kg.stages.pipeline import build
from tests.sources.test_results_page import as_html
from tests.stages.test_pipeline import no_network

CASES = sorted(path for path in Path(__file__).with_name("tables").iterdir() if path.is_dir())
COLUMNS = {
    "indicators_of_outcome": "code indicatorTitle role periodStart value kind words",
    "funding_partners": "funderLabel periodStart amount currency",
    "budgets_by_result": "result measure periodStart value currency words",
    "alignments_of_outcome": "list code significance share amount currency year indicator",
}


SAID = {
    **COLUMNS,
    "mentions": "type label",
    "measurements": "value kind currency qualifier role counted periodStart",
    "participations": "organisation role target status",
}


def _written(value: object) -> str:
    return "" if value is None else str(value)


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_case(folder: Path, tmp_path: Path) -> None:
    pages = [str(path) for path in sorted(folder.glob("page*.*"))]
    build(gather(pages, Settings(), no_network), Settings(), tmp_path, count=1)
    graph = kg.open(tmp_path)
    for name, columns in COLUMNS.items():
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
            expected = list(csv.DictReader(stream))
        rows = [{c: _written(row[c]) for c in columns.split()} for row in graph.query(name)]
        assert rows == expected, name
    assert not [one for one in graph.validate().findings if one.severity == "Violation"]


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_a_page_with_broken_tables_says_what_its_copy_says(folder: Path, tmp_path: Path) -> None:
    copy = (folder / "page.txt").read_text("utf-8")
    for name, content in (("copy", copy.encode()), ("saved", as_html(copy, "broken table"))):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.txt").write_bytes(content)
        sources = gather([str(tmp_path / name / "page.txt")], Settings(), no_network)
        build(sources, Settings(), tmp_path / f"{name}-out", count=1)
    copied, saved = kg.open(tmp_path / "copy-out"), kg.open(tmp_path / "saved-out")
    for query, columns in SAID.items():
        said = [
            sorted(tuple(_written(row[c]) for c in columns.split()) for row in graph.query(query))
            for graph in (copied, saved)
        ]
        assert said[0] == said[1], query


def test_goals_are_those_of_the_united_nations(tmp_path: Path) -> None:
    page = str(next(f for f in CASES if f.name == "resources_and_goals") / "page.txt")
    build(gather([page], Settings(), no_network), Settings(), tmp_path, count=1)
    graph = kg.open(tmp_path).graph()
    goal = URIRef("https://w3id.org/okg/codelist/UNSDG-Goals/5")
    assert graph.value(goal, SKOS.exactMatch) == URIRef("http://metadata.un.org/sdg/5")
