"""An extractor is one file with one function, found by its name, its package or its path."""

from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest

from kg.errors import BuildError, UnknownName, UsageError
from kg.extract.gazetteer import Gazetteer
from kg.extractors import Task, _registry, load
from kg.records import Context, Narrative, TextRef

PLAIN = "def extract(task):\n    return []\n"


def task(folder: Path) -> Task:
    return Task(
        narrative=Narrative(
            id="n", text=TextRef("source", "s"), start=0, end=2, raw="Hi", lang="en"
        ),
        context=Context(country=None, year=None, publisher=None, lang="en"),
        gazetteer=Gazetteer(),
        options={},
        folder=folder,
    )


def written(folder: Path, text: str, name: str = "own.py") -> str:
    (folder / name).write_text(text)
    return str(folder / name)


def test_the_shipped_ones_are_those_of_the_folder() -> None:
    assert _registry.shipped() == ["endpoint", "rules"]
    (rules,) = load(("rules",), {})
    assert (rules.name, rules.version) == ("rules", "")


def test_a_file_is_an_extractor_whose_version_is_its_text_and_options(tmp_path: Path) -> None:
    path = written(tmp_path, PLAIN)
    (own,) = load((path,), {})
    assert own.name == "own"
    assert own.read(task(tmp_path)) == []
    (other,) = load((path,), {"own": {"least": 3}})
    (moved,) = load((path,), {"own": {"folder": "elsewhere"}})
    (changed,) = load((written(tmp_path, PLAIN + "#\n"),), {})
    assert len({own.version, other.version, changed.version}) == 3
    assert moved.version == own.version


def test_an_installed_package_offers_extractors_by_entry_points(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, PLAIN, "someones_extractor.py")
    monkeypatch.syspath_prepend(tmp_path)
    point = EntryPoint("theirs", "someones_extractor:extract", _registry.GROUP)
    monkeypatch.setattr(_registry, "entry_points", lambda group: EntryPoints([point]))
    (theirs,) = load(("theirs",), {})
    assert theirs.name == "theirs"
    assert len(theirs.version) == 16


def test_a_file_that_changes_is_loaded_as_it_is_now(tmp_path: Path) -> None:
    (old,) = load((written(tmp_path, PLAIN),), {})
    (new,) = load((written(tmp_path, "def extract(task):\n    return [1]\n"),), {})
    assert old.read(task(tmp_path)) == []
    with pytest.raises(BuildError, match="answers int"):
        new.read(task(tmp_path))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "has no function"),
        ("extract = 3\n", "has no function"),
        ("import nothing_of_this_name\n", "ModuleNotFoundError"),
        ("def extract(:\n", "SyntaxError"),
        ("import sys\nsys.exit(3)\n", "SystemExit: 3"),
        (PLAIN + "def version(options):\n    return options['x']\n", "KeyError: 'x'"),
        (PLAIN + "version = 3\n", "TypeError"),
    ],
)
def test_a_file_that_is_no_extractor_is_told(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        load((written(tmp_path, text),), {})


def test_names_that_cannot_be_meant_are_told(tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="use one of endpoint, rules"):
        load(("rulse",), {})
    with pytest.raises(UsageError, match="named twice"):
        load(("rules", written(tmp_path, PLAIN, "rules.py")), {})
    with pytest.raises(UsageError, match="rules is the name of another"):
        load((written(tmp_path, PLAIN, "rules.py"),), {})
    with pytest.raises(UsageError, match="none is named"):
        load((), {})
    with pytest.raises(UsageError, match="cannot be read"):
        load((str(tmp_path / "gone.py"),), {})
    with pytest.raises(UsageError, match="model"):
        load(("endpoint",), {})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("def extract(task):\n    return [1 / 0]\n", "own: ZeroDivisionError: .* \\(at n\\)"),
        ("def extract(task):\n    yield 'Law 1'\n", "own: TypeError: it answers str"),
        ("def extract(task):\n    pass\n", "own: TypeError"),
        ("import sys\ndef extract(task):\n    sys.exit(3)\n", "own: SystemExit: 3"),
    ],
)
def test_a_broken_extractor_is_named(tmp_path: Path, text: str, message: str) -> None:
    (own,) = load((written(tmp_path, text),), {})
    with pytest.raises(BuildError, match=message):
        own.read(task(tmp_path))
