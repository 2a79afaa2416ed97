"""`kg eval`: figures and errors as tables, CSV and JSON; flaws of the gold on standard error."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run
from tests.cli.test_manners import told

GOLD = ROOT / "tests" / "evaluate" / "gold"
HEAD = ["class: rule", "precision", "recall", "F1", "95 %", "right, spurious, missed"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(GOLD, tmp_path_factory.mktemp("eval") / "gold"))


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("eval") / "kg-out"


@pytest.fixture
def built_gold(kg: Run, out: Path) -> Path:
    if not out.exists():
        assert kg("build", GOLD, "-o", out).status == 0
    return out


def test_pages_are_built_for_the_purpose_or_a_build_is_judged(
    kg: Run, built_gold: Path, folder: Path
) -> None:
    ran = kg("eval", folder)
    assert (ran.status, ran.err) == (0, "")
    head, *rows = [line.split("\t") for line in ran.out.splitlines()]
    assert head == HEAD
    values = next(row for row in rows if row[0] == "measurement: value")
    right, _, missed = map(int, values[5].split(", "))
    assert right + missed == 9
    assert float(values[3]) > 0
    assert kg("eval", folder, "-d", built_gold).out == ran.out
    assert kg("eval", folder, "-d", built_gold, "--pages", GOLD).out == ran.out


def test_pages_of_the_same_bytes_are_all_scored(kg: Run, tmp_path: Path) -> None:
    page, *_ = sorted(GOLD.glob("*.txt"))
    said = page.with_suffix(".json").read_text()
    shares = []
    for name in ("a", "b", "note"):
        shutil.copy(page, tmp_path / f"{name}.txt")
        (tmp_path / f"{name}.json").write_text(said.replace(page.name, f"{name}.txt"))
        figures = json.loads(kg("eval", tmp_path, "--format", "json").out)["figures"]
        shares.append([(one["class"], one["rule"], one["recall"]) for one in figures])
    assert shares[0] == shares[1] == shares[2]


def test_the_same_build_gives_the_same_bytes(kg: Run, built_gold: Path) -> None:
    ran = [kg("eval", GOLD, "-d", built_gold, "--format", "json").out for _ in range(2)]
    assert ran[0] == ran[1]


def test_rows_for_each_language_or_country(kg: Run, built_gold: Path) -> None:
    for by, parts in (("language", {"en", "es", "fr"}), ("country", {"KE", "PE", "SN"})):
        head, *rows = kg("eval", GOLD, "-d", built_gold, "--by", by).out.splitlines()
        assert head.split("\t") == [by, *HEAD]
        assert {row.split("\t")[0] for row in rows} == parts
        assert {row.split("\t")[5] for row in rows} == {"one page"}


def test_csv_and_json_hold_all_figures(kg: Run, built_gold: Path) -> None:
    rows = list(
        csv.DictReader(io.StringIO(kg("eval", GOLD, "-d", built_gold, "--format", "csv").out))
    )
    assert {row["part"] for row in rows} == {"all", "language", "country"}
    answer = json.loads(kg("eval", GOLD, "-d", built_gold, "--format", "json").out)
    assert len(answer["figures"]) == len(rows)
    for row, figure in zip(rows, answer["figures"], strict=True):
        assert float(row["f1"]) == figure["f1"]
        assert (row["f1_low"] == "") == (figure["f1_low"] is None) == (row["part"] != "all")
    assert answer["issues"] == []


def test_errors_are_listed_with_place_and_sentence(kg: Run, built: Path) -> None:
    ran = kg("eval", GOLD, "-d", built, "--errors", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert {row["kind"] for row in rows} == {"missed"}
    lima = next(row for row in rows if row["expected"] == "Lima")
    text = (GOLD / lima["document"]).read_text("utf-8")
    assert text[int(lima["start"]) : int(lima["end"])] == "Lima"
    assert lima["sentence"].endswith("en Lima.")
    table = kg("eval", GOLD, "-d", built, "--errors").out.splitlines()
    assert len(table) == len(rows) + 1
    assert f"{lima['document']}[{lima['start']}:{lima['end']}]\tmissed: place\tLima\t" in "\n".join(
        table
    )


def test_a_build_without_the_pages_is_told(kg: Run, built: Path) -> None:
    ran = kg("eval", GOLD, "-d", built)
    assert ran.status == 0
    assert ran.err.count("the build has no such document") == 3


def test_flaws_of_the_gold_are_told_and_change_nothing_but_strict(
    kg: Run, built_gold: Path, tmp_path: Path
) -> None:
    flawed = shutil.copytree(GOLD, tmp_path / "gold")
    path = flawed / "KE_2022_note.json"
    path.write_text(path.read_text("utf-8").replace('"text": "Mombasa"', '"text": "Momb"'), "utf-8")
    ran = kg("eval", flawed, "-d", built_gold)
    assert ran.status == 0
    assert ran.err == "KE_2022_note.json: mentions[5]: the page says 'Mombasa' here: 'Momb'\n"
    assert ran.out == kg("eval", GOLD, "-d", built_gold).out
    assert kg("eval", flawed, "-d", built_gold, "--strict").status == 3
    assert kg("eval", GOLD, "-d", built_gold, "--strict").status == 0


def test_a_page_that_is_missing_is_left_out_and_told(kg: Run, tmp_path: Path) -> None:
    partial = shutil.copytree(GOLD, tmp_path / "gold")
    (partial / "KE_2022_note.txt").unlink()
    ran = kg("eval", partial, "--by", "language")
    assert ran.status == 0
    assert ran.err.startswith("KE_2022_note.json: ")
    assert {row.split("\t")[0] for row in ran.out.splitlines()[1:]} == {"es", "fr"}


def test_mistakes_are_said(kg: Run, tmp_path: Path) -> None:
    told(kg("eval", tmp_path), 3, "no gold files")
    told(kg("eval", GOLD, "--pages", tmp_path), 3, "none of the annotated pages", "--pages")
    told(kg("eval", GOLD, "-d", tmp_path), 2, "no build")
    told(kg("eval"), 2, "Missing argument")
