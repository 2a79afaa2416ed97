"""The words that say what a number counts, and the time it is of."""

from typing import Final

from kg.extract.names.dated import is_year
from kg.extract.numbers.quantity import Quantity
from kg.extract.passage import Passage

_MOST_WORDS: Final = 9
_ENDS: Final = frozenset(
    {",", ";", ".", ":", "(", ")", "\u2013", "\u2014", "\n", "\u201c", "\u201d"}
)


def counted(passage: Passage, quantity: Quantity) -> str:
    """Answer the words of the text that say what is counted: those after the number."""
    limit = passage.bounds(quantity.first)[1]
    end = quantity.end
    while end < min(limit, quantity.end + _MOST_WORDS):
        token = passage.tokens[end]
        if token.word in _ENDS or token.word[0].isdigit() or _is_verb(passage, end, quantity.end):
            break
        end += 1
    start = quantity.end
    while start < end and _is_small(passage, start):
        start += 1
    while end > start and passage.has("never.word", end - 1):
        end -= 1
    return passage.words(start, end) if end > start else ""


def _is_small(passage: Passage, index: int) -> bool:
    return passage.has("small.of", index) or passage.has("small.article", index)


def _is_verb(passage: Passage, index: int, first: int) -> bool:
    """Answer whether a verb begins, or right behind the number another clause."""
    if index == first:
        return passage.has("small.and", index)
    return any(
        passage.signs.begins(kind, index)
        for kind in ("act.auxiliary", "act.planned", "role.result")
    )


def period(passage: Passage, quantity: Quantity) -> tuple[str, str]:
    """Answer the first and last day of the one year that the sentence of a number names, if any."""
    first, last = passage.bounds(quantity.first)
    years = {
        token.word
        for index, token in enumerate(passage.tokens[first:last], first)
        if is_year(token.word) and _is_said_of(passage, index)
    }
    if len(years) != 1:
        return "", ""
    year = years.pop()
    return f"{year}-01-01", f"{year}-12-31"


def _is_said_of(passage: Passage, index: int) -> bool:
    """Answer whether "in", "during" or the like stands before a year."""
    return passage.signs.ends("denial.within", index) is not None
