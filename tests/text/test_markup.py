"""Mark-up in texts: whole, cut off and stray."""

import pytest
from hypothesis import given

from kg.text.markup import tags
from tests.text.fragments import raws

CASES = [
    ("up to 5 < 7 and x<y", []),
    ("<b>a</b>", ["<b>", "</b>"]),
    ('<a title="a > b" href=x>t</a>', ['<a title="a > b" href=x>', "</a>"]),
    ('<a href="https://x.example/?a\nnext "quoted" line', ['<a href="https://x.example/?a']),
    ('<a href="x <b>bold</b>', ['<a href="x ', "<b>", "</b>"]),
    ('<a href="unclosed>text</a>', ['<a href="unclosed>', "</a>"]),
    ("ends in <stro", ["<stro"]),
    ("ends in <unheardof", []),
    ("<your name> <jane@example.org>", []),
    ("<o:p></o:p>", ["<o:p>", "</o:p>"]),
    ("a <!-- b\nc --> d", ["<!-- b\nc -->"]),
    ("a <!-- b\nc", ["<!-- b"]),
    ("<script>if (a<b) {}</script>x", ["<script>if (a<b) {}</script>"]),
    ("<script>x", ["<script>"]),
    ("<!DOCTYPE html><![endif]>", ["<!DOCTYPE html>", "<![endif]>"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_tags_of_a_copy(text: str, expected: list[str]) -> None:
    assert [text[tag.start : tag.end] for tag in tags(text)] == expected


def test_a_tag_of_a_saved_page_may_have_several_lines() -> None:
    text = '<a class="one\n two"\n href="x">t</a>'
    assert [text[t.start : t.end] for t in tags(text, html=True)] == [text[:-5], "</a>"]


def test_a_cut_tag_of_a_saved_page_does_not_swallow_the_next_block() -> None:
    text = '<p>see <a href="https://x.example/jessi</p>\n<h3 class="o">next "x"</h3>'
    assert [tag.kind for tag in tags(text, html=True)] == ["open", "cut", "close", "open", "close"]


@pytest.mark.parametrize("html", [False, True])
@given(text=raws)
def test_tags_are_in_order_and_within_the_text(html: bool, text: str) -> None:
    at = 0
    for tag in tags(text, html=html):
        assert at <= tag.start < tag.end <= len(text)
        assert text[tag.start] == "<"
        at = tag.end
