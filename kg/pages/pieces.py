"""The cells of a table in a text copy: a line each, or parted by bars on one line."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from kg.pages.sections import Span
from kg.records import Slice

_PIECE: Final = re.compile(r"[^\r\n|]+")
_SPACE: Final = " \t\r\n\xa0\ufeff\u200b"


class Piece(NamedTuple):
    """What a cell says, where it begins, and in which line of the table."""

    start: int
    raw: str
    line: int

    def slice(self, first: int = 0, last: int | None = None) -> Slice:
        """Answer a part of it without outer white space."""
        part = self.raw[first:last]
        bare = part.strip(_SPACE)
        return Slice(self.start + first + len(part) - len(part.lstrip(_SPACE)), bare)


def pieces(text: str, span: Span) -> Iterator[Piece]:
    """Answer the cells of a table that are not blank, in order."""
    line, at = 0, span[0]
    for match in _PIECE.finditer(text, *span):
        line += text.count("\n", at, match.start())
        at = match.start()
        whole = Piece(match.start(), match[0], line)
        start, raw = whole.slice()
        if raw:
            yield Piece(start, raw, line)
