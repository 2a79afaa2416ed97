"""The output folder shows one whole build at a time."""

from pathlib import Path

import pytest

from kg.errors import BuildError, UsageError
from kg.stages import folder


def put(target: Path, name: str) -> None:
    with folder.writing(target), folder.staging(target) as new:
        for file in folder.FILES:
            (new / file).write_text(name)
        folder.switch(target, new, name)


def test_files_are_those_of_the_last_build(tmp_path: Path) -> None:
    put(tmp_path, "one")
    put(tmp_path, "two")
    assert {(tmp_path / file).read_text() for file in folder.FILES} == {"two"}


def test_the_build_before_stays_and_older_ones_go(tmp_path: Path) -> None:
    for name in ("one", "two", "three"):
        put(tmp_path, name)
    assert sorted(path.name for path in (tmp_path / ".builds").iterdir()) == ["three", "two"]


def test_the_same_build_again_changes_nothing(tmp_path: Path) -> None:
    put(tmp_path, "one")
    put(tmp_path, "one")
    assert (tmp_path / "graph.nq").read_text() == "one"


def test_what_was_staged_and_not_shown_goes(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), folder.writing(tmp_path), folder.staging(tmp_path):
        raise ZeroDivisionError
    assert list((tmp_path / ".builds").iterdir()) == []
    assert folder.current(tmp_path) is None


def test_two_writers_are_refused(tmp_path: Path) -> None:
    with (
        folder.writing(tmp_path),
        pytest.raises(BuildError, match="another build"),
        folder.writing(tmp_path),
    ):
        pass


def test_a_file_in_the_way_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "graph.nq").write_text("mine")
    with pytest.raises(UsageError, match="in the way"):
        put(tmp_path, "one")
    assert (tmp_path / "graph.nq").read_text() == "mine"


def test_no_build_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="run kg build"):
        folder.opened(tmp_path)
