"""The figures are those of the reference scorer, on a build and on answers full of faults."""

import json
import random
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import kg
from kg.evaluate import Answers, Criterion, Evaluation, Page, evaluate, read
from kg.evaluate import answers as from_build

QUERIES = ("mentions", "measurements", "participations")
AGENCY = "un-women"
FIGURE = re.compile(
    r"(?P<name>[a-z ]+?) +P ([\d.]+)  R ([\d.]+)  F1 ([\d.]+)  \[([\d.]+), ([\d.]+)\]"
    r"   tp (\d+) fp (\d+) fn (\d+)"
)
LINKING = re.compile(r"same entity, same IRI +(\d+)/(\d+)")
LABELS = {
    f"mention {short}{strict}": Criterion(class_, rule)
    for short, class_ in (
        ("org", "organisation"), ("place", "place"), ("programme", "programme"),
        ("event", "event"), ("law", "law"),
    )
    for strict, rule in (("", "lenient"), (" strict", "strict"))
} | {
    "measurement value": Criterion("measurement", "value"),
    "measurement full": Criterion("measurement", "full"),
    "participation": Criterion("participation", "ends"),
}  # fmt: skip
"""What the scorer calls the criteria."""
DIGITS = (3, 3, 3, 2, 2, 0, 0, 0)
"""How many decimals the scorer prints of each figure."""

Rows = dict[str, list[dict[str, str]]]


@pytest.fixture(scope="module")
def shared(shared_data: Path) -> Path:
    folder = shared_data.parent
    if not (folder / "tools" / "score_extraction.py").is_file():
        pytest.skip(f"no reference scorer in {folder / 'tools'}")
    return folder


@pytest.fixture(scope="module")
def pages(shared: Path) -> tuple[Page, ...]:
    return read(shared / "gold", shared / "data" / "portal").pages


@pytest.fixture(scope="module")
def rows(pages: tuple[Page, ...], tmp_path_factory: pytest.TempPathFactory) -> Rows:
    folder = tmp_path_factory.mktemp("reference") / "kg-out"
    graph = kg.build([page.path for page in pages if page.path], folder)
    return {name: [_text(row) for row in graph.query(name)] for name in QUERIES}


def _text(row: dict[str, Any]) -> dict[str, str]:
    return {column: str(value) for column, value in row.items()}


def faulty(rows: Rows) -> Rows:
    """Answer the rows with some left out, some twice, and some values and spans put wrong."""
    chance = random.Random(3)
    others = {name: list(found) for name, found in rows.items()}

    def changed(name: str, row: dict[str, str]) -> dict[str, str]:
        column = chance.choice(sorted(row))
        if column in {"start", "end"}:
            return row | {column: str(int(row[column]) + chance.randint(-4, 4))}
        if column == "document":
            return row
        return row | {column: chance.choice(others[name]).get(column, row[column])}

    return {
        name: [
            changed(name, row) if chance.random() < 0.4 else row
            for row in found
            for _ in range(chance.choice([0, 1, 1, 1, 1, 2]))
        ]
        for name, found in rows.items()
    }


def reference(shared: Path, folder: Path, rows: Rows) -> Iterator[tuple[Criterion, list[float]]]:
    """Answer the figures that the reference scorer prints, by criterion."""
    command = [sys.executable, shared / "tools" / "score_extraction.py", "--gold", shared / "gold"]
    for name, found in rows.items():
        bindings = [{key: {"value": value} for key, value in row.items()} for row in found]
        path = folder / f"{name}.json"
        path.write_text(json.dumps({"results": {"bindings": bindings}}))
        command += [f"--{name}", path]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    for match in FIGURE.finditer(said):
        name, *figures = match.groups()
        yield LABELS[name], [float(figure) for figure in figures]
    linking = LINKING.search(said)
    assert linking
    same, of = map(int, linking.groups())
    yield Criterion("identity", "IRI"), [same, of]


def answers(pages: tuple[Page, ...], rows: Rows) -> Answers:
    def of(name: str, read_row: Any) -> dict[str, list[Any]]:
        return {
            page.name: [read_row(row) for row in rows[name] if row["document"] == page.name]
            for page in pages
        }

    return Answers(
        documents={page.name: 1 for page in pages},
        mentions=of("mentions", from_build._mention),
        measurements=of("measurements", from_build._measurement),
        participations=of("participations", from_build._participation),
    )


def figures(found: Evaluation) -> Iterator[tuple[Criterion, list[float]]]:
    for figure in found.figures:
        counts = figure.counts
        if figure.part != "all":
            continue
        if figure.criterion.class_ == "identity":
            yield figure.criterion, [counts.right, counts.right + counts.missed]
            continue
        assert figure.intervals
        shares = counts.precision, counts.recall, counts.f1
        yield figure.criterion, [*shares, *figure.intervals.f1, *counts]


@pytest.mark.parametrize("spoil", [lambda rows: rows, faulty], ids=["built", "faulty"])
def test_figures_are_those_of_the_reference(
    shared: Path, pages: tuple[Page, ...], rows: Rows, tmp_path: Path, spoil: Callable[[Rows], Rows]
) -> None:
    spoilt = spoil(rows)
    ours = dict(figures(evaluate(pages, answers(pages, spoilt), AGENCY)))
    theirs = dict(reference(shared, tmp_path, spoilt))
    assert len(theirs) == len(LABELS) + 1
    assert set(ours) == set(theirs)
    for criterion, printed in theirs.items():
        for number, other, digits in zip(ours[criterion], printed, DIGITS, strict=False):
            assert number == pytest.approx(other, abs=0.51 * 10**-digits), criterion
        assert len(ours[criterion]) == len(printed)
