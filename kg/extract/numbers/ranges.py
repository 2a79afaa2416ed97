"""Two numbers that share what is said once: "7-8,000", "2.4 to 2.6 million", "from 20 to 30 %"."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Final

from kg.extract.numbers.numerals import plain
from kg.extract.numbers.quantity import Quantity
from kg.extract.passage import Passage
from kg.extract.tokens import is_number

_DASHES: Final = frozenset("\u2013\u2014-")
_THOUSAND: Final = 1000
_MOST_CURRENCY: Final = 2
_LEAST_YEAR: Final = 1900


def ranged(passage: Passage, found: Quantity, read: Callable[[int], Quantity | None]) -> Quantity:
    """Answer a number with the one that it reaches to, if both make a range.

    Of a change ("from 2.4 to 2.6 million") it is the first number, with the scale or the sign of
    the other.
    """
    is_dashed = passage.hyphened(found.last) or passage.fold(found.last) in _DASHES
    at = found.last + (not passage.hyphened(found.last))
    if not is_dashed and not _is_joined(passage, found):
        return found
    at = at if is_dashed else _behind_sign(passage, at)
    upper = read(at) if at < len(passage.tokens) else None
    if upper is None or upper.is_spelled or upper.kind == "multiple" or found.kind != "count":
        return found
    if not is_dashed:
        return _shared(passage, found, upper)
    low = _low(found, upper)
    return _range(found, upper, low) if low < upper.value else found


def _is_joined(passage: Passage, found: Quantity) -> bool:
    """Answer whether a word joins a number to a second: "2 to 3", "between 2 and 3"."""
    if passage.has("number.to", found.last):
        return True
    is_between = any(passage.has("number.between", found.first - back) for back in (1, 2))
    return is_between and passage.has("small.and", found.last)


def _behind_sign(passage: Passage, at: int) -> int:
    """Answer where a number begins, though the sign of a currency may stand before it."""
    for number in range(at, min(at + _MOST_CURRENCY + 1, len(passage.tokens))):
        if is_number(passage.tokens[number].word):
            return number
    return at


def _shared(passage: Passage, found: Quantity, upper: Quantity) -> Quantity:
    is_change = any(passage.has("number.from", found.first - back) for back in (1, 2))
    if upper.kind == "percent":
        is_share = found.value < _LEAST_YEAR and found.scale == 1
        return replace(found, kind="percent") if is_share else found
    is_scaled = found.scale == 1 < upper.scale and found.value * upper.scale < upper.value
    if not is_scaled:
        return found
    low = plain(found.value * upper.scale)
    return replace(found, value=low) if is_change else _range(found, upper, low)


def _range(found: Quantity, upper: Quantity, low: Decimal) -> Quantity:
    return replace(
        upper, first=found.first, start=found.start, value=low, upper=upper.value, kind="range"
    )


def _low(found: Quantity, upper: Quantity) -> Decimal:
    """Answer the lower end of a range: "7-8,000" and "2.4-2.6 million" say a scale once."""
    scale = upper.scale if upper.scale > 1 else _THOUSAND
    low = plain(found.value * scale)
    return low if found.scale == 1 and low < upper.value else found.value
