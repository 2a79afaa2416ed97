"""Groups grow by joining, and what is apart stays apart by any way."""

from hypothesis import given
from hypothesis import strategies as st

from kg.identity.groups import Groups
from kg.records import Key

KEYS = st.sampled_from([Key(f"org:id:{n}") for n in range(6)])
PAIRS = st.lists(st.tuples(KEYS, KEYS).filter(lambda pair: pair[0] != pair[1]), max_size=8)


@given(PAIRS, PAIRS)
def test_what_is_apart_is_never_in_one_group(
    apart: list[tuple[Key, Key]], joins: list[tuple[Key, Key]]
) -> None:
    groups = Groups(apart)
    for one, two in joins:
        assert groups.join(one, two) == (two in groups.of(one))
    assert not any(two in groups.of(one) for one, two in apart)


def test_a_third_key_does_not_bring_together_what_is_apart() -> None:
    a, b, c = (Key(f"org:id:{name}") for name in "abc")
    groups = Groups([(a, b)])
    assert groups.join(a, c)
    assert not groups.join(c, b)
    assert list(groups) == [{a, c}]
