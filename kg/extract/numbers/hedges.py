"""How exact a number is said to be: "about 40", "40 or more", "+ 4000", "40 femmes au moins"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, get_args

from kg.extract.numbers.quantity import Quantity
from kg.extract.passage import Passage
from kg.records import Qualifier

_QUALIFIERS: Final[tuple[Qualifier, ...]] = get_args(Qualifier)
_MOST_SKIPPED: Final = 2
_MOST_BEHIND: Final = 4
_PLUS: Final = "+"


def hedged(passage: Passage, found: Quantity) -> Quantity:
    """Answer a number with its qualifier, by what stands right before it or soon after it."""
    at = found.start
    floor = passage.bounds(found.first)[0]
    for _ in range(_MOST_SKIPPED + 1):
        if before := _before(passage, at, floor):
            return replace(found, start=before[0], qualifier=before[1])
        if not passage.has("number.skipped", at - 1):
            break
        at -= 1
    if passage.fold(found.last) == _PLUS and passage.glued(found.last):
        return replace(found, qualifier="atLeast", end=found.last + 1)
    if at > floor and passage.fold(at - 1) == _PLUS and not _is_number(passage, at - 2):
        return replace(found, qualifier="moreThan", start=at - 1)
    return _behind(passage, found)


def _before(passage: Passage, at: int, floor: int) -> tuple[int, Qualifier] | None:
    """Answer the longest qualifier that ends before a token, and where it begins."""
    ends = passage.signs.ends
    found = [
        (first, qualifier)
        for qualifier in _QUALIFIERS
        if (first := ends(f"qualifier.{qualifier}", at)) is not None and first >= floor
    ]
    return min(found, default=None)


def _behind(passage: Passage, found: Quantity) -> Quantity:
    """Answer a number with the qualifier that follows it or its noun, and precedes no other number."""
    begins = passage.signs.begins
    for at in _reach(passage, found):
        for qualifier in _QUALIFIERS:
            after = begins(f"behind.{qualifier}", at)
            if after and not _is_number(passage, after[0]):
                is_beside = at == found.end
                return replace(found, qualifier=qualifier, end=after[0] if is_beside else found.end)
    return found


def _reach(passage: Passage, found: Quantity) -> Iterator[int]:
    """Answer the tokens at which what qualifies a number may begin: behind it, or soon behind its noun."""
    limit = min(passage.bounds(found.first)[1], found.end + _MOST_BEHIND)
    for at in range(found.end, limit):
        yield at
        if _is_number(passage, at) or not (passage.fold(at).isalpha() or passage.fold(at) == ","):
            return


def _is_number(passage: Passage, at: int) -> bool:
    return passage.fold(at)[:1].isdigit() or passage.has("number.units", at)
