"""XML bytes in any encoding: which element they begin with, and a stream that a parser can read.

Source: W3C XML 1.0, section 2.8 (prolog) and appendix F (detection of encodings).
"""

import codecs
import re
from dataclasses import dataclass
from typing import BinaryIO, Final

_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE: Final = (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2))
_DECLARATION: Final = re.compile(rb"<\?xml\s[^>]*?\?>")
_ENCODING: Final = re.compile(rb"""encoding\s*=\s*["']([A-Za-z][\w.-]*)""")
_PROLOG: Final = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        r"[\s\ufeff]+",
        r"<\?.*?\?>",
        r"<!--.*?-->",
        r"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>",
    )
)
_START_TAG: Final = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")
_BLANK: Final = "\ufeff \t\r\n"
_BEGINNINGS: Final = frozenset("< \t\r\n")
_MOST_DECLARATION_BYTES: Final = 1024


def root_name(head: bytes) -> str:
    """Answer the local name of the first element, or "" where the bytes do not begin as XML.

    Example:
        >>> root_name(b'<?xml version="1.0"?> <!-- a --> <iati-activities version="2.03">')
        'iati-activities'
    """
    text = head.decode(_encoding(head), errors="replace")
    position = 0
    while match := next((m for p in _PROLOG if (m := p.match(text, position))), None):
        position = match.end()
    tag = _START_TAG.match(text, position)
    return tag[1] if tag else ""


@dataclass(slots=True)
class XmlStream:
    """Bytes for a parser. `encoding` is what they are in, or None where they say so themselves."""

    first: bytes
    rest: BinaryIO
    encoding: str | None = None

    def read(self, size: int) -> bytes:
        """Answer the next bytes, about so many."""
        if self.first:
            first, self.first = self.first, b""
            return first
        return self.rest.read(size)


def xml_stream(raw: BinaryIO) -> XmlStream:
    """Answer a stream in which nothing stands before the XML declaration.

    UTF-16 and UTF-32 become UTF-8, since parsers know them only with a mark. A declaration with
    white space before it is blanked out, so that lines keep their numbers.
    """
    head = raw.read(_MOST_DECLARATION_BYTES)
    encoding = _encoding(head)
    text = head.decode(encoding, errors="ignore")
    blank = text[: len(text) - len(text.lstrip(_BLANK))]
    raw.seek(len(blank.encode(encoding)))
    lines = b"\n" * blank.count("\n")
    if encoding != "utf-8":
        rest: BinaryIO = codecs.EncodedFile(raw, "utf-8", encoding)
        return _blanked(lines, rest, "utf-8")
    if not lines:
        return XmlStream(b"", raw)
    return _blanked(lines, raw, None)


def _blanked(lines: bytes, rest: BinaryIO, encoding: str | None) -> XmlStream:
    first = rest.read(_MOST_DECLARATION_BYTES)
    declaration = _DECLARATION.match(first)
    if not declaration:
        return XmlStream(lines + first, rest, encoding)
    declared = _ENCODING.search(declaration[0])
    lines += b"\n" * declaration[0].count(b"\n")
    said = declared[1].decode() if declared else "utf-8"
    return XmlStream(lines + first[declaration.end() :], rest, encoding or said)


def _encoding(head: bytes) -> str:
    """Answer the encoding as far as it is needed to find the declaration."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    for name, width in _WIDE:
        if head[:width].decode(name, errors="replace") in _BEGINNINGS:
            return name
    return "utf-8"
