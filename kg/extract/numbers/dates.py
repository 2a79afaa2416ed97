"""Points in time as a text writes them: "2021", "June 2020", "the first half of 2021", "FY 2021/22"."""

import tomllib
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from kg.extract.names.dated import is_year
from kg.extract.passage import Passage
from kg.extract.tokens import is_capital, is_number

_DECEMBER, _DAYS = 12, 31
_PARTS: Final = (("half", 6), ("quarter", 3))
"""The parts of a year that texts count, and how many months each has."""


class Span(NamedTuple):
    """Days from the first to the last, and the token after the words that say so."""

    end: int
    first: date
    until: date


def point(passage: Passage, at: int, country: str | None, year: int | None = None) -> Span | None:
    """Answer the time that is written at a token; `year` is that of a month without its own."""
    while passage.has("small.article", at):
        at += 1
    return (
        _fiscal(passage, at, country)
        or _part(passage, at)
        or _day(passage, at, year)
        or _month(passage, at, year)
        or _year(passage, at)
    )


def _word(passage: Passage, at: int) -> str:
    return passage.tokens[at].word if at < len(passage.tokens) else ""


def _year(passage: Passage, at: int) -> Span | None:
    word = _word(passage, at)
    if not is_year(word) or passage.hyphened(at + 1) or _word(passage, at + 1) == "/":
        return None
    return Span(at + 1, date(int(word), 1, 1), date(int(word), _DECEMBER, _DAYS))


def _part(passage: Passage, at: int) -> Span | None:
    """Answer a half or a quarter of a year."""
    for part, months in _PARTS:
        if found := passage.signs.begins(f"period.{part}", at):
            year = _year(passage, _after_of(passage, found[0]))
            if year:
                last = months * int(found[1].value)
                return Span(year.end, *_months(year.first.year, last - months + 1, last))
    return None


def _month(passage: Passage, at: int, year: int | None) -> Span | None:
    if (month := _month_at(passage, at)) is None:
        return None
    at += 1
    at += _word(passage, at) == ","
    own = _year(passage, _after_of(passage, at))
    if own is None and year is None:
        return None
    end, number = (own.end, own.first.year) if own else (at, year or 0)
    return Span(end, *_months(number, month, month))


def _day(passage: Passage, at: int, year: int | None) -> Span | None:
    """Answer a day: "12 January 2021", "12 de enero de 2021", "January 12, 2021"."""
    if _is_day(_word(passage, at)):
        return _on(int(_word(passage, at)), _month(passage, _after_of(passage, at + 1), year))
    month = _month_at(passage, at)
    if month is None or not _is_day(_word(passage, at + 1)):
        return None
    behind = at + 2
    own = _year(passage, behind + (_word(passage, behind) == ","))
    number = own.first.year if own else year
    if number is None:
        return None
    span = Span(own.end if own else behind, *_months(number, month, month))
    return _on(int(_word(passage, at + 1)), span)


def _on(day: int, month: Span | None) -> Span | None:
    """Answer a day of a month, if the month has it."""
    if month is None or day > month.until.day:
        return None
    that = month.first.replace(day=day)
    return Span(month.end, that, that)


def _fiscal(passage: Passage, at: int, country: str | None) -> Span | None:
    """Answer a fiscal year, if it is known in which month those of the country begin.

    One that is called by one year is known only where it is a calendar year.
    """
    found = passage.signs.begins("period.fiscal", at)
    month = _fiscal_months().get(country or "")
    if not found or month is None or not is_year(_word(passage, found[0])):
        return None
    number, end = int(_word(passage, found[0])), found[0] + 1
    if month == 1:
        return _year(passage, found[0])
    end += _word(passage, end) in {"/", "\u2013"}
    following = _word(passage, end)
    if not is_number(following) or following not in {str(number + 1), str(number + 1)[2:]}:
        return None
    first = date(number, month, 1)
    return Span(end + 1, first, first.replace(year=number + 1) - timedelta(days=1))


@cache
def _fiscal_months() -> Mapping[str, int]:
    """Answer the month in which the fiscal year of a country begins, by ISO code."""
    read = tomllib.loads((files("kg.extract") / "fiscal.toml").read_text("utf-8"))
    return {country: int(month) for country, month in read["begins"].items()}


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _month_at(passage: Passage, at: int) -> int | None:
    """Answer the month that a token names; in English, none is written small: "may"."""
    if at >= len(passage.tokens):
        return None
    is_large = passage.lexicon.lang != "en" or is_capital(passage.tokens[at].word)
    return (
        passage.lexicon.values.get("period.month", {}).get(passage.fold(at)) if is_large else None
    )


def _is_day(word: str) -> bool:
    return word.isdigit() and len(word) <= len("31") and 0 < int(word) <= _DAYS


def _after_of(passage: Passage, at: int) -> int:
    return at + 1 if passage.has("small.of", at) else at
