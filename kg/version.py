"""Which version of kg this is."""

from importlib import metadata


def installed() -> str:
    """Answer the version that is installed; a checkout that is not says so."""
    try:
        return metadata.version("kg-results")
    except metadata.PackageNotFoundError:
        return "unknown: a checkout that is not installed"
