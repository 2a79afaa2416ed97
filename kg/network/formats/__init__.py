"""Files of a network, two-mode or one-mode; each format is one module of this folder.

A format module has four names:

* `NAME`, `SUFFIX`, `MEDIA_TYPE`: the word for it, its file name's end, its media type;
* `write(network) -> bytes`: the file; the same network gives the same bytes.
"""

import importlib
import pkgutil
from functools import cache
from typing import Protocol

from kg.errors import UnknownName
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
    names = sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))
    return tuple(importlib.import_module(f"{__name__}.{name}") for name in names)


def find(name: str) -> Format:
    """Answer the format of that name.

    Raises:
        UnknownName: there is none; the message lists those there are.

    Example:
        >>> find("gexf").SUFFIX
        '.gexf'
    """
    for form in formats():
        if name == form.NAME:
            return form
    known = ", ".join(form.NAME for form in formats())
    raise UnknownName(f"network: {name}: there is no such format: choose one of {known}")
