"""The tour of README.md: its commands run on the examples, and tell what it shows."""

import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES, ROOT, Ran

TEXT = (ROOT / "README.md").read_text("utf-8")
TOUR = TEXT.partition("## Five minutes\n")[2].partition("\n## ")[0]
BUILD, *COMMANDS = re.findall(r"^    (kg .*)$", TOUR, re.MULTILINE)
SHOWN = re.findall(r"^    \$ (kg .*)\n((?:    .*\n)+)", TOUR, re.MULTILINE)

Kg = Callable[[str], Ran]


def flat(text: str) -> str:
    """Answer a text without its line breaks, which depend on the width of what shows it."""
    return " ".join(text.split())


@pytest.fixture
def tour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kg: Callable[..., Ran]) -> Kg:
    """Run a line of the tour beside a copy of the examples."""
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    monkeypatch.chdir(tmp_path)

    def run(line: str) -> Ran:
        _, *arguments = shlex.split(line.partition(" > ")[0], comments=True)
        return kg(*arguments)

    return run


def test_commands(tour: Kg) -> None:
    for command in (BUILD, *COMMANDS):
        ran = tour(command)
        assert ran.status == 0, (command, ran.err)
        assert ran.out + ran.err, command


def test_output(tour: Kg) -> None:
    tour(BUILD)
    for command, output in SHOWN:
        told = flat(tour(command).out)
        for part in output.split("...\n"):
            assert flat(part) in told


def test_something_is_shown() -> None:
    assert len(COMMANDS) > 1
    assert SHOWN
