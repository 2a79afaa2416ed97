from hypothesis import given
from hypothesis import strategies as st

from kg.exports._order import TYPE, by_graph, by_subject
from kg.exports._selection import Statement

TERMS = st.sampled_from([b"<a:1>", b"<a:2>", b'"x y"'])
STATEMENTS = st.lists(st.tuples(TERMS, TERMS, TERMS, st.sampled_from([b"", b"<g:1>", b"<g:2>"])))


@given(STATEMENTS, st.integers(1, 4))
def test_graph_by_graph_is_a_stable_sort_whatever_fits_into_memory(
    listed: list[Statement], run: int
) -> None:
    assert list(by_graph(iter(listed), run)) == sorted(listed, key=lambda s: s[3])


def test_types_first_and_each_triple_once() -> None:
    listed = [
        (b"<s:1>", b"<p:1>", b"<o:1>", b"<g:1>"),
        (b"<s:1>", b"<p:1>", b"<o:1>", b"<g:2>"),
        (b"<s:1>", TYPE, b"<c:1>", b"<g:1>"),
        (b"<s:2>", b"<p:1>", b"<o:1>", b"<g:1>"),
    ]
    assert list(by_subject(listed)) == [
        [(b"<s:1>", TYPE, b"<c:1>"), (b"<s:1>", b"<p:1>", b"<o:1>")],
        [(b"<s:2>", b"<p:1>", b"<o:1>")],
    ]
