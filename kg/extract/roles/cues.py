"""The cues of roles in a passage: "funded by", "signed an MoU", "is its lead agency"."""

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple, get_args

from kg.extract.numbers.money import gifts
from kg.extract.passage import Passage
from kg.records import ParticipationRole

Side = Literal["after", "before", "both", "is", "base"]

ROLES: Final[tuple[ParticipationRole, ...]] = get_args(ParticipationRole)
SIDES: Final[tuple[Side, ...]] = get_args(Side)


CUES: Final = tuple(f"participation.{role}.{side}" for role in ROLES for side in SIDES)
"""The kinds of signs that are cues."""


_TO_COME: Final = ("act.planned", "act.negated", "act.auxiliary", "role.aims")


class Cue(NamedTuple):
    """A cue: who takes part stands after it, before it, on both sides, or is said to be it.

    A base form is a cue only behind a word that says what is to come: "will fund".
    """

    first: int
    last: int
    role: ParticipationRole
    side: Side


def cues(passage: Passage) -> Iterator[Cue]:
    """Answer the cues of a passage in order; of overlapping ones, the longest."""
    found = [
        Cue(first, last, role, side)
        for role in ROLES
        for side in SIDES
        for first, last, _ in passage.signs.all(f"participation.{role}.{side}")
        if side != "base" or _is_to_come(passage, first)
    ]
    found += [Cue(first, last, "funder", "after") for first, last in gifts(passage)]
    taken: set[int] = set()
    chosen: list[Cue] = []
    for cue in sorted(found, key=lambda c: (c.first - c.last, c.first)):
        if taken.isdisjoint(range(cue.first, cue.last)):
            taken.update(range(cue.first, cue.last))
            chosen.append(cue)
    yield from sorted(chosen)


def _is_to_come(passage: Passage, first: int) -> bool:
    return any(passage.signs.ends(kind, first) is not None for kind in _TO_COME)
