"""Values into queries: as serialised RDF terms, so that no text of a user becomes SPARQL."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final, NamedTuple

import pyoxigraph as ox

from kg.errors import AmbiguousName, QueryError, UnknownName
from kg.query.header import PLACE, Parameter, Query
from kg.terms import XSD

Term = ox.NamedNode | ox.Literal
"""What can be put into a query."""

Lookup = Callable[[str, str], str]
"""From a name and a kind of thing ("thing" for any) to an IRI."""

_MAX_DIGITS: Final = 40


def _decimal(value: str) -> str:
    number = Decimal(value)
    if not number.is_finite() or abs(number.adjusted()) > _MAX_DIGITS:
        raise ValueError(value)
    return f"{number:f}"


def _confidence(value: str) -> str:
    number = _decimal(value)
    if not 0 <= Decimal(number) <= 1:
        raise ValueError(value)
    return number


def _date(value: str) -> str:
    return date.fromisoformat(value).isoformat()


def language(value: str) -> str:
    """Answer a BCP 47 tag as texts carry it, in lower case.

    Raises:
        ValueError: it is not well-formed.
    """
    return str(ox.Literal("", language=value).language).lower()


class _Literal(NamedTuple):
    """How a value of a type is written, as which datatype, and what to give instead of another."""

    lexical: Callable[[str], str]
    datatype: str
    hint: str = ""


_LITERALS: Final[Mapping[str, _Literal]] = {
    "text": _Literal(str, XSD.string),
    "choice": _Literal(str, XSD.string),
    "language": _Literal(language, XSD.string, "give a language tag (BCP 47), as en or es-MX"),
    "integer": _Literal(lambda value: str(int(value)), XSD.integer, "give a whole number"),
    "decimal": _Literal(_decimal, XSD.decimal, "give a number, as 12.5"),
    "confidence": _Literal(_confidence, XSD.decimal, "give a number from 0 to 1"),
    "date": _Literal(_date, XSD.date, "give a date, as 2021-12-31"),
}


def bind(query: Query, values: Mapping[str, Sequence[str]], lookup: Lookup) -> str:
    """Answer the text of a query with the values of its parameters in place.

    Raises:
        QueryError: there is no such parameter, or a value is not of its type.
    """
    terms = {
        name: [
            term for value in given for term in _terms(query, query.parameter(name), value, lookup)
        ]
        for name, given in values.items()
    }
    return fill(query.text, terms)


def fill(text: str, terms: Mapping[str, Sequence[Term]]) -> str:
    """Answer a query with terms in the places of parameters, all at once: what is put is not read.

    Example:
        >>> fill("VALUES ?n { UNDEF }", {"n": [ox.Literal("a")]})
        'VALUES ?n { "a" }'
    """

    def filled(place: re.Match[str]) -> str:
        name = place["name"]
        if name not in terms:
            return place[0]
        return f"VALUES ?{name} {{ {' '.join(map(str, terms[name]))} }}"

    return PLACE.sub(filled, text)


def _terms(query: Query, parameter: Parameter, value: str, lookup: Lookup) -> list[Term]:
    if parameter.type != "any":
        return [_term(query, parameter, value, lookup)]
    return [*_thing(value, lookup), ox.Literal(value), *_number(value)]


def _thing(value: str, lookup: Lookup) -> list[Term]:
    """Answer the thing of a name; what names none may be an IRI all the same."""
    try:
        iri = lookup(value, "thing")
    except AmbiguousName:
        raise
    except UnknownName:
        iri = value
    try:
        return [ox.NamedNode(iri)]
    except ValueError:
        return []


def _number(value: str) -> list[Term]:
    try:
        number = _decimal(value)
    except (ValueError, InvalidOperation):
        return []
    datatype = XSD.decimal if "." in number else XSD.integer
    return [ox.Literal(number, datatype=ox.NamedNode(datatype))]


def _term(query: Query, parameter: Parameter, value: str, lookup: Lookup) -> Term:
    if parameter.choices and value not in parameter.choices:
        raise _wrong(query, parameter, value, f"choose one of {', '.join(parameter.choices)}")
    if literal := _LITERALS.get(parameter.type):
        try:
            return ox.Literal(literal.lexical(value), datatype=ox.NamedNode(literal.datatype))
        except (ValueError, InvalidOperation) as error:
            raise _wrong(query, parameter, value, literal.hint) from error
    try:
        return ox.NamedNode(value if parameter.type == "iri" else lookup(value, parameter.type))
    except ValueError as error:
        raise _wrong(query, parameter, value, "give an absolute IRI") from error


def _wrong(query: Query, parameter: Parameter, value: str, hint: str) -> QueryError:
    return QueryError(f"{query.name}: {parameter.name}: {value!r}: {hint}")
