"""Lines come out sorted and once, whether they fit into memory or not."""

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kg.stages import runs

LINES = st.lists(st.binary(max_size=8).map(lambda b: b.replace(b"\n", b"")), max_size=60)


@given(LINES, st.integers(0, 64))
def test_runs_sort_and_keep_each_line_once(lines: list[bytes], run_bytes: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        collected = runs.Runs(Path(name), run_bytes)
        for line in lines:
            collected.extend([line])
        count = collected.write(Path(name) / "out")
        assert list(runs.read(Path(name) / "out")) == sorted(set(lines))
        assert count == len(set(lines))
        assert [path.name for path in Path(name).iterdir()] == ["out"]


@given(st.lists(LINES, max_size=6))
def test_a_merge_is_the_same_in_memory_and_on_disk(files: list[list[bytes]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        paths = []
        for number, lines in enumerate(files):
            paths.append(Path(name) / str(number))
            runs.save(sorted(lines), paths[-1])
        in_memory = list(runs.merged(paths, unique=False))
        limit, runs.RUN_BYTES = runs.RUN_BYTES, -1
        opened, runs.OPEN_FILES = runs.OPEN_FILES, 2
        try:
            on_disk = list(runs.merged(paths, unique=False))
            unique = list(runs.merged(paths, unique=True))
        finally:
            runs.RUN_BYTES, runs.OPEN_FILES = limit, opened
        assert in_memory == on_disk == sorted(line for lines in files for line in lines)
        assert unique == sorted({line for lines in files for line in lines})
