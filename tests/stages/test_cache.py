"""An entry is made once, and is whole or not there."""

from pathlib import Path

import pytest

from kg.stages import cache


def test_an_entry_is_made_once(tmp_path: Path) -> None:
    made = []

    def make(folder: Path) -> None:
        made.append(folder)
        (folder / "file").write_text("x")

    one = cache.entry(tmp_path, "a", make)
    other = cache.entry(tmp_path, "a", make)
    assert one == other == tmp_path / "a"
    assert len(made) == 1
    assert (one / "file").read_text() == "x"


def test_an_entry_that_failed_leaves_nothing(tmp_path: Path) -> None:
    def make(folder: Path) -> None:
        (folder / "half").write_text("x")
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011  the error that make raises
        cache.entry(tmp_path, "a", make)
    assert list(tmp_path.iterdir()) == []


def test_sweeping_keeps_what_was_used(tmp_path: Path) -> None:
    for name in "abc":
        cache.entry(tmp_path, name, lambda _folder: None)
    cache.sweep(tmp_path, ["b"])
    assert [path.name for path in tmp_path.iterdir()] == ["b"]


def test_what_is_kept_is_its_owners_only(tmp_path: Path) -> None:
    folder = tmp_path / "of" / "cache"
    folder.mkdir(parents=True, mode=0o755)
    assert cache.private(folder).stat().st_mode & 0o777 == 0o700
    (folder / "a").mkdir()
    (folder / "a" / "file").write_bytes(b"four")
    (folder / "file").write_bytes(b"six...")
    assert cache.size(folder) == 10
