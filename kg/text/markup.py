"""Where a text has mark-up: tags, comments and scripts, be they whole, cut off or stray.

No parser of whole documents is used: where a tag is cut off inside a quoted address, those swallow
all text up to the next quotation mark. Here a tag ends at `>`, or else at the end of its line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from lxml.html import defs

BLOCKS: Final = (defs.block_tags - {"del", "ins"}) | {
    "article", "aside", "body", "br", "details", "figcaption", "figure", "footer", "header", "html",
    "main", "nav", "section", "select", "summary",
}  # fmt: skip
"""The elements that stand on lines of their own."""

ELEMENTS: Final = defs.tags | BLOCKS | {"frame", "picture"}
"""The elements of HTML; any other name in angle brackets is text in a copy of a page."""

_RAW_IN_TEXT: Final = frozenset({"script", "style"})
_RAW_IN_HTML: Final = _RAW_IN_TEXT | {
    "iframe", "noscript", "svg", "template", "textarea", "title",
}  # fmt: skip

_TAG: Final = r"""
    </? (?P<name> [A-Za-z][\w:-]*+ )
    (?: [{space}/]++
        (?: [^\s"'<>/=]++
            (?: [{space}]*+ = [{space}]*+ (?> {value} | [^\s"'<>`]++ ) )?+
        )?+
    )*+ >
"""
_IN_TEXT: Final = re.compile(
    _TAG.format(space=r"\ \t", value=r""" "[^"\n]*+" | '[^'\n]*+' """), re.VERBOSE
)
_IN_HTML: Final = re.compile(
    _TAG.format(
        space=r"\s",
        value=r""" "[^"\n]*+" | '[^'\n]*+' | "[^"<]*+" | '[^'<]*+' """,
    ),
    re.VERBOSE,
)
_LOOSE: Final = re.compile(r"</?(?P<name>[A-Za-z][\w:-]*+)(?=[\s/>])[^<>\n]*+>")
_CUT: Final = re.compile(
    r"</?(?P<name>[A-Za-z][\w:-]*+)"
    r"(?:[ \t][^<>\n]*=[^<>\n]*+(?=<|\n|\Z)|(?:[ \t]+[\w-]*+)?(?=\n|\Z))"
)
_DECLARATION: Final = re.compile(r"<(?:!|\?)[A-Za-z\[][^<>\n]*+>")


class Tag(NamedTuple):
    """A piece of mark-up: `text[start:end]`. A `raw` element reaches to the end of its end tag."""

    start: int
    end: int
    kind: Literal["open", "close", "raw", "comment", "cut"]
    name: str = ""


def tags(text: str, *, html: bool = False) -> Iterator[Tag]:
    """Answer the mark-up of a text, in order.

    In a copy of a page (not `html`) only the elements of HTML count, and a tag has one line.

    Example:
        >>> [tag.kind for tag in tags('<b>up to 5 < 7</b> <a href="https://x.example')]
        ['open', 'close', 'cut']
    """
    scan = _Scan(text, html)
    at = text.find("<")
    while at >= 0:
        tag = scan.tag(at)
        if tag:
            yield tag
        at = text.find("<", tag.end if tag else at + 1)


@dataclass(slots=True)
class _Scan:
    """`missing` are the ends that do not come any more: each is looked for in vain only once."""

    text: str
    html: bool
    missing: set[str] = field(default_factory=set)

    def tag(self, at: int) -> Tag | None:
        if self.text.startswith("<!--", at):
            return Tag(at, self._after("-->", at) or self._line_end(at), "comment")
        whole = (_IN_HTML if self.html else _IN_TEXT).match(self.text, at)
        match = whole or _LOOSE.match(self.text, at)
        if match and self._counts(match["name"]):
            return self._element(at, match.end(), match["name"].lower())
        cut = _CUT.match(self.text, at)
        if cut and self._counts(cut["name"], cut.end()):
            return Tag(at, cut.end(), "cut", cut["name"].lower())
        declaration = _DECLARATION.match(self.text, at)
        return Tag(at, declaration.end(), "comment") if declaration else None

    def _element(self, at: int, end: int, name: str) -> Tag:
        if self.text[at + 1] == "/":
            return Tag(at, end, "close", name)
        if name in (_RAW_IN_HTML if self.html else _RAW_IN_TEXT):
            close = self._after(f"</{name}", end)
            if close:
                return Tag(at, (self.text.find(">", close) + 1) or close, "raw", name)
        return Tag(at, end, "open", name)

    def _counts(self, name: str, end: int = 0) -> bool:
        """Answer whether a name is one of HTML's, or the beginning of one where the text ends."""
        name = name.lower()
        if self.html or ":" in name or name in ELEMENTS:
            return True
        return end == len(self.text) and any(known.startswith(name) for known in ELEMENTS)

    def _after(self, mark: str, at: int) -> int:
        if mark in self.missing:
            return 0
        found = re.compile(re.escape(mark), re.IGNORECASE).search(self.text, at)
        if not found:
            self.missing.add(mark)
        return found.end() if found else 0

    def _line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end
