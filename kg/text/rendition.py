"""The text that evidence names: a plain text as it was decoded, or the rendition of an HTML page.

A rendition has one line for each block of the page. It is the same text a reader copies from the
page, so that a saved page and its text copy say the same.
"""

import hashlib
import html
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from kg.documents import HEAD_BYTES, Document
from kg.errors import SourceError
from kg.records import Issue, TextRef
from kg.text.decoding import decode, is_text
from kg.text.hidden import Hidden
from kg.text.markup import BLOCKS, Tag, tags

MAX_BYTES: Final = 1 << 24
"""The largest text that is read: no page of prose is near it, and all of it is held in memory."""

_HTML: Final = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,4000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_SPACE: Final = re.compile(r"\s+")
_SELECTED: Final = re.compile(r"\sselected\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """A text, what it is called, and what was odd in reading it.

    A `ref` of kind "rendition" is named by the SHA-256 of the content as UTF-8.
    """

    ref: TextRef
    content: str
    issues: tuple[Issue, ...] = ()


def rendition(document: Document) -> Rendition:
    """Answer the text that evidence from a document names.

    A text in UTF-16 has a rendition too, as its offsets count in no file that there is.

    Raises:
        SourceError: the bytes are no text, or more than `MAX_BYTES`.
    """
    text, encoding, issues = _text(document.place, document.sha256, document.key)
    if is_html(text):
        text = render(text)
    elif encoding != "utf-16":
        return Rendition(ref=TextRef("source", document.key), content=text, issues=issues)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Rendition(ref=TextRef("rendition", digest), content=text, issues=issues)


def preview(document: Document, head: bytes) -> str:
    """Answer the beginning of a document's text, by which its kind is told; "" where it is none.

    Bytes that no encoding explains do not matter yet: who reads the document will say so.
    """
    if not is_text(head):
        return ""
    try:
        return rendition(document).content[:HEAD_BYTES]
    except SourceError:
        return head.decode("utf-8", "replace")


def is_html(text: str) -> bool:
    """Answer whether a text is an HTML page: by its doctype or its root, not by stray tags."""
    return bool(_HTML.match(text))


@lru_cache(maxsize=2)
def render(page: str) -> str:
    r"""Answer the lines that a reader of an HTML page sees, one for each block, in its order.

    Of a choice only what is chosen is shown; what is hidden, and menus, page ends and questions
    for consent (`furniture.toml`), are not. A tag that is cut off stays as it stands, as in a text
    copy, so that readers can tell that the page breaks off there.

    Example:
        >>> render("<html><title>t</title><p>One<br>two &amp; <b>three</b></p><p>four</html>")
        'One\ntwo & three\nfour\n'
    """
    parts: list[str] = []
    hidden = Hidden()
    at, shown, kept = 0, True, False
    for tag in tags(page, html=True):
        if shown:
            parts.append(_said(page[at : tag.start], kept=kept))
        at = tag.end
        parts.append(_break(page, tag, shown=not hidden))
        kept = (tag.kind == "open") if tag.name == "pre" else kept
        hidden.take(tag, page[tag.start : tag.end])
        shown = not hidden and not _is_unchosen(page, tag)
    if shown:
        parts.append(_said(page[at:], kept=kept))
    lines = (_SPACE.sub(" ", line).strip() for line in "".join(parts).split("\n"))
    return "".join(f"{line}\n" for line in lines if line)


def _said(text: str, *, kept: bool) -> str:
    """Answer the text between two tags; line ends count only where they are kept."""
    decoded = html.unescape(text).lstrip("\ufeff")
    return decoded if kept else _SPACE.sub(" ", decoded)


def _break(page: str, tag: Tag, *, shown: bool) -> str:
    if tag.kind == "cut" and shown:
        return page[tag.start : tag.end] + "\n"
    return "\n" if tag.name in BLOCKS else ""


def _is_unchosen(page: str, tag: Tag) -> bool:
    opens = tag.name == "option" and tag.kind == "open"
    return opens and not _SELECTED.search(page, tag.start, tag.end)


@lru_cache(maxsize=2)
def _text(place: Path | bytes, sha256: str, key: str) -> tuple[str, str, tuple[Issue, ...]]:
    """Answer the decoded bytes; recognising and reading a document ask for the same ones."""
    with Document(key=key, sha256=sha256, place=place).open() as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise SourceError(f"{key}: more than {MAX_BYTES >> 20} MiB of text: split it")
    return decode(data, key)
