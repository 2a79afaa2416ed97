"""What a reader sees of a raw text, and where it stands."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.reading import Edit, Reading, read
from tests.text.fragments import raws

CASES = [
    ("Ciudad Ju&aacute;rez", "Ciudad Juárez"),
    ("Q&amp;amp;A &lt;b&gt; &unknown; R&D", "Q&A <b> &unknown; R&D"),
    ("(<b>25 women</b>)", "(25 women)"),
    ("one<br/>two", "one\ntwo"),
    ("a<!-- hidden -->b<script>x</script>c", "abc"),
    ("In 202 1 , women", "In 2021, women"),
    ("In 202 1. Then", "In 2021. Then"),
    ("202 1-day courses, 202 1.5 and 202 15", "202 1-day courses, 202 1.5 and 202 15"),
    ("nearly 2 ,150 women; 2 ,15", "nearly 2,150 women; 2 ,15"),
    ("more inform ed women", "more informed women"),
    ("a kind of men", "a kind of men"),
    ("Par\u00c3\u00a1 and S\u00c3\u00a3o Paulo", "Pará and São Paulo"),
    ("women\u00e2\u20ac\u2122s", "women’s"),
    ("le caf\u00c9\u00bb", "le cafÉ»"),
    ("women\ufffds", "women’s"),
    ("the Senate&acute;s", "the Senate’s"),
    ("a\u00a0b \t c\u00ad", "a b c"),
    ("ask ana.paz@example.org (ana@example.org), or @ana.", "ask, or."),
    ("work. https://example.org/a?b=c At last", "work. At last"),
    ('see <a href="mailto:ana@example.org">the office</a>', "see the office"),
    ('see <a href="https://x.example/ana%40exam', "see "),
    ("one \n\n two", "one\ntwo"),
    (
        "it was signed by all of the unions of\nwomen of the ports and by those of the\nNorth",
        "it was signed by all of the unions of women of the ports and by those of the North",
    ),
    ("lists of\nwomen", "lists of\nwomen"),
    ("It ends.\nAnd begins", "It ends.\nAnd begins"),
]


@pytest.mark.parametrize(("raw", "clean"), CASES)
def test_read(raw: str, clean: str) -> None:
    assert read(raw).text == clean


def test_a_span_is_the_raw_text_that_says_it() -> None:
    raw = "In 202 1, <b>Ju&aacute;rez</b> and Par\u00c3\u00a1 were inform ed."
    reading = read(raw)
    for clean, said in [
        ("2021", "202 1"),
        ("Juárez", "Ju&aacute;rez"),
        ("Pará", "Par\u00c3\u00a1"),
        ("informed", "inform ed"),
        ("Juárez and Pará", "Ju&aacute;rez</b> and Par\u00c3\u00a1"),
    ]:
        at = reading.text.index(clean)
        start, end = reading.span(at, at + len(clean))
        assert raw[start:end] == said


@pytest.mark.parametrize(("start", "end"), [(1, 1), (-1, 2), (0, 99)])
def test_there_is_no_span_outside(start: int, end: int) -> None:
    with pytest.raises(IndexError):
        read("plain").span(start, end)


@given(raws)
def test_the_index_is_in_range_and_in_order(raw: str) -> None:
    reading = read(raw)
    assert len(reading.starts) == len(reading.ends) == len(reading.text)
    for start, end in zip(reading.starts, reading.ends, strict=True):
        assert 0 <= start < end <= len(raw)
    assert list(reading.starts) == sorted(reading.starts)
    assert list(reading.ends) == sorted(reading.ends)


@given(raws)
def test_reading_leaves_out_addresses_and_white_space(raw: str) -> None:
    text = read(raw).text
    assert "ana@example.org" not in text
    assert "https://example" not in text
    assert not re.search(r"[^\S\n ]| {2}|\n\n", text)


@given(st.lists(st.from_regex(r"[A-Za-z0-9éñ]{1,9}[.,;]?", fullmatch=True)).map(" ".join))
def test_reading_a_plain_text_changes_nothing(raw: str) -> None:
    reading = Reading.plain(raw)
    assert reading.text == raw
    if not re.search(r" (?:ed|ing|tions?|ments|ness)\b|\d \d", raw):
        assert read(raw) == reading


@given(raws, st.data())
def test_edits_map_back(raw: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(raw)), max_size=6)))
    edits = [Edit(a, b, "x" * (b % 3)) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    edited = Reading.plain(raw).edited(edits)
    for start, end, text in edits:
        assert text == "" or (start, end) in set(zip(edited.starts, edited.ends, strict=True))
    kept = [i for i in range(len(raw)) if not any(a <= i < b for a, b, _ in edits)]
    assert set(kept) <= set(edited.starts)
