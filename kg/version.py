"""Which version of kg this is."""

from importlib import metadata
from typing import Final


def _version() -> str:
    try:
        return metadata.version("kg-results")
    except metadata.PackageNotFoundError:
        return "unknown: a checkout that is not installed"


__version__: Final = _version()
"""The version that is installed; a checkout that is not says so."""
