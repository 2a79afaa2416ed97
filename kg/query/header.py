"""A query file: what it asks, what it takes, what its columns mean.

Example:
    #+ title = "Partners of an outcome"
    #+ question = "Who works on this outcome, and as what?"
    #+ parameters.outcome = { type = "outcome", about = "only this outcome" }
    #+ columns.partner = { about = "the partner", label = "partnerLabel" }
    #+ columns.partnerLabel = "label of the partner"
    #+ columns.amount = { about = "what was paid", unit = "currency units" }
"""

import re
import tomllib
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from kg.errors import QueryError

TYPES: Final = frozenset(
    {
        "any",
        "choice",
        "confidence",
        "date",
        "decimal",
        "integer",
        "iri",
        "language",
        "text",
        "thing",
    }
    | {"organisation", "network", "programme", "activity", "place", "event", "law", "outcome"}
)
"""What a parameter can be; the second line are kinds of things, given by name or IRI.

`any` is a parameter of which no head tells more: a value stands for the thing of that name or IRI,
for the text itself and, where it is one, for the number.
"""

_HEAD: Final = re.compile(r"^#\+ ?(.*)$", re.MULTILINE)
PLACE: Final = re.compile(r"VALUES\s+\?(?P<name>\w+)\s*\{[^{}]*\}")
"""Where the values of a parameter stand in a query."""

_OPEN: Final = re.compile(r"VALUES\s+\?(?P<name>\w+)\s*\{\s*UNDEF\s*\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """What may be given to a query; `choices` are the only values where there are any."""

    name: str
    type: str
    about: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What a column holds, and in which unit, where it is a number with one.

    `label` is the column that says to a reader what this one says to a program.
    """

    name: str
    about: str
    unit: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A question; `group` is the folder that it stands in, `text` the whole file."""

    name: str
    group: str
    title: str
    question: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    text: str

    def parameter(self, name: str) -> Parameter:
        """Answer a parameter by name.

        Raises:
            QueryError: the query has no such parameter; the message lists those it has.
        """
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter
        known = ", ".join(p.name for p in self.parameters) or "no parameters"
        raise QueryError(f"{self.name}: {name}: no such parameter: this query has {known}")


class _Parameter(msgspec.Struct, forbid_unknown_fields=True):
    type: str = ""
    about: str = ""
    choices: tuple[str, ...] = ()


class _Column(msgspec.Struct, forbid_unknown_fields=True):
    about: str
    unit: str = ""
    label: str = ""


class _Head(msgspec.Struct, forbid_unknown_fields=True):
    title: str = ""
    question: str = ""
    parameters: dict[str, _Parameter] = {}
    columns: dict[str, str | _Column] = {}


def parse(path: Path, group: str = "") -> Query:
    """Answer the query of a file. Each open `VALUES ?name { UNDEF }` is a parameter.

    Raises:
        QueryError: the file cannot be read, or its head is not what a head must be.
    """
    text = _text(path)
    head = _head(path, text)
    places = {place["name"] for place in PLACE.finditer(text)}
    untold = dict.fromkeys(place["name"] for place in _OPEN.finditer(text))
    return Query(
        name=path.stem,
        group=group,
        title=head.title or path.stem,
        question=head.question,
        parameters=(
            *(_parameter(path, places, name, said) for name, said in head.parameters.items()),
            *(
                Parameter(name=name, type="any", about="name or IRI of a thing, text, or number")
                for name in untold
                if name not in head.parameters
            ),
        ),
        columns=tuple(_column(path, head, name, said) for name, said in head.columns.items()),
        text=text,
    )


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise QueryError(f"{path}: cannot be read ({error.strerror}): check the path") from error
    except UnicodeDecodeError as error:
        raise QueryError(f"{path}: not text in UTF-8: save it so") from error


def _head(path: Path, text: str) -> _Head:
    try:
        return msgspec.convert(tomllib.loads("\n".join(_HEAD.findall(text))), _Head)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise QueryError(f"{path}: its head is wrong ({error}): mend the lines with #+") from error


def _parameter(path: Path, places: AbstractSet[str], name: str, said: _Parameter) -> Parameter:
    if said.type not in TYPES:
        known = ", ".join(sorted(TYPES))
        raise QueryError(
            f"{path}: parameter {name} has the type {said.type!r}: choose one of {known}"
        )
    if name not in places:
        raise QueryError(
            f"{path}: parameter {name} is not in the query: add VALUES ?{name} {{ UNDEF }}"
        )
    return Parameter(name=name, type=said.type, about=said.about, choices=said.choices)


def _column(path: Path, head: _Head, name: str, said: str | _Column) -> Column:
    if isinstance(said, str):
        return Column(name=name, about=said)
    if said.label and said.label not in head.columns:
        raise QueryError(f"{path}: column {name} has the label {said.label}: name another column")
    return Column(name=name, about=said.about, unit=said.unit, label=said.label)
