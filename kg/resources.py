"""Where the folders that are not Python stand: ontology/, shapes/, queries/."""

from functools import cache
from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent


@cache
def folder(name: str) -> Path:
    """Answer a resource folder: inside an installed package, else at the top of the checkout.

    Example:
        >>> (folder("ontology") / "okg.ttl").is_file()
        True
    """
    packaged = _PACKAGE / "_resources" / name
    return packaged if packaged.is_dir() else _PACKAGE.parent / name
