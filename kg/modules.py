"""Modules that are found by listing their folder: a new file is a new format, source or measure."""

import importlib
import pkgutil
from collections.abc import Iterable
from typing import Any, Protocol, TypeVar

from kg.errors import UnknownName


class Named(Protocol):
    """A module with a word for what it does."""

    NAME: str


Module = TypeVar("Module", bound=Named)


def listed(package: str) -> tuple[Any, ...]:
    """Answer the modules of a package, by name; what begins with `_` is the package's own.

    Example:
        >>> [module.NAME for module in listed("kg.validate.reports")]
        ['html', 'json', 'text', 'ttl']
    """
    path = importlib.import_module(package).__path__
    names = sorted(m.name for m in pkgutil.iter_modules(path) if not m.name.startswith("_"))
    return tuple(importlib.import_module(f"{package}.{name}") for name in names)


def find(modules: Iterable[Module], name: str, where: str) -> Module:
    """Answer the format of that name among modules; `where` is asked for it.

    Raises:
        UnknownName: there is none; the message lists those there are.
    """
    known = {module.NAME: module for module in modules}
    if name not in known:
        raise UnknownName(
            f"{where}: {name}: there is no such format: choose one of {', '.join(known)}"
        )
    return known[name]
