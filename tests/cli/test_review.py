"""`kg review`: lists what is doubtful, keeps what is said, and takes it back."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Ran, Run
from tests.cli.test_manners import told

PAGE = """outcome XM-DAC-41146-MEX_D_2.1

By 2030, women of Oaxaca decide over the water of their towns.

In 2021, the Instituto Azul de las Mujeres trained 40 women in Oaxaca. The Ministry of Water joined.
The Blue Institute for Women signed an agreement with the Ministry of Water.
"""
ONE, TWO = "Instituto Azul de las Mujeres", "Blue Institute for Women"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kg: Run) -> Path:
    """A working folder with a build in `kg-out` of one page that names one body in two languages."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.txt").write_text(PAGE)
    assert kg("build", "page.txt").status == 0
    return tmp_path


def doubtful(kg: Run, *more: str) -> list[dict[str, dict[str, object]]]:
    found = json.loads(kg("review", "--format", "json", "--least", "0.2", *more).out)
    assert isinstance(found, list)
    return [pair for pair in found if {pair["one"]["label"], pair["other"]["label"]} == {ONE, TWO}]


def test_a_pair_is_listed_with_the_evidence_of_both_sides(kg: Run, place: Path) -> None:
    [pair] = doubtful(kg)
    for side in ("one", "other"):
        evidence = pair[side]["evidence"]
        assert isinstance(evidence, dict)
        [quote] = evidence["quotes"]
        assert PAGE[quote["start"] : quote["end"]] == quote["exact"] == pair[side]["label"]
    assert pair["against"] == []


def test_in_a_pipe_pairs_are_rows(kg: Run, place: Path) -> None:
    head, *rows = kg("review", "--least", "0.2").out.splitlines()
    assert head.split("\t")[:4] == ["likeness", "because", "one", "other"]
    assert any(ONE in row and TWO in row for row in rows)


def test_a_judgement_is_kept_followed_and_taken_back(kg: Run, place: Path) -> None:
    before = (place / "kg-out" / "graph.nq").read_bytes()
    ran = kg("review", "--same", ONE, TWO, "--note", "asked")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == "Wrote judgements.tsv with 1 judgement: the next kg build follows it.\n"
    line = (place / "judgements.tsv").read_text().splitlines()[-1]
    assert line.split("\t")[0] == "same"
    assert line.endswith("\tasked")
    assert not doubtful(kg)
    assert doubtful(kg, "--all")

    kg("build", "page.txt")
    assert (place / "kg-out" / "graph.nq").read_bytes() != before
    assert not doubtful(kg, "--all")
    assert "was judged to be one thing with" in kg("explain", ONE).out

    assert kg("review", "--undo", ONE).status == 0
    kg("build", "page.txt")
    assert (place / "kg-out" / "graph.nq").read_bytes() == before


def test_what_was_judged_one_is_parted_by_the_names_of_both(kg: Run, place: Path) -> None:
    kg("review", "--same", ONE, TWO)
    kg("build", "page.txt")
    assert kg("review", "--different", ONE, TWO).status == 0
    [line] = [line for line in (place / "judgements.tsv").read_text().splitlines() if ONE in line]
    assert line.startswith("different\t")
    kg("build", "page.txt")
    [pair] = doubtful(kg, "--all")
    assert pair["judged"] == "different"


def test_governments_of_two_levels_are_two_and_can_be_judged_so(kg: Run, place: Path) -> None:
    names = ("Municipality of Puebla", "Government of Puebla")
    (place / "page.txt").write_text(
        PAGE + f"The {names[0]} paid for wells. The {names[1]} agreed to it.\n"
    )
    kg("build", "page.txt")
    assert kg("review", "--different", *names).status == 0
    line = (place / "judgements.tsv").read_text().splitlines()[-1]
    assert line.split("\t")[:3] == ["different", "org:inegi:21114", "org:iso:MX-PUE"]
    assert "is the government of the place MX-PUE" in kg("explain", names[1]).out


