from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import resources


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    package = tmp_path / "kg"
    package.mkdir()
    monkeypatch.setattr(resources, "_PACKAGE", package)
    resources.folder.cache_clear()
    yield package
    resources.folder.cache_clear()


def test_a_checkout_has_its_folders_at_the_top(package: Path) -> None:
    assert resources.folder("queries") == package.parent / "queries"


def test_an_installed_package_has_them_inside(package: Path) -> None:
    (package / "_resources" / "queries").mkdir(parents=True)
    assert resources.folder("queries") == package / "_resources" / "queries"
