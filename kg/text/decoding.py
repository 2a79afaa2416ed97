"""Bytes as characters: what encoding a text is in, and whether it is a text at all."""

import codecs
import re
from collections.abc import Iterator
from typing import Final

from kg.errors import SourceError
from kg.records import Issue

_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NO_TEXT: Final = (b"%PDF-", b"%!PS", b"{\\rtf", b"PK\x03\x04")
_CONTROL: Final = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b"))
_MAX_CONTROL_SHARE: Final = 0.002
_CHARSET: Final = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?"""
    rb"((?:iso-8859-|windows-|koi8-|euc-|gb|big5|shift_jis|utf-)[\w-]*)",
    re.IGNORECASE,
)


def is_text(data: bytes) -> bool:
    r"""Answer whether bytes can be a text: no control characters, no other format's first bytes.

    Example:
        >>> is_text("Año".encode()), is_text(b"\x00\x01")
        (True, False)
    """
    if data.startswith(_UTF_16):
        return True
    if b"\0" in data or data.startswith(_NO_TEXT):
        return False
    controls = len(data) - len(data.translate(None, _CONTROL))
    return controls <= len(data) * _MAX_CONTROL_SHARE


def decode(data: bytes, key: str) -> tuple[str, str, tuple[Issue, ...]]:
    """Answer the characters of a text, its encoding, and an issue where that had to be guessed.

    A byte order mark of UTF-8 and all line ends are kept.

    Raises:
        SourceError: the bytes are no text in any encoding that they may have.
    """
    if not is_text(data):
        raise SourceError(f"{key}: not a text (it holds control characters): leave it out")
    for encoding in _encodings(data):
        try:
            return data.decode(encoding), encoding, ()
        except UnicodeDecodeError:
            continue
    try:
        text = data.decode("windows-1252")
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{key}: byte {error.start} is neither UTF-8 nor windows-1252: save it as UTF-8"
        ) from error
    return text, "windows-1252", (_guessed(data, text),)


def _encodings(data: bytes) -> Iterator[str]:
    if data.startswith(_UTF_16):
        yield "utf-16"
    yield "utf-8"
    if declared := _CHARSET.search(data[:4096]):
        encoding = declared[1].decode().lower()
        yield "windows-1252" if encoding == "iso-8859-1" else encoding


def _guessed(data: bytes, text: str) -> Issue:
    at = next(i for i, byte in enumerate(data) if byte > 127)  # noqa: PLR2004  # the last of ASCII
    return Issue(
        code="encoding",
        message="not UTF-8: read as windows-1252",
        start=at,
        raw=text[at : at + 40],
    )
