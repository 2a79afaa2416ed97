"""How the numbers of a table are written: which of "." and "," parts decimals from the whole."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final, NamedTuple

Cell = str | Decimal
"""What stands in a cell: a text, or a number that the file keeps as such."""

_PLAIN: Final = re.compile(r"[+-]?\d+(?:([.,])\d+)?")
_GROUPED: Final = re.compile(
    r"[+-]?[1-9]\d{0,2}(?:([.,'’\s])\d{3})(?:\1\d{3})*(?:(?!\1)([.,])\d+)?"
)
_UNCLEAR: Final = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")
_WORDED: Final = re.compile(
    r"""
    (?P<sign> [<>≤≥~≈] )? \s*
    (?P<number> [+-]?\d (?:[\d.,'’\s]*\d)? ) \s*
    (?: (?P<percent> % | per\s?cent | por\s?ciento | pour\s?cent )
      | (?P<part> (?:out\ of|of|de|sur)\ \d+ (?:\ [^\W\d_]+){0,4} )
      | (?P<unit> [^\W\d_]+ (?:[ -][^\W\d_]+){0,3} ) )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SIGNS: Final = {
    ">": "moreThan", "<": "lessThan", "≥": "atLeast", "≤": "atMost", "~": "about", "≈": "about",
}  # fmt: skip
_OTHER: Final = {".": ",", ",": "."}


class Worded(NamedTuple):
    """A number with what is said of it: its kind, what it counts, how exactly it is meant."""

    number: str
    kind: str = ""
    counted: str = ""
    qualifier: str = ""


def worded(cell: str) -> Worded | None:
    """Answer a number that stands with a sign or words of its own, or None.

    Example:
        >>> worded("45 %"), worded("> 300 women")
        (Worded(number='45', kind='percent', counted='', qualifier=''), Worded(number='300', kind='count', counted='women', qualifier='moreThan'))
        >>> worded("9 of 15 towns")
        Worded(number='9', kind='ratio', counted='of 15 towns', qualifier='')
    """
    match = _WORDED.fullmatch(cell.strip())
    if match is None or not (match["sign"] or match["percent"] or match["part"] or match["unit"]):
        return None
    kind = "percent" if match["percent"] else "ratio" if match["part"] else "count"
    counted = match["part"] or match["unit"] or ""
    return Worded(match["number"], kind, counted, _SIGNS.get(match["sign"] or "", ""))


def is_number(cell: Cell) -> bool:
    """Answer whether a cell holds a number, at most with a sign of about, a whole or a unit of one word."""
    if isinstance(cell, Decimal):
        return True
    said = worded(cell)
    if said and said.kind == "count" and len(said.counted.split()) > 1:
        return False
    return bool(_matched(said.number if said else cell.strip()))


def decimal_signs(cells: Iterable[Cell]) -> set[str]:
    """Answer the decimal signs that numbers in texts show. "1.200" shows none.

    Example:
        >>> decimal_signs(["1.200", "3"]), decimal_signs(["1.200", "12,5"]), decimal_signs(["1,200.5"])
        (set(), {','}, {'.'})
    """
    said = ((worded(cell), cell) for cell in cells if isinstance(cell, str))
    numbers = (one.number if one else cell.strip() for one, cell in said)
    return {sign for number in numbers if (sign := _shown(number))}


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
