"""A query file: what it asks, what it takes, what its columns mean.

Example:
    #+ title = "Partners of an outcome"
    #+ question = "Who works on this outcome, and as what?"
    #+ parameters.outcome = { type = "outcome", about = "only this outcome" }
    #+ columns.partner = "label of the partner"
    #+ columns.amount = { about = "what was paid", unit = "currency units" }
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kg.errors import QueryError

TYPES: Final = frozenset(
    {"choice", "date", "decimal", "integer", "iri", "language", "text", "thing"}
    | {"organisation", "network", "programme", "activity", "place", "event", "law", "outcome"}
)
"""What a parameter can be; the second line are kinds of things, given by name or IRI."""

_HEAD: Final = re.compile(r"^#\+ ?(.*)$", re.MULTILINE)
PLACE: Final = re.compile(r"VALUES\s+\?(?P<name>\w+)\s*\{[^{}]*\}")
"""Where the values of a parameter stand in a query."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """What may be given to a query; `choices` are the only values where there are any."""

    name: str
    type: str
    about: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What a column holds, and in which unit, where it is a number with one."""

    name: str
    about: str
    unit: str = ""


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


def parse(path: Path, group: str = "") -> Query:
    """Answer the query of a file. A file without a head is a query without parameters.

    Raises:
        QueryError: the file cannot be read, or its head is not what a head must be.
    """
    try:
        text = path.read_text(encoding="utf-8")
        head = tomllib.loads("\n".join(_HEAD.findall(text)))
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path}: cannot be read ({error}): check the path") from error
    except tomllib.TOMLDecodeError as error:
        raise QueryError(
            f"{path}: its head is not TOML ({error}): mend the lines with #+"
        ) from error
    query = Query(
        name=path.stem,
        group=group,
        title=str(head.get("title", path.stem)),
        question=str(head.get("question", "")),
        parameters=tuple(_parameter(path, *item) for item in head.get("parameters", {}).items()),
        columns=tuple(_column(*item) for item in head.get("columns", {}).items()),
        text=text,
    )
    places = {place["name"] for place in PLACE.finditer(text)}
    for parameter in query.parameters:
        if parameter.name not in places:
            raise QueryError(
                f"{path}: parameter {parameter.name} is not in the query: "
                f"add VALUES ?{parameter.name} {{ UNDEF }}"
            )
    return query


def _parameter(path: Path, name: str, said: dict[str, Any]) -> Parameter:
    kind = str(said.get("type", ""))
    if kind not in TYPES:
        known = ", ".join(sorted(TYPES))
        raise QueryError(f"{path}: parameter {name} has the type {kind!r}: choose one of {known}")
    choices = tuple(map(str, said.get("choices", ())))
    return Parameter(name=name, type=kind, about=str(said.get("about", "")), choices=choices)


def _column(name: str, said: str | dict[str, str]) -> Column:
    if isinstance(said, str):
        return Column(name=name, about=said)
    return Column(name=name, about=said.get("about", ""), unit=said.get("unit", ""))
