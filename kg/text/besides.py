"""What a file in a folder is besides a report, by its name: source code, settings, a licence."""

import tomllib
from fnmatch import fnmatchcase
from functools import lru_cache
from importlib.resources import files
from typing import Final

from kg.documents import Document

_FILE: Final = "besides.toml"


def besides(document: Document) -> str:
    """Answer what a folder's member is that no report is, or "". What is named itself is meant.

    Example:
        >>> besides(Document(key="in/Makefile", sha256="", place=b"", is_member=True))
        'source code'
        >>> besides(Document(key="Makefile", sha256="", place=b""))
        ''
    """
    if not document.is_member:
        return ""
    name = document.name.lower()
    return next((kind for pattern, kind in _kinds() if fnmatchcase(name, pattern)), "")


@lru_cache(maxsize=1)
def _kinds() -> tuple[tuple[str, str], ...]:
    content = tomllib.loads((files("kg.text") / _FILE).read_text("utf-8"))
    return tuple((name, table["kind"]) for table in content["besides"] for name in table["names"])
