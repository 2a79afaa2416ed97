"""Intervals: seeded, around the point, as wide as documents differ."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.evaluate.bootstrap import Interval, intervals
from kg.evaluate.counts import Counts, total

COUNTS = st.builds(Counts, *[st.integers(0, 9)] * 3)


@settings(max_examples=25, deadline=None)
@given(st.lists(COUNTS, min_size=1, max_size=6))
def test_an_interval_holds_the_point(documents: list[Counts]) -> None:
    found, point = intervals(documents), total(documents)
    for name in ("precision", "recall", "f1"):
        interval: Interval = getattr(found, name)
        assert interval.low - 1e-9 <= getattr(point, name) <= interval.high + 1e-9


def test_equal_documents_leave_no_doubt() -> None:
    assert intervals([Counts(3, 1, 0)] * 5).precision == Interval(0.75, 0.75)


def test_documents_that_differ_leave_doubt() -> None:
    found = intervals([Counts(9, 1, 0), Counts(1, 9, 0)] * 3).precision
    assert found.low < 0.4
    assert found.high > 0.6


def test_the_same_counts_give_the_same_intervals() -> None:
    documents = [Counts(5, 1, 2), Counts(3, 0, 4), Counts(8, 3, 1)]
    assert intervals(documents) == intervals(documents)
