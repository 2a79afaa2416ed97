"""Which year a page reports on, and how that was found out.

The order of what is believed: settings, address, what is selected on the page, the last year that
has a result, the year that the narratives say most often, the name of the file.
"""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from kg.pages.clues import Clues
from kg.pages.country import MIN_CONFIDENCE
from kg.records import Finding, Issue
from kg.text.language import languages

YEAR: Final = re.compile(r"(?<![\d.,/-])(?:19[89]|20[0-4])\d(?![\d%]|[.,/-]\d)")
"""A year in a text, and no number of things or part of a date in figures."""

_IN_FILE_NAME: Final = re.compile(r"(?<!\d)(?:19[89]|20[0-4])\d(?!\d)")
_WORDS_BEFORE_CHARACTERS: Final = 32
_SELECTED: Final = Decimal("0.95")
_HAS_RESULT: Final = Decimal("0.8")
_FILE_NAME: Final = Decimal("0.5")


def year_of(clues: Clues) -> Finding | None:
    """Answer the year of a page, or None where nothing says it surely enough."""
    return next((f for f in _found(clues) if f.confidence >= MIN_CONFIDENCE), None)


def conflicts(year: Finding | None, clues: Clues) -> Iterator[Issue]:
    """Answer an issue where the page was asked for one year and shows another's."""
    asked = clues.address.get("year")
    if year and asked:
        for shown in sorted(set(_years(clues.selected)) - {asked}):
            yield Issue(
                code="year-conflict",
                message=f"the address asks for {asked}, the page says {shown}; {year.value} is believed",
                path="year",
                raw=shown,
            )


def _found(clues: Clues) -> Iterator[Finding]:
    """Answer findings from the most to the least believed."""
    if said := clues.settings.get("year"):
        yield Finding(value=said, basis="settings")
    if said := clues.address.get("year"):
        yield Finding(value=said, basis="address")
    selected = Counter(_years(clues.selected)).most_common(1)
    for year, _ in selected:
        yield Finding(value=year, basis="selector", confidence=_SELECTED)
    if clues.result_years:
        yield Finding(value=max(clues.result_years), basis="resultYears", confidence=_HAS_RESULT)
    in_name = set(_IN_FILE_NAME.findall(clues.file_name))
    yield from _said(clues.text)
    if len(in_name) == 1:
        yield Finding(value=in_name.pop(), basis="fileName", confidence=_FILE_NAME)


def _years(lines: tuple[str, ...]) -> list[str]:
    return [line for line in lines if YEAR.fullmatch(line)]


def _said(text: str) -> Iterator[Finding]:
    """Answer the year that a clean text says most often, its share of all years as confidence.

    Years that are looked forward or back to ("by 2025", "since 2019") do not count; where two are
    said as often, neither is believed.
    """
    said = Counter(m[0] for m in YEAR.finditer(text) if not _is_other(text, m.start()))
    ranked = said.most_common(2)
    if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
        year, count = ranked[0]
        share = (Decimal(count) / said.total()).quantize(Decimal("0.01"))
        yield Finding(value=year, basis="narrative", confidence=share)


def _is_other(text: str, at: int) -> bool:
    return bool(_other().search(text[max(0, at - _WORDS_BEFORE_CHARACTERS) : at]))


@lru_cache(maxsize=1)
def _other() -> re.Pattern[str]:
    """Answer the pattern of words after which a year is not the one that is reported on."""
    words = sorted({word for known in languages().values() for word in known.before_other_years})
    return re.compile(
        rf"\b(?:{'|'.join(map(re.escape, words))})\s+(?:\w{{1,3}}\s+){{0,3}}\Z", re.IGNORECASE
    )
