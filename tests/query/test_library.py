"""Queries are found by listing folders; a user's own stands before a shipped one."""

from pathlib import Path

import pytest

from kg.errors import UnknownName
from kg.query import load


def put(path: Path, title: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'#+ title = "{title}"\nSELECT * {{ ?s ?p ?o }}')
    return path


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    put(tmp_path / "shipped" / "outcomes.rq", "Outcomes")
    put(tmp_path / "shipped" / "money" / "budgets.rq", "Budgets")
    return tmp_path / "shipped"


def test_queries_are_listed_by_group_and_name(shipped: Path) -> None:
    found = load((shipped,)).queries
    assert [(query.group, query.name) for query in found] == [
        ("", "outcomes"),
        ("money", "budgets"),
    ]


def test_a_users_query_stands_in_for_a_shipped_one(shipped: Path, tmp_path: Path) -> None:
    put(tmp_path / "own" / "mine" / "outcomes.rq", "Mine")
    library = load((shipped, tmp_path / "own"))
    assert library.find("outcomes").title == "Mine"
    assert [(query.group, query.name) for query in library.queries] == [
        ("mine", "outcomes"),
        ("money", "budgets"),
    ]


def test_a_file_is_read_where_it_is(shipped: Path, tmp_path: Path) -> None:
    path = put(tmp_path / "elsewhere.rq", "Elsewhere")
    assert load((shipped,)).find(str(path)).title == "Elsewhere"


def test_an_unknown_name_is_answered_with_the_nearest(shipped: Path) -> None:
    with pytest.raises(UnknownName, match=r"did you mean outcomes\?"):
        load((shipped,)).find("outcome")
    with pytest.raises(UnknownName, match="kg query lists them"):
        load((shipped,)).find("xyz")
