"""Published texts as RDF terms: each datatype answers the term, or None for what it cannot read.

Source: W3C XML Schema 1.1 part 2; terms are in canonical form, so that equal values are equal text.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final

from kg import codelists, nquads
from kg.iris import concept
from kg.standard.iati import earlier_codes
from kg.terms import XSD
from kg.text import links

Parse = Callable[[str], str | None]

_DECIMAL: Final = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)", re.ASCII)
_INTEGER: Final = re.compile(r"[+-]?\d+", re.ASCII)
_DATE: Final = re.compile(
    r"(\d{4}-\d\d-\d\d)(Z|[+-]\d\d:\d\d|T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?", re.ASCII
)
_DATE_TIME: Final = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?", re.ASCII
)
_BOOLEANS: Final = {"true": "true", "1": "true", "false": "false", "0": "false"}
_CACHED: Final = 1 << 13


@lru_cache(_CACHED)
def decimal(raw: str) -> str | None:
    """Answer a decimal number.

    Example:
        >>> decimal(" +1500.50 "), decimal("20,000")
        ('"1500.5"^^<http://www.w3.org/2001/XMLSchema#decimal>', None)
    """
    text = raw.strip()
    if not _DECIMAL.fullmatch(text):
        return None
    return nquads.typed(nquads.decimal(Decimal(text)), XSD.decimal)


@lru_cache(_CACHED)
def integer(raw: str) -> str | None:
    """Answer a whole number."""
    text = raw.strip()
    if not _INTEGER.fullmatch(text):
        return None
    return nquads.typed(nquads.decimal(Decimal(text)), XSD.integer)


@lru_cache(_CACHED)
def boolean(raw: str) -> str | None:
    """Answer true or false."""
    text = _BOOLEANS.get(raw.strip())
    return text and nquads.typed(text, XSD.boolean)


@lru_cache(_CACHED)
def day(raw: str) -> str | None:
    """Answer a day of the calendar; a time or zone behind it does not change the day.

    Example:
        >>> day("2004-03-01Z"), day("2021-02-30")
        ('"2004-03-01"^^<http://www.w3.org/2001/XMLSchema#date>', None)
    """
    match = _DATE.fullmatch(raw.strip())
    return nquads.typed(match[1], XSD.date) if match and _is(date, match[1]) else None


@lru_cache(_CACHED)
def moment(raw: str) -> str | None:
    """Answer a day with a time."""
    text = raw.strip()
    if not (_DATE_TIME.fullmatch(text) and _is(datetime, text[:19])):
        return None
    return nquads.typed(text, XSD.dateTime)


def address(raw: str) -> str | None:
    """Answer a web address or other URI as it was published, past those who count clicks."""
    text = raw.strip()
    found = links.target(text)
    return nquads.typed(found, XSD.anyURI) if found or not text else None


def string(raw: str) -> str:
    """Answer a text in no language."""
    return nquads.text(raw.strip())


def language(raw: str) -> str:
    """Answer a language tag, whose case means nothing."""
    return nquads.text(raw.strip().lower())


@cache
def code_terms(scheme: str) -> Mapping[str, tuple[str, str]]:
    """Answer what may be published for a code to the code of the list and its term."""
    codes = {code: code for code in codelists.notations(scheme)} | dict(earlier_codes(scheme))
    meant: dict[str, set[str]] = {}
    for published, code in (*codes.items(), *_names(scheme)):
        meant.setdefault(published.casefold(), set()).add(code)
    alike = {text: min(of) for text, of in meant.items() if len(of) == 1}
    return {
        published: (code, nquads.iri(concept(scheme, code)))
        for published, code in (alike | codes).items()
    }


def _names(scheme: str) -> Iterator[tuple[str, str]]:
    for code in codelists.notations(scheme):
        known = codelists.describe(scheme, code)
        yield from ((label.text, code) for label in known.labels) if known else ()


def listed_code(scheme: str, raw: str) -> tuple[str, str] | None:
    """Answer the code of a list that a text means, and its term.

    Upper and lower case are alike, and the name of one code alone stands for it.

    Example:
        >>> listed_code("Currency", " usd"), listed_code("TransactionType", "disbursement")[0]
        (('USD', '<https://w3id.org/okg/codelist/Currency/USD>'), '3')
    """
    terms = code_terms(scheme)
    return terms.get(raw) or terms.get(raw.strip()) or terms.get(raw.strip().casefold())


SCALARS: Final[Mapping[str, Parse]] = {
    "decimal": decimal,
    "integer": integer,
    "boolean": boolean,
    "date": day,
    "dateTime": moment,
    "uri": address,
    "string": string,
    "ref": string,
    "language": language,
}
"""Datatype to how it is read, where that takes the text alone."""


def _is(kind: type[date], text: str) -> bool:
    try:
        kind.fromisoformat(text)
    except ValueError:
        return False
    return True
