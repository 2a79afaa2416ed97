"""Files of a network, two-mode or one-mode; each format is one module of this folder.

A format module has four names:

* `NAME`, `SUFFIX`, `MEDIA_TYPE`: the word for it, its file name's end, its media type;
* `write(network) -> bytes`: the file; the same network gives the same bytes.
"""

from functools import cache
from typing import Protocol

from kg import modules
from kg.network.formats._flat import AnyNetwork


class Format(Protocol):
    """What a module of this folder owes."""

    NAME: str
    SUFFIX: str
    MEDIA_TYPE: str

    def write(self, network: AnyNetwork) -> bytes:
        """Answer the file: all nodes and edges, with their attributes."""


@cache
def formats() -> tuple[Format, ...]:
    """Answer the format modules of this folder, by name."""
    return modules.listed(__name__)


def find(name: str) -> Format:
    """Answer the format of that name.

    Raises:
        UnknownName: there is none; the message lists those there are.

    Example:
        >>> find("gexf").SUFFIX
        '.gexf'
    """
    return modules.find(formats(), name, "network")