def test_an_answer_is_taken_back_by_any_name_of_a_thing(kg: Run, place: Path) -> None:
    other = "ONU Femmes"
    (place / "page.txt").write_text(PAGE + "UN Women supported the Ministry of Water.\n")
    kg("build", "page.txt")
    assert kg("review", "--different", other, "Ministry of Water").status == 0
    assert other not in (place / "judgements.tsv").read_text()
    told(kg("review", "--undo", ONE), 2, "not judged", "see the lines")
    assert kg("review", "--undo", other).status == 0
    assert "different\t" not in (place / "judgements.tsv").read_text()


def test_a_stale_judgement_is_an_issue(kg: Run, place: Path) -> None:
    (place / "judgements.tsv").write_text("same\torg:id:XX-1\torg:id:XX-2\n")
    assert kg("build", "page.txt").status == 0
    issues = map(json.loads, (place / "kg-out" / "issues.jsonl").read_text().splitlines())
    stale = [issue for issue in issues if issue["code"] == "judgement-stale"]
    assert [(i["source"], i["line"]) for i in stale] == [("judgements.tsv", 1)] * 2


def test_wrong_judgements_are_told(kg: Run, place: Path) -> None:
    told(kg("review", "--same", ONE, "nobody"), 2, "nobody", "try fewer words of it")
    told(kg("review", "--same", ONE, "Oaxaca"), 2, "is never a", "name two things of one kind")
    told(kg("review", "--undo", "nobody"), 2, "not judged", "see the lines")
    (place / "judgements.tsv").write_text("same\torg:id:XX-1\n")
    told(kg("build", "page.txt"), 2, "line 1", "write verdict")


def test_what_is_judged_twice_is_taken_back_by_both_names(kg: Run, place: Path) -> None:
    kg("review", "--different", ONE, TWO, "--different", ONE, "Ministry of Water")
    told(kg("review", "--undo", ONE), 2, "judged 2 times", "give --undo for both")
    assert kg("review", "--undo", ONE, "--undo", TWO).status == 0
    assert "Ministry of Water" in (place / "judgements.tsv").read_text()
    assert TWO not in (place / "judgements.tsv").read_text()


@pytest.fixture
def answer(place: Path) -> Callable[[str], Ran]:
    """Answer the questions that are asked on a terminal, and tell what it showed."""

    def run(answers: str) -> Ran:
        ours, theirs = pty.openpty()
        process = subprocess.Popen(
            [sys.executable, "-m", "kg", "review", "--least", "0.2", "--kind", "org"],
            cwd=place,
            env=os.environ | {"PYTHONPATH": str(ROOT), "TERM": "dumb", "COLUMNS": "100"},
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
        )
        os.close(theirs)
        os.write(ours, answers.encode())
        shown = b""
        try:
            while chunk := os.read(ours, 1 << 16):
                shown += chunk
        except OSError:  # Linux says so when the other side has closed
            pass
        os.close(ours)
        return Ran(process.wait(), shown.decode(), "")

    return run


def test_on_a_terminal_each_pair_is_asked_about(place: Path, answer: Callable[[str], Ran]) -> None:
    ran = answer("y\nq\n")
    assert ran.status == 0
    assert "One thing?" in ran.out
    assert "page.txt[" in ran.out
    assert "\nsame\t" in (place / "judgements.tsv").read_text()


def test_who_judges_nothing_leaves_no_file(place: Path, answer: Callable[[str], Ran]) -> None:
    assert answer("q\n").status == 0
    assert not (place / "judgements.tsv").exists()


def test_an_answer_can_be_taken_back_at_once(place: Path, answer: Callable[[str], Ran]) -> None:
    assert answer("n\nb\nq\n").status == 0
    assert "different\t" not in (place / "judgements.tsv").read_text()


def test_what_is_no_answer_is_asked_again(place: Path, answer: Callable[[str], Ran]) -> None:
    ran = answer("?\nwhat\nd\ny\nq\n")
    assert ran.status == 0
    assert ran.out.count("yes: one thing; no: two things") == 3
    assert "\nsame\t" in (place / "judgements.tsv").read_text()
