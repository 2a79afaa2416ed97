"""How clues are weighed, and what the shipped tables may answer."""

from math import isclose
from pathlib import Path
from typing import get_args

import pytest

from kg import extract
from kg.extract.learned import weights as learned
from kg.extract.learned.weights import Weights, softmax, weights
from kg.extract.learned.words import ordinary
from kg.records import MeasureRole, MentionType

SHIPPED = Path(extract.__file__).parent / "learned"


@pytest.fixture
def shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learned, "FOLDER", SHIPPED)
    weights.cache_clear()


def test_clues_add_up_and_unknown_ones_add_nothing() -> None:
    table = Weights(("no", "yes"), (0.5, 0.0), {"a": (0.0, 1.0), "b": (0.25, 2.0)})
    assert table.sums(["a", "b", "c"]) == [0.75, 3.0]
    assert table.sums(["a"], [0.0, 0.0]) == [0.0, 1.0]
    assert table.shares(["a"])["yes"] > table.shares([])["yes"]


def test_shares_add_to_one_be_the_sums_ever_so_great() -> None:
    assert isclose(sum(softmax([800.0, 799.0, -800.0])), 1)
    assert softmax([0.0, 0.0]) == [0.5, 0.5]


@pytest.mark.usefixtures("shipped")
def test_shipped_tables_answer_what_facts_may_say() -> None:
    assert set(weights("numbers").answers) == set(get_args(MeasureRole))
    assert set(weights("names").answers) <= {*get_args(MentionType), "none"}
    assert weights("ties").answers == ("none", "tie")


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize("name", ["names", "numbers", "ties"])
def test_every_row_of_a_shipped_table_weighs_each_answer(name: str) -> None:
    table = weights(name)
    assert len(table.clues) > 1000
    assert {len(row) for row in table.clues.values()} == {len(table.answers)}
    assert all(any(row) for row in table.clues.values())


@pytest.mark.usefixtures("shipped")
def test_ordinary_words_are_folded_words() -> None:
    ordinary.cache_clear()
    found = ordinary()
    ordinary.cache_clear()
    assert {"women", "mujeres", "femmes"} <= found
    assert all(word == word.casefold() and word.isalpha() for word in found)
