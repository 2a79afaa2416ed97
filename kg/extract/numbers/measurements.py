"""The measurements of a passage, with what frames them, and the groups that it counts."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from kg.extract.names.candidate import Names
from kg.extract.numbers.counted import counted, period
from kg.extract.numbers.denials import Denials
from kg.extract.numbers.quantity import Quantities, Quantity
from kg.extract.numbers.standing import Standings, group
from kg.extract.passage import Passage
from kg.records import Key, MeasureRole

_DIGITS, _WORDS = Decimal("0.9"), Decimal("0.8")
_MOST_PLACES: Final = 12


class Measured(NamedTuple):
    """A number that measures something, and its frame."""

    quantity: Quantity
    role: MeasureRole
    counted: str
    period: tuple[str, str]
    programme: Key | None
    places: tuple[Key, ...]
    group_end: int | None
    """Where the noun ends, if organisations are counted that have no names here."""
    confidence: Decimal


def measured(
    passage: Passage, names: Names, country: str | None, year: int | None
) -> Iterator[Measured]:
    """Answer what the numbers of a passage measure, in order."""
    named = {index for name in names for index in range(name.first, name.last)}
    denials = Denials(passage, named)
    quantities = [q for q in Quantities(passage, country).all() if not denials.denies(q)]
    standings = Standings(passage, quantities, names, year)
    for position, quantity in enumerate(quantities):
        yield Measured(
            quantity=quantity,
            role=standings.role(position),
            counted=counted(passage, quantity),
            period=period(passage, quantity),
            programme=_programme(passage, quantity, names),
            places=_places(passage, quantity, names),
            group_end=group(passage, quantity),
            confidence=_WORDS if quantity.is_spelled else _DIGITS,
        )


def _programme(passage: Passage, quantity: Quantity, names: Names) -> Key | None:
    """Answer the one programme that the sentence of a number names."""
    first, last = passage.bounds(quantity.first)
    found = {c.key for c in names.within(first, last) if c.type == "Programme"}
    return found.pop() if len(found) == 1 else None


def _places(passage: Passage, quantity: Quantity, names: Names) -> tuple[Key, ...]:
    """Answer the places of the clause that a number stands in, if no other number comes between."""
    first, last = passage.bounds(quantity.first)
    parts = passage.tokens
    end = quantity.last
    while end < last and parts[end].word not in {";", "."} and not parts[end].word[0].isdigit():
        end += 1
    start = quantity.first
    while start > first and parts[start - 1].word != ";" and not parts[start - 1].word[0].isdigit():
        start -= 1
    inside = names.within(start, end)
    found = dict.fromkeys(c.key for c in inside if c.type == "Place" and c.key)
    return tuple(found)[:_MOST_PLACES]
