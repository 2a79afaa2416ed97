"""The package holds all that it needs, works away from the checkout, and shows few names."""

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import kg
from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
RESOURCES = ("ontology", "shapes", "queries")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    [path] = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    zipfile.ZipFile(wheel).extractall(folder)
    return folder


def run(installed: Path, folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-P", "-m", "kg", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_holds_the_package_and_its_resources_only(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in RESOURCES:
        here = {
            f"kg/_resources/{path.relative_to(ROOT).as_posix()}"
            for path in (ROOT / folder).rglob("*")
            if path.is_file()
        }
        assert here
        assert {name for name in names if name.startswith(f"kg/_resources/{folder}/")} == here
    here = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "kg").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert "kg/py.typed" in here
    assert here <= names
    assert {name.partition("/")[0] for name in names} == {
        "kg",
        f"kg_results-{PROJECT['version']}.dist-info",
    }


def test_it_works_away_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    where = "import kg.resources as r; print(r.__file__, r.folder('queries'))"
    command = [sys.executable, "-P", "-c", where]
    environment = os.environ | {"PYTHONPATH": str(installed)}
    found = subprocess.check_output(command, cwd=tmp_path, env=environment, text=True).split()
    assert all(path.startswith(str(installed)) for path in found)
    assert run(installed, tmp_path, "--version") == f"kg, version {PROJECT['version']}\n"
    assert "outcomes" in run(installed, tmp_path, "query")
    (tmp_path / "note.txt").write_text("UN Women trained 40 teachers in Mexico in 2021.")
    run(installed, tmp_path, "build", "note.txt")
    assert "40" in run(installed, tmp_path, "query", "measurements")


def test_the_command_is_declared(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    [entry] = [name for name in archive.namelist() if name.endswith("entry_points.txt")]
    assert "kg = kg.cli:main" in archive.read(entry).decode()


def test_few_names_are_public() -> None:
    assert set(kg.__all__) == {
        "build",
        "open",
        "KnowledgeGraph",
        "KGError",
        "Settings",
        "__version__",
    }
    assert all(getattr(kg, name) is not None for name in kg.__all__)
    with pytest.raises(AttributeError, match="no attribute 'bild'"):
        _ = kg.bild


def test_the_package_is_light_until_it_is_used() -> None:
    program = "import sys, kg; print(sorted(n for n in sys.modules if n.startswith('kg')))"
    assert subprocess.check_output([sys.executable, "-c", program], cwd=ROOT, text=True) == (
        "['kg']\n"
    )
