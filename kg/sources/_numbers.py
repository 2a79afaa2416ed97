"""How the numbers of a table are written: which of "." and "," parts decimals from the whole."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

Cell = str | Decimal
"""What stands in a cell: a text, or a number that the file keeps as such."""

_PLAIN: Final = re.compile(r"[+-]?\d+(?:([.,])\d+)?")
_GROUPED: Final = re.compile(
    r"[+-]?[1-9]\d{0,2}(?:([.,'’\s])\d{3})(?:\1\d{3})*(?:(?!\1)([.,])\d+)?"
)
_UNCLEAR: Final = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")
_MEASURED: Final = re.compile(r"[<>≤≥~]?\s*([+-]?\d[\d.,'’\s]*?)\s*(?:%|[^\W\d]+)?")
_OTHER: Final = {".": ",", ",": "."}


def is_number(cell: Cell) -> bool:
    """Answer whether a cell holds a number, at most with a sign of about or a unit of one word."""
    if isinstance(cell, Decimal):
        return True
    match = _MEASURED.fullmatch(cell.strip())
    return bool(match and _matched(match[1]))


def decimal_signs(cells: Iterable[Cell]) -> set[str]:
    """Answer the decimal signs that numbers in texts show. "1.200" shows none.

    Example:
        >>> decimal_signs(["1.200", "3"]), decimal_signs(["1.200", "12,5"]), decimal_signs(["1,200.5"])
        (set(), {','}, {'.'})
    """
    return {sign for cell in cells if isinstance(cell, str) and (sign := _shown(cell.strip()))}


def plain(cell: Cell, sign: str) -> str | None:
    """Answer a number as the standard writes it, any other text as it is.

    `sign` is the decimal sign of the table, "" where that is unknown. None: what the sign in the
    number parts is not known.

    Example:
        >>> plain("1.200", ","), plain("1.200", "."), plain("1.200", ""), plain("1 200,5", "")
        ('1200', '1.200', None, '1200.5')
    """
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    text = cell.strip()
    if _UNCLEAR.fullmatch(text):
        if not sign:
            return None
        return text.replace(_OTHER[sign], "").replace(sign, ".")
    if match := _PLAIN.fullmatch(text):
        return text.replace(",", ".")
    if match := _GROUPED.fullmatch(text):
        group, point = match.groups()
        return text.replace(group, "").replace(point or ".", ".")
    return cell


def _shown(text: str) -> str:
    match = None if _UNCLEAR.fullmatch(text) else _matched(text)
    if match is None:
        return ""
    if match.re is _PLAIN:
        return match[1] or ""
    return match[2] or _OTHER.get(match[1], "")


def _matched(text: str) -> re.Match[str] | None:
    return _PLAIN.fullmatch(text) or _GROUPED.fullmatch(text)
