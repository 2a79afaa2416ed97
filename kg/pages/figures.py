"""The figures of a country in the header of a page, taken only where they are of the page's country."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple, cast

from kg.pages.headings import Headings
from kg.pages.sections import Span
from kg.records import CountryFigure, Evidence, FigureKind, Issue, TextRef
from kg.text.evidence import evidence, withheld

_NUMBER: Final = re.compile(
    r"\s*:?\s*(?P<value>\d(?:[\d.,'’\s]*\d)?)(?:\s*\((?P<share>\d+(?:[.,]\d+)?)\s*%\))?"
)
_SEPARATORS: Final = re.compile(r"[.,'’\s]")
_WHOLE: Final = re.compile(r"\d{1,3}(?:[.,'’\s]\d{3})*|\d+")
_INDEX: Final = re.compile(r"[01][.,]\d{1,4}|[01]")
_POPULATION: Final = "population"
_SEXES: Final = frozenset({"male", "female"})


class Statistics(NamedTuple):
    """The lines of a page's header, and what its figures are called."""

    content: str
    ref: TextRef
    span: Span
    headings: Headings

    def of(self, country: str, named: frozenset[str]) -> Iterator[CountryFigure | Issue]:
        """Answer the figures of the page's country; `named` are the countries that the header names.

        A header that names another country, or none, tells nothing of the page's: an issue says so.
        """
        found = list(self._figures(country))
        if country and named == {country}:
            yield from found
        elif found:
            said = ", ".join(sorted(named)) or "no country"
            yield Issue(
                code="country-figures",
                message=f"the figures of the header are of {said}, the page is of {country or 'none'}: not taken",
                path="header",
                line=self._line(self.span[0]),
                start=self.span[0],
                raw=self.content[slice(*self.span)][:200],
                count=len(found),
            )

    def _figures(self, country: str) -> Iterator[CountryFigure]:
        text = self.content[slice(*self.span)]
        for heading, start in self.headings.all(text):
            match = _NUMBER.match(text, heading.end)
            value = _value(match["value"], heading.role) if match else None
            if match is None or value is None:
                continue
            figure = _POPULATION if heading.role in _SEXES else heading.role
            share = match["share"]
            yield CountryFigure(
                country=country,
                figure=cast("FigureKind", figure),
                published=" ".join(text[start : heading.end].split()),
                sex=heading.role if heading.role in _SEXES else "",
                value=value,
                share=Decimal(share.replace(",", ".")) if share else None,
                line=self._line(self.span[0] + start),
                evidence=self._evidence(self.span[0] + start, self.span[0] + match.end()),
            )

    def _evidence(self, start: int, end: int) -> Evidence | None:
        if any(a < end and start < b for a, b in withheld(self.content)):
            return None
        return evidence(self.ref, self.content, start, end)

    def _line(self, start: int) -> int:
        return self.content.count("\n", 0, start) + 1


def _value(raw: str, role: str) -> Decimal | None:
    """Answer a number of people, which has no decimals, or an index between 0 and 2."""
    if role == _POPULATION or role in _SEXES:
        return Decimal(_SEPARATORS.sub("", raw)) if _WHOLE.fullmatch(raw) else None
    return Decimal(raw.replace(",", ".")) if _INDEX.fullmatch(raw) else None
