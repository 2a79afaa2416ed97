"""Rows on a terminal: a table where every row fits, else one column a line."""

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from operator import gt
from typing import Final

from rich import box
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

Row = Sequence[str]

_GAP: Final = 2
_MIN_WRAPPED: Final = 16
"""How narrow a cell of running text may become."""

_MANY: Final = 0.5
_MIN_ROOM: Final = 16
_NUMBERS: Final = re.compile(r"[\d.,%/ -]*")


def widths(columns: Row, rows: Sequence[Row], room: int) -> list[int]:
    """Answer how wide each column is where all fit into a room, else nothing.

    No word is broken, and no text is squeezed; columns share what is left.

    Example:
        >>> widths(["n", "text"], [["1", "some words " * 9]], 40), widths(["n"], [["12345"]], 4)
        ([1, 37], [])
    """
    cells = [[title, *(row[at] for row in rows)] for at, title in enumerate(columns)]
    wanted = [max(map(cell_len, column)) for column in cells]
    needed = [_needed(column) for column in cells]
    spare = room - sum(needed) - _GAP * (len(columns) - 1)
    if spare < 0:
        return []
    order = sorted(range(len(columns)), key=lambda at: wanted[at] - needed[at])
    for left, at in zip(range(len(order), 0, -1), order, strict=True):
        more = min(wanted[at] - needed[at], spare // left)
        needed[at] += more
        spare -= more
    return needed


def _needed(column: Row) -> int:
    word = max((cell_len(word) for cell in column for word in cell.split()), default=0)
    return max(word, min(_MIN_WRAPPED, max(map(cell_len, column[1:]), default=0)))


def table(columns: Row, rows: Sequence[Row], wide: Sequence[int]) -> Table:
    """Answer a table with columns of these widths; rows stand apart where many have more lines."""
    wrapped = sum(any(map(gt, map(cell_len, row), wide)) for row in rows)
    drawn = Table(
        box=box.SIMPLE,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        show_lines=wrapped > _MANY * len(rows),
    )
    for at, (title, width) in enumerate(zip(columns, wide, strict=True)):
        numbers = all(_NUMBERS.fullmatch(row[at]) for row in rows)
        drawn.add_column(
            Text(title), width=width, justify="right" if numbers else "left", overflow="fold"
        )
    for row in rows:
        drawn.add_row(*map(Text, row))
    return drawn


def blocks(columns: Row, rows: Iterable[Row], room: int) -> Iterator[Text]:
    """Answer each row as lines `column: value` that are wrapped between words, and an empty one."""
    for row in rows:
        for title, cell in zip(columns, row, strict=True):
            if cell:
                text = Text(hanging(f"{title}: {cell}", room))
                text.stylize("bold", 0, len(title) + 1)
                yield text
        yield Text()


def hanging(line: str, room: int, indent: int = 0) -> str:
    """Answer a line wrapped between words, what follows its first line set in by two more."""
    return textwrap.fill(
        line,
        max(room, _MIN_ROOM),
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + 2),
        break_long_words=False,
        break_on_hyphens=False,
    )
