"""The roles of the numbers of a text: the rules' answer and all other clues, weighed together."""

from collections.abc import Iterator, Sequence
from typing import Final, cast

from kg.extract.learned.signposts import Signposts
from kg.extract.learned.weights import weights
from kg.extract.names.candidate import Names
from kg.extract.numbers.clues import SIGNS, NumberClues
from kg.extract.numbers.quantity import Quantity
from kg.extract.numbers.standing import Standings
from kg.extract.passage import Passage
from kg.records import MeasureRole

_TABLE: Final = "numbers"
_LEAST: Final = 0.5
"""From this share on an answer outweighs that of the rules."""


def weighed(
    passage: Passage, quantities: Sequence[Quantity], names: Names, year: int | None
) -> Iterator[MeasureRole]:
    """Answer the role of each number, in order."""
    table = weights(_TABLE)
    for rule, clues in clued(passage, quantities, names, year):
        share, role = max((share, role) for role, share in table.shares(clues).items())
        yield cast("MeasureRole", role) if share >= _LEAST else rule


def clued(
    passage: Passage, quantities: Sequence[Quantity], names: Names, year: int | None
) -> Iterator[tuple[MeasureRole, Iterator[str]]]:
    """Answer the role of each number by the rules, and all clues to it, in order."""
    standings = Standings(passage, quantities, names, year)
    posts = Signposts.of(passage, SIGNS)
    clues = NumberClues(passage, quantities, names, year, posts)
    for position in range(len(quantities)):
        rule = standings.role(position)
        yield rule, clues.of(position, rule)
