"""A build depends on its inputs and on nothing else."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.documents import Document
from kg.errors import SourceError
from kg.inputs import gather
from kg.settings import Settings
from kg.stages.folder import FILES
from kg.stages.pipeline import build
from tests.stages import corpus

ALL = dict.fromkeys(range(10), 0)


def no_network(url: str) -> Document:
    raise AssertionError(url)


def built(sources: Path, target: Path, count: int = 1) -> dict[str, str]:
    """Build a folder, and answer the digest of each file but those of the index."""
    build(gather([str(sources)], Settings(), no_network), Settings(), target, count=count)
    return digests(target)


def digests(target: Path) -> dict[str, str]:
    found = {}
    for file in FILES:
        if file != "store":
            for path in [target / file, *sorted((target / file).rglob("*"))]:
                if path.is_file():
                    name = path.relative_to(target).as_posix()
                    found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def test_every_promised_file_is_there(tmp_path: Path) -> None:
    corpus.put(tmp_path / "in", ALL)
    built(tmp_path / "in", tmp_path / "out")
    assert all((tmp_path / "out" / file).exists() for file in FILES)


def test_hash_seeds_orders_and_workers_give_the_same_bytes(tmp_path: Path) -> None:
    corpus.put(tmp_path / "in", ALL)
    paths = sorted((tmp_path / "in").iterdir())
    seen = set()
    for seed, workers, files in (
        ("0", "1", paths),
        ("1", "2", paths[::-1]),
        ("7", "1", paths[3:] + paths[:3]),
    ):
        target = tmp_path / f"out{seed}"
        subprocess.run(
            [sys.executable, "-m", "kg", "build", *map(str, files), "-o", str(target), "--workers", workers],
            env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True,
        )  # fmt: skip
        seen.add(tuple(sorted(digests(target).items())))
    assert len(seen) == 1


STEPS = st.lists(
    st.dictionaries(st.integers(0, 9), st.integers(0, 3) | st.none(), min_size=1, max_size=4),
    min_size=1,
    max_size=3,
)


@settings(max_examples=6, deadline=None)
@given(STEPS)
def test_adds_changes_and_removals_end_as_a_build_from_scratch(
    steps: list[dict[int, int | None]],
) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        state: dict[int, int] = dict(ALL)
        corpus.put(folder / "in", state)
        built(folder / "in", folder / "out")
        for step in steps:
            for number, version in step.items():
                if version is None and len(state) > 1:
                    state.pop(number, None)
                else:
                    state[number] = version or 0
            corpus.put(folder / "in", state)
            incremental = built(folder / "in", folder / "out")
        assert incremental == built(folder / "in", folder / "scratch")
    finally:
        shutil.rmtree(folder)


def test_unchanged_documents_are_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus.put(tmp_path / "in", ALL)
    built(tmp_path / "in", tmp_path / "out")
    read: list[str] = []
    original = Document.read

    def noted(self: Document) -> bytes:
        read.append(self.name)
        return original(self)

    monkeypatch.setattr(Document, "read", noted)
    corpus.put(tmp_path / "in", {**ALL, 3: 1})
    built(tmp_path / "in", tmp_path / "out")
    assert set(read) <= {"3.txt"}


def test_equal_bytes_are_read_once_and_both_recorded(tmp_path: Path) -> None:
    corpus.put(tmp_path / "in", ALL)
    shutil.copy(tmp_path / "in" / "0.txt", tmp_path / "in" / "copy.txt")
    built(tmp_path / "in", tmp_path / "out")
    graph = (tmp_path / "out" / "graph.nq").read_text()
    assert "source/in%2Fcopy.txt> <https://w3id.org/okg/ontology#sameBytesAs>" in graph
    assert "narrative" not in "".join(
        line for line in graph.splitlines() if line.endswith("source/in%2Fcopy.txt> .")
    )


def test_nothing_usable_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    corpus.put(tmp_path / "in", ALL)
    before = built(tmp_path / "in", tmp_path / "out")
    (tmp_path / "noise.bin").write_bytes(bytes(range(256)))
    with pytest.raises(SourceError, match="noise"):
        build(
            gather([str(tmp_path / "noise.bin")], Settings(), no_network),
            Settings(),
            tmp_path / "out",
        )
    assert digests(tmp_path / "out") == before


def test_what_no_build_needs_any_more_leaves_the_cache(tmp_path: Path) -> None:
    corpus.put(tmp_path / "in", ALL)
    built(tmp_path / "in", tmp_path / "out")
    kept = tmp_path / "out" / ".cache"
    (kept / "http" / "gone").mkdir(parents=True)
    (kept / "extract" / ".partial-killed").mkdir()
    before = {path.name for path in kept.glob("*/*")}
    corpus.put(tmp_path / "in", {**ALL, 0: 1, 6: 1})
    built(tmp_path / "in", tmp_path / "out")
    after = {path.name for path in kept.glob("*/*")}
    built(tmp_path / "in", tmp_path / "scratch")
    assert after == {path.name for path in (tmp_path / "scratch" / ".cache").glob("*/*")}
    assert before - after >= {"gone", ".partial-killed"}
    assert kept.stat().st_mode & 0o077 == 0


def test_one_break_is_one_issue_that_says_where(tmp_path: Path) -> None:
    (tmp_path / "cut.xml").write_text(
        "<iati-activities>\n<iati-activity><iati-identifier>A</iati-identifier>\n"
    )
    built(tmp_path / "cut.xml", tmp_path / "out")
    lines = (tmp_path / "out" / "issues.jsonl").read_text().splitlines()
    (issue,) = map(json.loads, lines)
    assert (issue["code"], issue["line"], issue["column"]) == ("broken", 3, 1)
