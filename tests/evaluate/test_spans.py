"""Spans agree by an edge, or by lying within."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate.spans import Span, agree, touch

SPANS = st.tuples(st.integers(0, 20), st.integers(1, 10)).map(lambda p: (p[0], p[0] + p[1]))


@pytest.mark.parametrize(
    ("found", "right"),
    [
        ((10, 20), True),
        ((4, 20), True),
        ((10, 25), True),
        ((12, 17), True),
        ((12, 16), False),
        ((9, 21), False),
        ((12, 24), False),
        ((0, 10), False),
        ((20, 25), False),
    ],
)
def test_an_edge_or_half_of_it(found: Span, *, right: bool) -> None:
    assert agree(found, (10, 20)) is right


@given(SPANS, SPANS)
def test_to_touch_is_to_share_a_character(one: Span, other: Span) -> None:
    assert touch(one, other) == bool(set(range(*one)) & set(range(*other)))


@given(SPANS, SPANS)
def test_what_agrees_touches(one: Span, other: Span) -> None:
    assert agree(one, one)
    assert touch(one, other) or not agree(one, other)
