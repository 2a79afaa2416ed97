"""Events that are told by their date: "earthquake of 12 January 2010", "June 2021 election"."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from kg.extract.names.candidate import Candidate, Origin
from kg.extract.passage import Passage
from kg.extract.tokens import is_capital, is_number

_MOST: Final = 7
_MOST_BEFORE_YEAR: Final = 2
_SURE: Final = Decimal("0.9")


def dated(passage: Passage) -> Iterator[Candidate]:
    """Answer the events of a passage that have a date beside them."""
    for first, last, _ in (*passage.signs.all("lower.event"), *passage.signs.all("head.event")):
        floor, limit = passage.bounds(first)
        start = _before(passage, first, floor)
        end = _after(passage, last, limit)
        if start < first or end > last:
            yield Candidate(
                first=start,
                last=end,
                type="Event",
                label=passage.words(start, end),
                origin=Origin.HEADED,
                confidence=_SURE,
            )


def _before(passage: Passage, first: int, floor: int) -> int:
    """Answer where a date begins that stands before an event: "2017", "October 2022"."""
    at = first - 1
    if at < floor or not is_year(passage.tokens[at].word):
        return first
    is_month = at > floor and passage.lexicon.has("denial.month", passage.tokens[at - 1].fold)
    return at - 1 if is_month and is_capital(passage.tokens[at - 1].word) else at


def _after(passage: Passage, last: int, limit: int) -> int:
    """Answer where a date ends that follows an event: "of September 2017"."""
    at = last
    while at < min(limit, last + _MOST):
        token = passage.tokens[at]
        if is_year(token.word) and at > last:
            return at + 1
        if at > last and is_of_month(passage, at) and not is_dated(passage, at + 1, limit):
            return at + 1
        is_day = is_number(token.word) and len(token.word) <= len("31")
        kinds = ("small.of", "small.article", "small.in", "denial.month")
        if not is_day and token.word != "," and not any(passage.has(kind, at) for kind in kinds):
            break
        at += 1
    return last


def is_of_month(passage: Passage, at: int) -> bool:
    """Answer whether this is the month of a date that names none but it: "elections of November"."""
    is_month = passage.has("denial.month", at) and passage.has("small.of", at - 1)
    return is_month and (is_capital(passage.tokens[at].word) or passage.lexicon.lang != "en")


def is_dated(passage: Passage, at: int, limit: int) -> bool:
    """Answer whether a year follows, with or without a small word before it."""
    following = range(at, min(limit, at + _MOST_BEFORE_YEAR))
    return any(is_year(passage.tokens[index].word) for index in following)


def is_year(word: str) -> bool:
    """Answer whether a token may be a year of our time."""
    return len(word) == len("2021") and word.isdigit() and "1900" <= word <= "2100"
