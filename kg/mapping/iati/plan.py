"""The table of the standard, made ready to write: for each kind of node, what each field becomes.

Made once a process; what is decided here is not decided again for any value.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from kg.mapping.iati import organisations, places, writers
from kg.mapping.iati.datatypes import SCALARS
from kg.mapping.iati.writers import Field, Write
from kg.mapping.iati.writing import Writing
from kg.records import Node
from kg.standard import iati
from kg.standard.iati import Row

Add = Callable[[Writing, str, Node], None]
"""Writes what all fields of a node together name."""

WRITERS: Final[Mapping[str, Callable[[Field], Write]]] = {
    **dict.fromkeys(SCALARS, writers.scalar),
    "langString": writers.lang_string,
    "prose": writers.prose,
    "code": writers.code,
    "listed": writers.listed,
    "textCode": writers.text_code,
    "resultType": writers.result_type,
    "relation": writers.relation,
    "activity": writers.activity,
    "outcome": writers.outcome,
    "country": places.country,
    "region": places.region,
    "gazetteer": places.gazetteer,
    "point": places.point,
    "latitude": places.latitude,
    "longitude": places.longitude,
}
"""Datatype to what writes a value of it."""

THINGS: Final[Mapping[str, Callable[[Field], Add]]] = {"org": organisations.organisation}
"""Datatype to what writes a thing that several fields name."""

_CAPITAL: Final = re.compile(r"(?<!^)(?=[A-Z])")


@dataclass(slots=True)
class Plan:
    """How nodes of one kind are written where they stand.

    `link` leads to the node from the one around it, or back where `inverse`; a kind without
    `classes` is no node of its own. `namespace` is that of its IRIs.
    """

    path: str
    link: str = ""
    inverse: bool = False
    classes: tuple[str, ...] = ()
    namespace: str = ""
    named_by_ref: bool = False
    fields: dict[str, Write] = field(default_factory=dict)
    things: list[Add] = field(default_factory=list)
    parts: dict[str, "Plan"] = field(default_factory=dict)


@cache
def plan(kind: str) -> Plan:
    """Answer the plan of a whole file of activities or of organisations."""
    return _filled(Plan(iati.ROOTS[kind]), kind)


def _filled(made: Plan, kind: str) -> Plan:
    rows = iati.rows()[kind]
    vocabulary = next((row.codes for row in rows if row.field == "vocabulary"), "")
    for row in rows:
        path = "/".join(name for name in (made.path, row.path) if name not in {"", "."})
        if row.kind:
            made.parts[row.kind] = _filled(_part(row, path), row.kind)
        elif row.term:
            of_row = Field(
                path, iati.iri(row.term), row.datatype, row.codes, vocabulary, bool(made.classes)
            )
            if row.datatype in THINGS:
                made.things.append(THINGS[row.datatype](of_row))
            else:
                made.fields[row.field] = WRITERS[row.datatype](of_row)
        made.named_by_ref |= row.datatype == "ref"
    return made


def _part(row: Row, path: str) -> Plan:
    classes = tuple(map(iati.iri, row.datatype.split()))
    term = row.term.lstrip("^")
    return Plan(
        path,
        link=f" <{iati.iri(term)}> " if term else "",
        inverse=row.term.startswith("^"),
        classes=classes,
        namespace=_CAPITAL.sub("-", classes[0].rsplit("#", 1)[-1]).lower() if classes else "",
    )
