"""The measurements of a passage, with what frames them, and the groups that it counts."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from kg.extract.names.candidate import Names
from kg.extract.names.dated import is_year
from kg.extract.numbers.counted import counted
from kg.extract.numbers.denials import Denials
from kg.extract.numbers.frames import Frames, Period
from kg.extract.numbers.parts import wholes
from kg.extract.numbers.quantities import Quantities
from kg.extract.numbers.quantity import Quantity
from kg.extract.numbers.standing import group
from kg.extract.numbers.tables import Cell, Tables, undoubled, year_after
from kg.extract.numbers.weighed import weighed
from kg.extract.passage import Passage
from kg.records import Key, MeasureRole

_DIGITS, _WORDS = Decimal("0.9"), Decimal("0.8")
_MOST_PLACES: Final = 12


class Measured(NamedTuple):
    """A number that measures something, and its frame."""

    quantity: Quantity
    role: MeasureRole
    counted: str
    period: Period
    programme: Key | None
    places: tuple[Key, ...]
    group_end: int | None
    """Where the noun ends, if organisations are counted that have no names here."""
    confidence: Decimal
    whole: Quantity | None = None
    """The number of which it is said to be a part."""


def measured(
    passage: Passage, names: Names, country: str | None, year: int | None
) -> Iterator[Measured]:
    """Answer what the numbers of a passage measure, in order."""
    cells, prose = numbers(passage, names, country)
    found = [_in_cell(passage, quantity, cell) for quantity, cell in cells]
    frames, parts = Frames(passage, _held(names), country), wholes(passage, prose)
    roles = weighed(passage, prose, names, year)
    for number, (quantity, role) in enumerate(zip(prose, roles, strict=True)):
        one = _in_prose(passage, quantity, role, names, frames)
        found.append(one._replace(whole=prose[parts[number]]) if number in parts else one)
    yield from sorted(found, key=lambda m: m.quantity.first)


def numbers(
    passage: Passage, names: Names, country: str | None
) -> tuple[list[tuple[Quantity, Cell]], list[Quantity]]:
    """Answer the numbers that measure something: those in cells of tables, and those in prose."""
    denials = Denials(passage, _held(names))
    table = Tables(passage).cells()
    cells: list[tuple[Quantity, Cell]] = []
    prose: list[Quantity] = []
    for quantity in Quantities(passage, country).all():
        cell = table.get(passage.sentence_of[quantity.first])
        if cell and not _is_alone(passage, quantity):
            cells.append((quantity, cell))
        elif not denials.denies(quantity):
            prose.append(quantity)
    return cells, prose


def _held(names: Names) -> set[int]:
    return {index for name in names for index in range(name.first, name.last)}


def _is_alone(passage: Passage, quantity: Quantity) -> bool:
    """Answer whether a number of a table is a year, or belongs to a sum no more than a year does."""
    return quantity.kind == "count" and is_year(passage.tokens[quantity.first].word)


def _in_cell(passage: Passage, quantity: Quantity, cell: Cell) -> Measured:
    year = cell.year or year_after(passage, quantity)
    return Measured(
        quantity=undoubled(quantity, passage, cell),
        role=cell.role,
        counted=cell.counted,
        period=Period(date(int(year), 1, 1), date(int(year), 12, 31)) if year else Period(),
        programme=None,
        places=(),
        group_end=None,
        confidence=_DIGITS,
    )


def _in_prose(
    passage: Passage, quantity: Quantity, role: MeasureRole, names: Names, frames: Frames
) -> Measured:
    """Answer a number of a text; where its language is not read, none is known for a result."""
    is_read, limit = passage.lexicon.is_read, frames.following(quantity.first)
    return Measured(
        quantity=quantity,
        role=role if is_read else "context",
        counted=counted(passage, quantity, limit) if is_read else "",
        period=frames.period(quantity),
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
