"""A build that is told to end does so at once: one line, no process left, nothing half made."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.stages import corpus
from tests.stages.test_pipeline import ALL, digests

STATUS = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGKILL: -9}
LINE = {signal.SIGINT: "kg: interrupted\n", signal.SIGTERM: "kg: terminated\n"}
PATIENCE_SECONDS = 20


def start(folder: Path) -> subprocess.Popen[str]:
    """Begin a build in a group of processes of its own."""
    command = [sys.executable, "-m", "kg", "build", "in", "--workers", "2"]
    return subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )


def running(group: int) -> list[int]:
    """Answer the processes of a group that have not ended; one that waits to be reaped has."""
    listed = subprocess.run(
        ["ps", "-A", "-o", "pgid=,pid=,stat="], capture_output=True, text=True, check=True
    )
    rows = (line.split() for line in listed.stdout.splitlines())
    return [int(pid) for pgid, pid, state in rows if int(pgid) == group and state[0] != "Z"]


def eventually(holds: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE_SECONDS
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


@pytest.mark.parametrize("to_all", [False, True], ids=["one process", "all processes"])
@pytest.mark.parametrize("number", STATUS, ids=lambda number: number.name)
def test_a_build_that_is_stopped_leaves_no_process_and_no_half(
    tmp_path: Path, number: signal.Signals, *, to_all: bool
) -> None:
    corpus.put(tmp_path / "in", ALL)
    process = start(tmp_path)
    assert eventually(lambda: len(running(process.pid)) > 2 or process.poll() is not None)
    assert process.poll() is None, "the build ended before its workers were seen"
    (os.killpg if to_all else os.kill)(process.pid, number)
    _, told = process.communicate(timeout=PATIENCE_SECONDS)
    assert process.returncode == STATUS[number]
    assert told == LINE.get(number, told)
    assert eventually(lambda: not running(process.pid)), running(process.pid)
    assert not (tmp_path / "kg-out" / "graph.nq").exists()
    again = start(tmp_path)
    _, told = again.communicate()
    assert again.returncode == 0, told
    assert digests(tmp_path / "kg-out")
