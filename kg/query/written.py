"""Values of Python as people would write them: what a parameter is given by."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from kg.errors import UsageError

Value: TypeAlias = str | bool | int | float | Decimal | date
"""What a parameter takes; a thing is given by name or IRI."""


def written(name: str, given: object) -> list[str]:
    """Answer the values that are given for a parameter, one or several, as text.

    Raises:
        UsageError: one is of no type that a parameter can take.

    Example:
        >>> written("inYear", 2021), written("role", ["lead", "host"]), written("day", date(2021, 5, 4))
        (['2021'], ['lead', 'host'], ['2021-05-04'])
    """
    if isinstance(given, Sequence | AbstractSet) and not isinstance(given, str | bytes):
        return [_text(name, value) for value in given]
    return [_text(name, given)]


def _text(name: str, value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case date():
            return value.isoformat()
        case str() | int() | float() | Decimal():
            return str(value)
        case _:
            raise UsageError(
                f"query: {name}: {value!r}: give text, a number, a date, or several in a list"
            )
