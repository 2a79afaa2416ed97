"""What the columns of a table of results are, by their headings: `kg/sources/tables/*.toml`."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Final

HINT: Final = "columns."
"""What the names of hints begin with that say which heading a path has in a user's table."""

_INDICATOR: Final = "result/indicator/title"
_VALUES: Final = frozenset(
    f"result/indicator/{part}/value" for part in ("baseline", "period/target", "period/actual")
)
_BETWEEN: Final = re.compile(r"[\s_-]+")


def columns(row: Sequence[str], hints: Mapping[str, str]) -> dict[int, str]:
    """Answer the paths of the columns that a row of headings names; none where it is no such row.

    A table of results names an indicator and at least one of its values.

    Example:
        >>> columns(["Indicator", "Baseline", "Colour"], {})
        {0: 'result/indicator/title', 1: 'result/indicator/baseline/value'}
    """
    own = {
        _plain(said): name.removeprefix(HINT)
        for name, said in hints.items()
        if name.startswith(HINT)
    }
    known = _known() | own
    found: dict[int, str] = {}
    for at, heading in enumerate(row):
        path = known.get(_plain(heading))
        if path and path not in found.values():
            found[at] = path
    is_of_results = _INDICATOR in found.values() and not _VALUES.isdisjoint(found.values())
    return found if is_of_results else {}


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    folder = files("kg.sources") / "tables"
    listed = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return {
        _plain(heading): column["path"]
        for file in listed
        for column in tomllib.loads(file.read_text("utf-8"))["column"]
        for heading in column["headings"]
    }


def _plain(heading: str) -> str:
    return _BETWEEN.sub(" ", heading.strip("\ufeff \t")).casefold().strip()
