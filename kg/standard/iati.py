"""The IATI Standard as one table: which element or attribute is which field, and what it means.

`iati.tsv` has a row for each element or attribute that says something, in every version from 1.01
to 2.03. What is not in it is not handled, and the reader counts it. Columns:

* `within`: the kind of node in whose element `path` begins, so that what several elements share
  (`document-link`) stands once;
* `path`: element names, `@` before an attribute, `.` for the text of the element itself, nothing
  for what the file does not say (a default, or the thing that all fields together name);
* `versions`: the first and the last version of the standard that has it;
* `field`: its name in the record (`kg.records.Value.field`);
* `kind`: of an element that becomes a node of its own, the rows (`within`) for what it holds;
* `term`: the predicate, `^` before one that leads from the node to what it stands in; a field
  without one only decides how others are read;
* `datatype`: of a field one of `kg.mapping.iati.datatypes`, of a node its classes; a kind
  without classes adds its fields to the node around it;
* `codes`: the code list, or `vocabulary=list ...` where another field says which list holds;
* `default`: what holds where the file says nothing: `=value`, or a field of the whole record;
* `ignored`: why what stands here is not read.

A `narrative` row also reads the text that versions 1.0x have in the element around it.

Source: IATI Standard 2.03 and before, activity and organisation schemas; code list mapping.
"""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from kg.terms import PREFIXES

ACTIVITIES: Final = "activities"
ORGANISATIONS: Final = "organisations"
ROOTS: Final = {ACTIVITIES: "iati-activities", ORGANISATIONS: "iati-organisations"}
"""The kinds of a whole file, and the elements that hold them."""

NARRATIVE: Final = "narrative"
"""The element that holds a text in one language."""

IN_LANGUAGE: Final = frozenset({"langString", "prose"})
"""The datatypes of texts that are in a language."""


class Row(NamedTuple):
    """One element or attribute; the columns of the table."""

    within: str
    path: str
    versions: str
    field: str
    kind: str
    term: str
    datatype: str
    codes: str
    default: str
    ignored: str


@cache
def rows() -> Mapping[str, tuple[Row, ...]]:
    """Answer the rows of each kind, in the order of the table."""
    found: dict[str, list[Row]] = {}
    for row in map(Row._make, _table("iati.tsv")):
        found.setdefault(row.within, []).append(row)
    return {kind: tuple(of_kind) for kind, of_kind in found.items()}


@cache
def earlier_codes(codes: str) -> Mapping[str, str]:
    """Answer what a list's codes of other versions, or of another list, are called in the list.

    Example:
        >>> earlier_codes("TransactionType")["D"], earlier_codes("ParticipationRole")["4"]
        ('3', 'implementer')
    """
    return {old: new for name, old, new in _table("iati-codes.tsv") if name == codes}


def iri(prefixed: str) -> str:
    """Answer the IRI of a term of the table.

    Example:
        >>> iri("dcterms:title")
        'http://purl.org/dc/terms/title'
    """
    prefix, _, name = prefixed.partition(":")
    return f"{PREFIXES[prefix]}{name}"


def _table(name: str) -> list[list[str]]:
    text = (files(__package__) / name).read_text(encoding="utf-8")
    return list(csv.reader(text.splitlines()[1:], delimiter="\t", quoting=csv.QUOTE_NONE))
