"""Values into queries: as serialised RDF terms, so that no text of a user becomes SPARQL."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.header import Parameter, Query
from kg.terms import XSD

Lookup = Callable[[str, str], str]
"""From a name and a kind of thing ("thing" for any) to an IRI."""

_LITERALS: Final[Mapping[str, tuple[Callable[[str], str], str]]] = {
    "text": (str, XSD.string),
    "choice": (str, XSD.string),
    "language": (str.lower, XSD.string),
    "integer": (lambda value: str(int(value)), XSD.integer),
    "decimal": (lambda value: f"{Decimal(value):f}", XSD.decimal),
    "date": (lambda value: date.fromisoformat(value).isoformat(), XSD.date),
}
"""How a value of a type is written, and as which datatype."""


def bind(query: Query, values: Mapping[str, Sequence[str]], lookup: Lookup) -> str:
    """Answer the text of a query with the values of its parameters in place.

    Raises:
        QueryError: there is no such parameter, or a value is not of its type.
    """
    text = query.text
    for name, given in values.items():
        parameter = query.parameter(name)
        terms = " ".join(str(_term(query, parameter, value, lookup)) for value in given)
        line = f"VALUES ?{name} {{ {terms} }}"
        text = parameter.place.sub(lambda _match, line=line: line, text)  # type: ignore[misc]  # a default binds the loop's value
    return text


def _term(
    query: Query, parameter: Parameter, value: str, lookup: Lookup
) -> ox.NamedNode | ox.Literal:
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
