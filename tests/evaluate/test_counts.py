"""Shares of counts."""

from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate.counts import Counts, total

COUNTS = st.builds(Counts, *[st.integers(0, 50)] * 3)


def test_nothing_is_no_share() -> None:
    assert (Counts().precision, Counts().recall, Counts().f1) == (0, 0, 0)


@given(COUNTS)
def test_f1_lies_between_precision_and_recall(counts: Counts) -> None:
    low, high = sorted((counts.precision, counts.recall))
    assert low - 1e-9 <= counts.f1 <= high + 1e-9


@given(COUNTS)
def test_precision_and_recall_change_places_with_gold_and_found(counts: Counts) -> None:
    turned = Counts(counts.right, counts.missed, counts.spurious)
    assert (turned.precision, turned.recall) == (counts.recall, counts.precision)
    assert turned.f1 == counts.f1


def test_counts_add_up() -> None:
    assert total([Counts(1, 2, 3), Counts(10, 20, 30)]) == Counts(11, 22, 33)
    assert total([]) == Counts()
