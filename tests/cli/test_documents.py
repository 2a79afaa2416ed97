"""What the documents say of the program: its counts, its commands, what it lacks, its picture."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import pytest

from kg import query
from kg.cli import cli
from kg.evaluate import read
from kg.resources import folder
from kg.validate.shapes import Shapes
from tests.cli.conftest import ROOT

README, CONTRIBUTING, CHANGELOG = (
    (ROOT / f"{name}.md").read_text("utf-8") for name in ("README", "CONTRIBUTING", "CHANGELOG")
)
DATA = ROOT / "kg"
QUERIES = len(query.load([folder("queries")]).queries)
SHAPES = len(Shapes.load([folder("shapes")]).roots)
NAMES = sum(path.read_text("utf-8").count("\n") for path in DATA.glob("registers/data/*.tsv"))
SCALES = len(
    tomllib.loads((DATA / "extract" / "lexicon" / "other.toml").read_text("utf-8")).keys()
    - {"ambiguous"}
)
COMMANDS = set(cli.list_commands(click.Context(cli)))


@pytest.mark.parametrize(
    ("text", "said", "count"),
    [
        (README, r"the questions there are: (\d+)", QUERIES),
        (CHANGELOG, r"\* (\d+) questions", QUERIES),
        (README, r"by (\d+) shapes", SHAPES),
        (CHANGELOG, r"\* (\d+) checks by SHACL shapes", SHAPES),
        (README, r"is known of (\d+)", SCALES),
        (CHANGELOG, r"Numbers in (\d+) languages", SCALES),
        (CHANGELOG, r"\* (\d+),000 places, organisations", round(NAMES / 1000)),
    ],
)
def test_counts(text: str, said: str, count: int) -> None:
    assert re.findall(said, text) == [str(count)]


@pytest.mark.parametrize("text", [README, CHANGELOG])
def test_every_command_is_told_of(text: str) -> None:
    assert set(re.findall(r"kg (\w+)", text)) >= COMMANDS


def test_what_is_said_to_be_lacking_is_not_there() -> None:
    [lacking] = re.findall(r"^Not there yet: (.+)", README, re.MULTILINE)
    [open_] = re.findall(r"`kg publish`, (.+?) are\s+not\s+there", CONTRIBUTING, re.DOTALL)
    named = re.findall(r"`(?:kg )?(\w+)`", lacking + open_)
    assert "serve" in named
    assert not COMMANDS & set(named)


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"`((?:kg|tests|scripts|benchmarks)/[\w./-]+)`", CONTRIBUTING)))
)
def test_a_path_that_a_contributor_is_sent_to_is_there(path: str) -> None:
    assert (ROOT / path).exists()


def test_the_annotation_that_is_shown_has_no_flaw(tmp_path: Path) -> None:
    shown = re.search(
        r'^Of the page "(.+)" it says:\n\n((?:    .*\n)+)', CONTRIBUTING, re.MULTILINE
    )
    assert shown
    (tmp_path / "note.txt").write_text(shown[1])
    (tmp_path / "note.json").write_text(shown[2])
    gold = read(tmp_path)
    assert [len(page.gold.mentions) for page in gold.pages] == [2]
    assert not gold.issues


def test_the_picture_names_what_the_examples_name(built: Path, tmp_path: Path) -> None:
    drawn = tmp_path / "partners.svg"
    words = [sys.executable, ROOT / "scripts" / "picture.py", built, "-o", drawn]
    subprocess.run(words, check=True, env=os.environ | {"PYTHONPATH": str(ROOT)})
    shown = names(ROOT / "docs" / "partners.svg")
    assert shown
    assert shown <= names(drawn), "draw it anew: python scripts/picture.py"


def names(picture: Path) -> set[str]:
    return set(re.findall(r"text-anchor.+?>(.+)</text>", picture.read_text("utf-8")))
