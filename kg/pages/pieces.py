"""The cells of a table in a text copy: a line each, or parted by bars on one line."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from kg.pages.sections import Span
from kg.records import Slice

_LINE: Final = re.compile(r"[^\r\n]+")
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
    """Answer the cells of a table in order; between bars also those that are blank."""
    for line, match in enumerate(_LINE.finditer(text, *span)):
        whole = Piece(match.start(), match[0], line)
        cells = _between_bars(whole)
        for number, (start, raw) in enumerate(cells):
            is_outer = number in {0, len(cells) - 1}
            if raw or not is_outer:
                yield Piece(start, raw, line)


def _between_bars(line: Piece) -> list[Slice]:
    bars = [at for at, letter in enumerate(line.raw) if letter == "|"]
    edges = zip([0, *(bar + 1 for bar in bars)], [*bars, len(line.raw)], strict=True)
    return [line.slice(*edge) for edge in edges]
