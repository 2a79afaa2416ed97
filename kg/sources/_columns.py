"""What the columns of a table of results are, by their headings: `kg/sources/tables/*.toml`."""

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from typing import Final, NamedTuple
from unicodedata import normalize

from kg.sources._numbers import Cell, decimal_signs, is_number

HINT: Final = "columns."
"""What the names of hints begin with that say which heading a path has in a user's table."""

DECIMAL: Final = "decimal"
"""The hint that says which sign parts decimals from the whole in a user's table."""

_INDICATOR: Final = "result/indicator/title"
_VALUES: Final = frozenset(
    f"result/indicator/{part}/value" for part in ("baseline", "period/target", "period/actual")
)
_BETWEEN: Final = re.compile(r"[\s_-]+")
_YEAR: Final = r"[(\[]?((?:19|20)\d\d)[)\]]?"
_IS_YEAR: Final = re.compile(_YEAR)
_DATED: Final = re.compile(rf"{_YEAR}[ ,:]*(.+)|(.+?)[ ,:]*{_YEAR}")


@dataclass(frozen=True, slots=True)
class Column:
    """Where a column belongs. `words` is the path of one whose cells are no numbers.

    `year` stands in its heading; `decimal` is the sign before the decimals of its numbers.
    """

    path: str
    words: str = ""
    year: str = ""
    decimal: str = ""

    @property
    def has_values(self) -> bool:
        """Answer whether numbers stand in it."""
        return self.path in _VALUES

    @property
    def place(self) -> tuple[str, str]:
        """Answer what no other column of the table may be."""
        return self.path, self.year


def columns(row: Sequence[str], hints: Mapping[str, str]) -> dict[int, Column]:
    """Answer the columns that a row of headings names; none where it is no such row.

    A table of results names an indicator and at least one of its values.

    Example:
        >>> found = columns(["Indicator", "Baseline 2018", "Colour"], {})
        >>> [(at, *column.place) for at, column in found.items()]
        [(0, 'result/indicator/title', ''), (1, 'result/indicator/baseline/value', '2018')]
    """
    own = {
        _plain(said): Column(name.removeprefix(HINT))
        for name, said in hints.items()
        if name.startswith(HINT)
    }
    found: dict[int, Column] = {}
    for known in (own, _known()):
        for at, heading in enumerate(row):
            column = None if at in found else _named(heading, known)
            if column and (column.words or column.place not in _places(found.values())):
                found[at] = column
    is_of_indicators = any(column.path == _INDICATOR for column in found.values())
    is_of_results = is_of_indicators and any(column.has_values for column in found.values())
    return dict(sorted(found.items())) if is_of_results else {}


class Headed(NamedTuple):
    """The last row of headings, counted from 0, what stands in it, and the columns it names."""

    line: int
    headings: Sequence[str]
    columns: dict[int, Column]


def headed(rows: Iterable[Sequence[str]], hints: Mapping[str, str]) -> Headed | None:
    """Answer the headings among the first rows of a table: one row, or two that belong together.

    A heading above several columns stands above the first of them alone; what is below it goes on
    with it ("Target", "2022"), or stands for itself. The headings that name most are taken.

    Example:
        >>> found = headed([["", "Target", "", "Result"], ["Indicator", "2021", "2022", "2022"]], {})
        >>> [(c.path.rpartition("period/")[2], c.year) for c in found.columns.values()]
        [('result/indicator/title', ''), ('target/value', '2021'), ('target/value', '2022'), ('actual/value', '2022')]
    """
    found: list[Headed] = []
    upper: Sequence[str] = ()
    for line, row in enumerate(rows):
        found.append(Headed(line, row, columns(row, hints)))
        if upper and not any(map(_is_amount, row)):
            pairs = _joined(upper, row)
            both = [" ".join(pair).strip() for pair in pairs]
            known = columns(both, hints)
            below = [
                said if at in known else pair[1]
                for at, (said, pair) in enumerate(zip(both, pairs, strict=True))
            ]
            found += [Headed(line, said, columns(said, hints)) for said in (both, below)]
        upper = row
    best = max(found, key=lambda one: (_values(one.columns), len(one.columns)), default=None)
    return best if best and best.columns else None


def _is_amount(cell: str) -> bool:
    return is_number(cell) and not _IS_YEAR.fullmatch(cell.strip())


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[tuple[str, str]]:
    """Answer the two headings of each column; one above goes on over those without one."""
    joined: list[tuple[str, str]] = []
    above = ""
    for at in range(max(len(upper), len(lower))):
        said = upper[at].strip() if at < len(upper) else ""
        below = lower[at].strip() if at < len(lower) else ""
        above = said or (above if below else "")
        joined.append((above, below))
    return joined


def _values(found: Mapping[int, Column]) -> int:
    return sum(column.has_values for column in found.values())


def settled(
    found: Mapping[int, Column], rows: Sequence[Sequence[Cell]], decimal: str
) -> dict[int, Column]:
    """Answer the columns as their cells tell them, with the sign before the decimals of each.

    `decimal` is the sign that the settings name. Otherwise that of the column holds, else that of
    the table; a column has none where its numbers show neither or both.
    """
    chosen = _chosen(found, rows)
    signs = {
        at: decimal_signs(_cells(at, rows)) for at, column in chosen.items() if column.has_values
    }
    of_table = _only(set().union(*signs.values()))
    return {
        at: replace(column, decimal=decimal or column.decimal or _only(signs[at]) or of_table)
        if at in signs
        else column
        for at, column in chosen.items()
    }


def _chosen(found: Mapping[int, Column], rows: Sequence[Sequence[Cell]]) -> dict[int, Column]:
    """Answer the columns, of those that may hold numbers or words the one that the cells tell."""
    chosen = {at: column for at, column in found.items() if not column.words}
    for at, column in found.items():
        if column.words:
            cells = list(_cells(at, rows))
            either = [replace(column, words=""), Column(column.words)]
            if sum(map(is_number, cells)) * 2 < len(cells):
                either.reverse()
            free = [one for one in either if one.place not in _places(chosen.values())]
            chosen.update((at, one) for one in free[:1])
    return dict(sorted(chosen.items()))


def _cells(at: int, rows: Sequence[Sequence[Cell]]) -> Iterator[Cell]:
    return (row[at] for row in rows if at < len(row) and str(row[at]).strip())


def _only(signs: Collection[str]) -> str:
    return next(iter(signs)) if len(signs) == 1 else ""


def _places(found: Collection[Column]) -> set[tuple[str, str]]:
    return {column.place for column in found if not column.words}


def _named(heading: str, known: Mapping[str, Column]) -> Column | None:
    """Answer the column of a heading, which may have a year before or behind what is known."""
    name = _plain(heading)
    if name in known:
        return known[name]
    if match := _DATED.fullmatch(name):
        column = known.get(match[2] or match[3])
        if column and column.has_values:
            return replace(column, words="", year=match[1] or match[4])
    return None


@lru_cache(maxsize=1)
def _known() -> dict[str, Column]:
    folder = files("kg.sources") / "tables"
    listed = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return {
        _plain(heading): Column(
            column["path"], words=column.get("words", ""), decimal=column.get("decimal", "")
        )
        for file in listed
        for column in tomllib.loads(file.read_text("utf-8"))["column"]
        for heading in column["headings"]
    }


def _plain(heading: str) -> str:
    return _BETWEEN.sub(" ", normalize("NFC", heading).strip("\ufeff \t")).casefold().strip()
