"""One build of the examples for all commands, and a way to run them as a shell does."""

import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from kg import cli

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLES = ROOT / "examples"


class Ran(NamedTuple):
    """What a command ended with and wrote."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def kg(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process; neither stream is a terminal."""

    def run(*arguments: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["kg", *map(str, arguments)])
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main()
        assert isinstance(ended.value.code, int)
        return Ran(ended.value.code, *capfd.readouterr())

    return run


@pytest.fixture
def shell(tmp_path: Path) -> Callable[[str], Ran]:
    """Run a line of the shell in which `$kg` is the program, away from the checkout."""

    def run(line: str, **environment: str) -> Ran:
        done = subprocess.run(
            ["/bin/bash", "-o", "pipefail", "-c", line],
            cwd=tmp_path,
            env={"PYTHONPATH": str(ROOT), "kg": f"{sys.executable} -m kg"} | environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture
def terminal(shell: Run) -> Run:
    """Run a line of the shell on a terminal of so many columns; colours are taken away."""

    def run(line: str, columns: int) -> Ran:
        script = f"script -qec {shlex.quote(line)} /dev/null < /dev/null"
        ran = shell(script, COLUMNS=str(columns), LINES="24", TERM="xterm", PATH="/usr/bin:/bin")
        return ran._replace(out=re.sub(r"\x1b\[[0-9;]*m", "", ran.out))

    return run


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a build of the examples; nobody writes to it."""
    folder = tmp_path_factory.mktemp("cli") / "kg-out"
    done = subprocess.run(
        [sys.executable, "-m", "kg", "build", str(EXAMPLES), "-o", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder
