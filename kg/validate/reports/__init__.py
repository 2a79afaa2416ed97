"""Reports as bytes: each format is one module of this folder, found by listing it.

A format module has four names:

* `NAME`, `SUFFIX`, `MEDIA_TYPE`: the word for it, its file name's end, its registered media type;
* `render(report, iris) -> bytes`: the report; the same one gives the same bytes.
"""

from functools import cache
from typing import Protocol

from kg import modules
from kg.iris import Iris
from kg.validate.findings import Report


class Format(Protocol):
    """What a module of this folder owes."""

    NAME: str
    SUFFIX: str
    MEDIA_TYPE: str

    def render(self, report: Report, iris: Iris) -> bytes:
        """Answer the report as bytes; `iris` names its nodes and shortens those of the data."""


@cache
def formats() -> tuple[Format, ...]:
    """Answer the format modules of this folder, by name."""
    return modules.listed(__name__)


def find(name: str) -> Format:
    """Answer the format of that name.

    Raises:
        UnknownName: there is none; the message lists those there are.

    Example:
        >>> find("ttl").MEDIA_TYPE
        'text/turtle'
    """
    return modules.find(formats(), name, "report")
