"""Which country a page reports on, and how that was found out; or which region.

The order of what is believed: settings, address, identifiers of outcomes, what is selected on the
page, its header where the text confirms it, the countries that the text names, the name of the file, the
one country that the text names once.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from kg.pages.clues import Clues
from kg.pages.countries import Countries
from kg.records import Finding, Issue

MIN_CONFIDENCE: Final = Decimal("0.4")
"""Below this a country or a year is left open, not guessed."""

_SURE: Final = Decimal(1)
_IDENTIFIED: Final = Decimal("0.98")
_SELECTED: Final = Decimal("0.95")
_CONFIRMED_HEADER: Final = Decimal("0.9")
_NAMED_MOST: Final = Decimal("0.8")
_FILE_NAME: Final = Decimal("0.5")
_NAMED_ONCE: Final = Decimal("0.45")
_MIN_NAMED: Final = 2
_MIN_SHARE: Final = Decimal("0.6")
_MIN_SHARE_IN_REGION: Final = Decimal("0.85")
"""What part of all names of countries must be one country's; more where the office may be regional."""

_CODE_IN_FILE_NAME: Final = re.compile(r"[A-Z]{2,3}(?=[_\-. ])")
_WORDS: Final = re.compile(r"[^\W\d_]+")


def country_of(
    clues: Clues, countries: Countries, spellings: Mapping[str, str]
) -> tuple[Finding | None, Finding | None]:
    """Answer the country and the region of a page; at most one of them is found."""
    found = next(_found(clues, countries, spellings), None)
    if found and found.confidence >= MIN_CONFIDENCE:
        return found, None
    return None, _region(clues)


def conflicts(
    country: Finding | None, clues: Clues, countries: Countries, spellings: Mapping[str, str]
) -> Iterator[Issue]:
    """Answer an issue for each other country that the page or its address claims to be of."""
    if country is None:
        return
    claims = [("address", clues.address.get("country", ""))]
    claims += [("outcomeIdentifier", office) for office in clues.offices]
    claims += [("header", header) for header in clues.headers]
    for basis, said in claims:
        other = meant(said, countries, spellings)
        if other and other != country.value and basis != country.basis:
            yield Issue(
                code=f"{'header' if basis == 'header' else 'country'}-conflict",
                message=f"the {basis} says {other}; {country.basis} says {country.value}, which is believed",
                path=basis,
                raw=said,
            )


def _found(clues: Clues, countries: Countries, spellings: Mapping[str, str]) -> Iterator[Finding]:
    """Answer findings from the most to the least believed."""
    if said := countries.of(clues.settings.get("country", "")):
        yield Finding(value=said, basis="settings")
    if said := countries.of(clues.address.get("country", "")):
        yield Finding(value=said, basis="address", confidence=_SURE)
    if clues.address.get("region"):
        return
    yield from _identified(clues, countries)
    yield from _selected(clues, countries)
    yield from _said(clues, countries, spellings)
    yield from _in_file_name(clues, countries)
    yield from _said_once(clues, countries)


def _selected(clues: Clues, countries: Countries) -> Iterator[Finding]:
    chosen = {country for line in clues.selected if (country := countries.of(line))}
    if len(chosen) == 1:
        yield Finding(value=chosen.pop(), basis="selector", confidence=_SELECTED)


def _identified(clues: Clues, countries: Countries) -> Iterator[Finding]:
    for office, count in clues.offices.most_common(1):
        if country := countries.codes.get(office):
            share = Decimal(count) / clues.offices.total()
            confidence = (_IDENTIFIED * share).quantize(Decimal("0.01"))
            yield Finding(value=country, basis="outcomeIdentifier", confidence=confidence)


def _said(clues: Clues, countries: Countries, spellings: Mapping[str, str]) -> Iterator[Finding]:
    """Answer the country that the text names most, if clearly, and whether the header agrees."""
    named = countries.named(clues.text)
    for country, count in named.most_common(1):
        share = Decimal(count) / named.total()
        least = _MIN_SHARE_IN_REGION if clues.offices else _MIN_SHARE
        headers = {meant(header, countries, spellings) for header in clues.headers}
        if country in headers:
            yield Finding(value=country, basis="header", confidence=_CONFIRMED_HEADER)
        if count >= _MIN_NAMED and share >= least:
            confidence = (_NAMED_MOST * share).quantize(Decimal("0.01"))
            yield Finding(value=country, basis="register", confidence=confidence)


def _said_once(clues: Clues, countries: Countries) -> Iterator[Finding]:
    """Answer the one country that a text names, be it once, where nothing else is claimed."""
    named = countries.named(clues.text)
    if len(named) == 1 and not (clues.offices or clues.headers):
        yield Finding(value=next(iter(named)), basis="register", confidence=_NAMED_ONCE)


def _in_file_name(clues: Clues, countries: Countries) -> Iterator[Finding]:
    """Answer the country of a file name that begins with its code or holds its name."""
    code = _CODE_IN_FILE_NAME.match(clues.file_name)
    words = " ".join(word.capitalize() for word in _WORDS.findall(clues.file_name))
    named = countries.named(words)
    country = (code and countries.codes.get(code[0])) or (
        next(iter(named)) if len(named) == 1 else None
    )
    if country:
        yield Finding(value=country, basis="fileName", confidence=_FILE_NAME)


def _region(clues: Clues) -> Finding | None:
    """Answer the office that reports where no country does, by its code."""
    if region := clues.address.get("region"):
        return Finding(value=region, basis="address", confidence=_SURE)
    for office, _ in clues.offices.most_common(1):
        return Finding(value=office, basis="outcomeIdentifier", confidence=_IDENTIFIED)
    return None


def meant(said: str, countries: Countries, spellings: Mapping[str, str]) -> str | None:
    """Answer the country that a page means by a name, be it misspelled, as ISO 3166-1 alpha-2."""
    return spellings.get(said.strip()) or countries.of(said)
