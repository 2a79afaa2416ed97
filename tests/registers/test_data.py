"""What must hold for everything that is shipped, file by file and between the files."""

import importlib
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import codelists
from kg.identity import keys
from kg.registers.entry import Entry
from kg.registers.table import Table

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "kg" / "registers" / "data"
ARCHIVES = ROOT / ".cache" / "registers"
TABLES = [Table(path) for path in sorted(DATA.glob("*.tsv"))]
LARGEST = 15_000_000


@pytest.fixture(params=TABLES, ids=lambda table: table.name)
def table(request: pytest.FixtureRequest) -> Table:
    assert isinstance(request.param, Table)
    return request.param


@pytest.fixture(scope="module")
def entries() -> dict[str, Entry]:
    return {entry.key: entry for table in TABLES for entry in table}


def test_lines_are_sorted_by_country_and_key(table: Table) -> None:
    lines = [line.split("\t")[:2] for line in table.path.read_text("utf-8").splitlines()]
    rows = [line for line in lines if not line[0].startswith("#")][1:]
    assert rows == sorted(rows)


def test_a_file_says_whom_to_thank(table: Table) -> None:
    assert table.head["name"]
    assert table.head["attribution"]


def test_nothing_comes_from_a_source_that_asks_for_the_same_licence(table: Table) -> None:
    assert not {"ODbL", "CC-BY-SA", "GPL"} & set(table.head["licence"].replace(",", " ").split())


def test_an_entry_has_labels_one_a_language(table: Table) -> None:
    for entry in table:
        languages = Counter(label.lang for label in entry.labels)
        assert languages, entry.key
        assert set(languages.values()) == {1}, entry.key
        assert all(text.strip() == text != "" for text, _ in (*entry.labels, *entry.aliases))


def test_a_point_is_on_the_earth(table: Table) -> None:
    for lat, lon in (entry.point for entry in table if entry.point):
        assert -90 <= float(lat) <= 90
        assert -180 <= float(lon) <= 180


def test_organisations_are_classified_by_the_code_list(table: Table) -> None:
    known = codelists.notations("OrganisationType") | {""}
    assert {entry.classification for entry in table} <= known


def test_keys_are_unique_and_so_are_identifiers(entries: dict[str, Entry]) -> None:
    own = Counter(entry.key for table in TABLES for entry in table)
    other = Counter(
        keys.by_id(keys.kind(entry.key), value, scheme)
        for entry in entries.values()
        for scheme, value in entry.identifiers
    )
    assert [key for key, times in (own + other).items() if times > 1] == []


def test_a_place_lies_in_places_up_to_its_country(entries: dict[str, Entry]) -> None:
    for entry in entries.values():
        seen = [entry]
        while (within := seen[-1].within) is not None:
            assert entries[within] not in seen, entry.key
            seen.append(entries[within])
        if len(seen) > 1:
            assert seen[-1].key == f"place:iso:{entry.country}"


def test_every_place_of_a_country_lies_in_something(entries: dict[str, Entry]) -> None:
    alone = {e.register for e in entries.values() if e.type == "Place" and not e.within}
    assert alone == {"countries", "world_regions"}


def test_what_is_shipped_stays_small() -> None:
    assert sum(len(table.content) for table in TABLES) < LARGEST


@pytest.fixture
def everything(monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    folder = ROOT / "scripts" / "registers"
    before = set(sys.modules)
    monkeypatch.syspath_prepend(folder)
    yield importlib.import_module("everything")
    for name in set(sys.modules) - before:
        if str(getattr(sys.modules[name], "__file__", "")).startswith(str(folder)):
            del sys.modules[name]


def test_files_are_what_the_script_writes(everything: object, shared_data: Path) -> None:
    missing = [a for a in sys.modules["archives"].ALL if not (ARCHIVES / a).is_file()]
    if missing:
        pytest.skip(f"no {missing[0]} in {ARCHIVES}: scripts/registers/__main__.py says how")
    written = {file.name: file.text() for file in everything.files(shared_data, ARCHIVES)}  # type: ignore[attr-defined]
    for name, text in written.items():
        assert (DATA / name).read_text(encoding="utf-8") == text, name
    by_hand = {t.path.name for t in TABLES if t.head["source"].startswith("kept by hand")}
    assert written.keys() | by_hand == {table.path.name for table in TABLES}
