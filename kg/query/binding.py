"""Values into queries: as serialised RDF terms, so that no text of a user becomes SPARQL."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

import pyoxigraph as ox

from kg.errors import QueryError
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


_LITERALS: Final[Mapping[str, tuple[Callable[[str], str], str]]] = {
    "text": (str, XSD.string),
    "choice": (str, XSD.string),
    "language": (str.lower, XSD.string),
    "integer": (lambda value: str(int(value)), XSD.integer),
    "decimal": (_decimal, XSD.decimal),
    "date": (lambda value: date.fromisoformat(value).isoformat(), XSD.date),
}
"""How a value of a type is written, and as which datatype."""


def bind(query: Query, values: Mapping[str, Sequence[str]], lookup: Lookup) -> str:
    """Answer the text of a query with the values of its parameters in place.

    Raises:
        QueryError: there is no such parameter, or a value is not of its type.
    """
    terms = {
        name: [_term(query, query.parameter(name), value, lookup) for value in given]
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


def _term(query: Query, parameter: Parameter, value: str, lookup: Lookup) -> Term:
    if parameter.choices and value not in parameter.choices:
        raise _wrong(query, parameter, value, f"choose one of {', '.join(parameter.choices)}")
    try:
        if parameter.type in _LITERALS:
            lexical, datatype = _LITERALS[parameter.type]
            return ox.Literal(lexical(value), datatype=ox.NamedNode(datatype))
        return ox.NamedNode(value if parameter.type == "iri" else lookup(value, parameter.type))
    except (ValueError, InvalidOperation) as error:
        raise _wrong(query, parameter, value, f"give a value of type {parameter.type}") from error


def _wrong(query: Query, parameter: Parameter, value: str, hint: str) -> QueryError:
    return QueryError(f"{query.name}: {parameter.name}: {value!r}: {hint}")
