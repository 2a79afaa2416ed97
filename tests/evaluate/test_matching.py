"""One to one, the strictest fit first, nothing lost."""

from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate.counts import Counts
from kg.evaluate.matching import match

NUMBERS = st.lists(st.integers(0, 9), max_size=8)


def equal(found: int, gold: int) -> bool:
    return found == gold


def near(found: int, gold: int) -> bool:
    return abs(found - gold) <= 1


def test_the_strictest_fit_wins_over_an_earlier_gold() -> None:
    assert match([4, 5], [], [5, 4], fits=(equal, near), excuses=equal).right == ((5, 5), (4, 4))
    assert match([4, 5], [], [5, 4], fits=(near,), excuses=equal).right == ((4, 5), (5, 4))


def test_each_gold_is_found_once() -> None:
    found = match([4], [], [4, 4], fits=(equal,), excuses=equal)
    assert found.counts == Counts(right=1, spurious=1, missed=0)


def test_what_is_optional_is_neither_right_nor_spurious() -> None:
    found = match([4], [7], [7, 4, 2], fits=(equal,), excuses=equal)
    assert (found.excused, found.spurious, found.counts) == ((7,), (2,), Counts(1, 1, 0))


@given(NUMBERS, NUMBERS, NUMBERS)
def test_nothing_is_lost(gold: list[int], optional: list[int], found: list[int]) -> None:
    matching = match(gold, optional, found, fits=(equal, near), excuses=equal)
    one, other = [g for g, _ in matching.right], [f for _, f in matching.right]
    assert sorted([*one, *matching.missed]) == sorted(gold)
    assert sorted([*other, *matching.spurious, *matching.excused]) == sorted(found)


@given(NUMBERS, NUMBERS)
def test_gold_and_found_may_change_places(one: list[int], other: list[int]) -> None:
    there = match(one, [], other, fits=(equal,), excuses=equal).counts
    back = match(other, [], one, fits=(equal,), excuses=equal).counts
    assert back == Counts(there.right, there.missed, there.spurious)
