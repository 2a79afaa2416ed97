"""The text that evidence names, of plain text and of saved pages."""

import hashlib
import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents import Document
from kg.errors import SourceError
from kg.text.rendition import MAX_BYTES, is_html, render, rendition


def document(content: bytes) -> Document:
    return Document(key="a/b.txt", sha256=hashlib.sha256(content).hexdigest(), place=content)


def test_plain_text_is_kept_as_it_is() -> None:
    content = "\ufeffuno\r\ndos <b>&amp;</b>\n"
    found = rendition(document(content.encode()))
    assert (found.content, found.ref, found.issues) == (content, ("source", "a/b.txt"), ())


def test_windows_1252_is_an_issue() -> None:
    found = rendition(document("el año “2020”".encode("windows-1252")))
    assert found.content == "el año “2020”"
    assert [(issue.code, issue.start) for issue in found.issues] == [("encoding", 4)]


def test_a_saved_page_is_named_by_its_rendition() -> None:
    found = rendition(document(b"<html><p>uno &ntilde;</p></html>"))
    assert found.content == "uno ñ\n"
    assert found.ref == ("rendition", hashlib.sha256("uno ñ\n".encode()).hexdigest())


@pytest.mark.parametrize(
    "content",
    [
        "<html><meta charset='iso-8859-1'><p>año</p></html>".encode("latin-1"),
        "<html><meta charset='windows-1251'><p>год</p></html>".encode("windows-1251"),
        "<html><meta charset='latin1'><p>año</p></html>".encode(),
        "<html><p>año</p></html>".encode("utf-16"),
        b"\xef\xbb\xbf" + "<html><p>año</p></html>".encode(),
    ],
)
def test_the_encoding_of_a_saved_page(content: bytes) -> None:
    found = rendition(document(content))
    assert found.content in {"año\n", "год\n"}
    assert not found.issues


def test_utf_16_text_has_a_rendition() -> None:
    found = rendition(document("uno año".encode("utf-16")))
    assert (found.content, found.ref.kind) == ("uno año", "rendition")


@pytest.mark.parametrize(
    "content", [b"\0\1\2", b"\x81\x8d", b"%PDF-1.4 text", b"x" * (MAX_BYTES + 1)]
)
def test_what_cannot_be_used_is_refused(content: bytes) -> None:
    with pytest.raises(SourceError, match=r"a/b\.txt: "):
        rendition(document(content))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!DOCTYPE html><p>a", True),
        ('\ufeff\n<?xml version="1.0"?>\n<!-- saved --><HTML lang="en">', True),
        ("<body>", True),
        ("<b>Nepal</b> has a <html> tag", False),
        ("outcome <html>", False),
        ("<iati-activities>", False),
    ],
)
def test_is_html(text: str, expected: bool) -> None:
    assert is_html(text) == expected


PAGES = [
    ("<p>a<b>b</b> c</p><p>d", "ab c\nd\n"),
    ("<ul><li>a<li>b</ul>c<br>d", "a\nb\nc\nd\n"),
    ("<table><tr><th>a<td>b</table>", "a\nb\n"),
    ("<pre>a\n  b\r\nc</pre>d\ne", "a\nb\nc\nd e\n"),
    ("<title>t</title><style>s{}</style><noscript>n</noscript><svg><text>v</text></svg>a", "a\n"),
    ("<select><option>a<option selected>b<option>c</select>d", "b\nd\n"),
    ("a <script>document.write('<p>b</p>')</script>c", "a c\n"),
    ("<script>a\n<p>b</p>", "a\nb\n"),
    ("<!-- a --><p>b</p><!-- c", "b\n"),
    ('<p>a <a href="https://x.example/j</p><p>b</p>', 'a <a href="https://x.example/j\nb\n'),
    ("<p>&lt;b&gt; &amp;amp; &nbsp;x</p>", "<b> &amp; x\n"),
    ("<app-root><x-y z='1'>a</x-y></app-root>", "a\n"),
]


@pytest.mark.parametrize(("page", "expected"), PAGES)
def test_render(page: str, expected: str) -> None:
    assert render(page) == expected


UNSEEN = [
    ("<p hidden>a<p>b", "b\n"),
    ("<div style='color:red; DISPLAY : none'><div>a</div>b</div>c", "c\n"),
    ('<span style="visibility:hidden">a</span>b', "b\n"),
    ("<div aria-hidden=true>a<br>b<img>c</div>d", "d\n"),
    ("<ul><li hidden>a<ul><li>b</ul><li>c</ul>d", "c\nd\n"),
    ("<table><tr><td hidden>a<td>b<tr hidden><td>c<tr><td>d</table>", "b\nd\n"),
    ("<table><tr><td hidden>a</table>b", "b\n"),
    ("<nav>a<p>b</nav>c<footer><p>d</footer>e", "c\ne\n"),
    ("<article><p>a</p><footer>b</footer></article>c", "a\nb\nc\n"),
    ('<div role="navigation">a</div><div role=main>b</div>', "b\n"),
    ('<div id="onetrust-consent-sdk"><p>a</div><div class="x Cookie-Banner">b</div>c', "c\n"),
    ("<p class=hidden>a<p data-hidden=1>b<p id=display:none>c", "a\nb\nc\n"),
    ("<template>a<noscript>b", ""),
    ("<body style=visibility:hidden><main aria-hidden=true>a</main>", "a\n"),
    ("<span><p hidden>a</span>b</p>c", "c\n"),
    ("<div hidden>a</p></x>b</div>c", "c\n"),
    ("a<p>b</p></div><section><div hidden>c</section>d", "a\nb\nd\n"),
    ('<div hidden>a <a href="https://x.example/j\n</div><p>b', "b\n"),
]


@pytest.mark.parametrize(("page", "expected"), UNSEEN)
def test_what_no_reader_sees_is_not_said(page: str, expected: str) -> None:
    assert render(page) == expected


@pytest.mark.parametrize("tag", ["<b>", "<i hidden>", "<div><b>", "</i>"])
def test_tags_without_end_take_no_longer_the_more_there_are(tag: str) -> None:
    assert render("<i>" + tag * 20_000 + "</i></b>" * 20_000 + "</div>" * 20_000) == ""


words = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=9)
lines = st.lists(st.lists(words, min_size=1, max_size=5).map(" ".join), max_size=6)


@given(lines)
def test_each_block_is_a_line(said: list[str]) -> None:
    page = "<html><body>" + "".join(f"<p>{html.escape(line)}</p>\n" for line in said)
    assert render(page) == "".join(f"{line}\n" for line in said)


@pytest.mark.parametrize("depth", [300, 100_000])
def test_depth_does_not_matter(depth: int) -> None:
    assert render("<div>" * depth + "deep" + "</div>" * depth + "<p>after") == "deep\nafter\n"
