"""A build that is killed leaves the old output or the new one, whole."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg import store
from tests.stages import corpus
from tests.stages.test_pipeline import ALL, digests

TRIES = 12


def start(folder: Path) -> subprocess.Popen[bytes]:
    command = [
        sys.executable,
        "-m",
        "kg",
        "build",
        str(folder / "in"),
        "-o",
        str(folder / "out"),
        "--workers",
        "1",
    ]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def finished(folder: Path, versions: dict[int, int]) -> dict[str, str]:
    corpus.put(folder / "in", versions)
    assert start(folder).wait() == 0
    return digests(folder / "out")


@pytest.mark.parametrize("attempt", range(TRIES))
def test_a_killed_build_leaves_a_whole_one(tmp_path: Path, attempt: int) -> None:
    old = finished(tmp_path, ALL)
    begin = time.monotonic()
    new = finished(tmp_path / "reference", {**ALL, 1: 1, 7: 1})
    seconds = time.monotonic() - begin
    corpus.put(tmp_path / "in", {**ALL, 1: 1, 7: 1})
    process = start(tmp_path)
    time.sleep(seconds * attempt / TRIES)
    process.kill()
    process.wait()
    assert digests(tmp_path / "out") in (old, new)
    assert len(store.open_read_only(tmp_path / "out" / "store")) > 0
    assert finished(tmp_path, {**ALL, 1: 1, 7: 1}) == new
