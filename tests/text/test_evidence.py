"""Quotes: always the raw text, never an address or the target of a link."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KGError
from kg.records import TextRef
from kg.text.evidence import evidence, withheld
from tests.text.fragments import raws

REF = TextRef("source", "a.txt")


def test_a_quote_with_its_context() -> None:
    raw = "The fund of <b>Puebla</b> paid. " + "x" * 50
    start = raw.index("Puebla")
    found = evidence(REF, raw, start, start + 6, offset=100)
    assert (found.start, found.end, found.exact) == (100 + start, 106 + start, "Puebla")
    assert found.prefix == "The fund of <b>"
    assert found.suffix == "</b> paid. " + "x" * 21


CASES = [
    (
        "UN Women and ILO signed, and ask <a href='mailto:a@b.example'>Ana</a>",
        "UN Women and ILO signed",
    ),
    ("A met B (contact ana@example.org, Lima)", "A met B"),
    ("https://x.example/ana, the union of Lima paid", "the union of Lima paid"),
    ("<span class='x'>A</span> and B", "<span class='x'>A</span> and B"),
    ('A and B, see <a href="https://x.example/an', "A and B"),
    ("A and B <script>x()</script>", "A and B"),
    ('A and B, see <a data-index="1', "A and B"),
    ("see https://x.example/an, or A, with B ", "or A, with B"),
]


@pytest.mark.parametrize(("raw", "quote"), CASES)
def test_a_quote_is_cut_at_the_clause(raw: str, quote: str) -> None:
    assert evidence(REF, raw, 0, len(raw)).exact == quote


def test_what_must_be_kept_is_kept() -> None:
    raw = "The council of all unions met, ask ana@example.org, in Lima, or call."
    at = raw.index("Lima")
    assert evidence(REF, raw, 0, len(raw), keep=(at, at + 4)).exact == "in Lima, or call."
    assert evidence(REF, raw, 0, len(raw), keep=(4, 11)).exact == "The council of all unions met"


@pytest.mark.parametrize(
    ("start", "end", "keep"),
    [(4, 19, None), (3, 3, None), (0, 99, None), (-1, 2, None), (0, 23, (0, 20))],
)
def test_what_no_reader_sees_is_no_evidence(start: int, end: int, keep: tuple[int, int]) -> None:
    with pytest.raises(KGError, match=r"a\.txt"):
        evidence(REF, "Ask ana@example.org now", start, end, keep=keep)


@given(raws, st.data())
def test_quotes_are_the_raw_text_and_hold_nothing_withheld(raw: str, data: st.DataObject) -> None:
    if not raw:
        return
    start = data.draw(st.integers(0, len(raw) - 1))
    end = data.draw(st.integers(start + 1, len(raw)))
    try:
        found = evidence(REF, raw, start, end, offset=7)
    except KGError:
        return
    text = " " * 7 + raw
    assert text[found.start : found.end] == found.exact
    assert found.exact
    assert start <= found.start - 7 < found.end - 7 <= end
    assert text[: found.start].endswith(found.prefix)
    assert text[found.end :].startswith(found.suffix)
    around = (found.start - 7 - len(found.prefix), found.end - 7 + len(found.suffix))
    assert not [span for span in withheld(raw) if span[0] < around[1] and around[0] < span[1]]


@given(raws)
def test_what_is_withheld_is_in_order(raw: str) -> None:
    at = 0
    for start, end in withheld(raw):
        assert at <= start < end <= len(raw)
        at = end
