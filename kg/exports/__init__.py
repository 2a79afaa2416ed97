"""Exports turn a graph, or a part of it, into bytes; each RDF syntax is one module of this folder.

A format module has four names:

* `NAME`, `SUFFIX`, `MEDIA_TYPE`: the word for it, its file name's end, its registered media type;
* `dump(selection, stream, prefixes) -> None`: write the selection; the same one gives the same bytes.
"""

from collections.abc import Mapping
from functools import cache
from typing import BinaryIO, Protocol

from kg import modules
from kg.exports._prefixes import prefixes
from kg.exports._privacy import published, without_contacts
from kg.exports._selection import Selection, about, constructed, of_source, whole
from kg.terms import DEFAULT_BASE

__all__ = [
    "Format",
    "Selection",
    "about",
    "constructed",
    "export",
    "find",
    "formats",
    "of_source",
    "prefixes",
    "published",
    "whole",
    "without_contacts",
]


class Format(Protocol):
    """What a module of this folder owes."""

    NAME: str
    SUFFIX: str
    MEDIA_TYPE: str

    def dump(self, selection: Selection, stream: BinaryIO, prefixes: Mapping[str, str]) -> None:
        """Write what is selected, in an order that depends on nothing else."""


@cache
def formats() -> tuple[Format, ...]:
    """Answer the format modules of this folder, by name."""
    return modules.listed(__name__)


def find(name: str) -> Format:
    """Answer the format of that name.

    Raises:
        UnknownName: there is none; the message lists those there are.

    Example:
        >>> find("turtle").MEDIA_TYPE
        'text/turtle'
    """
    return modules.find(formats(), name, "export")


def export(selection: Selection, name: str, stream: BinaryIO, *, base: str = DEFAULT_BASE) -> None:
    """Write a selection in the format of that name; names under the base get a prefix a kind.

    Raises:
        UnknownName: there is no such format.
        UsageError: the format cannot carry a value; the message says which and where.
    """
    find(name).dump(selection, stream, prefixes(selection, base))
