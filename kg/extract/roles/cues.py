"""The cues of roles in a passage: "funded by", "signed an MoU", "is its lead agency"."""

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple, get_args

from kg.extract.numbers.money import gifts
from kg.extract.passage import Passage
from kg.extract.roles.bases import is_finite
from kg.extract.tokens import is_capital
from kg.records import ParticipationRole

Side = Literal["after", "before", "both", "is", "base", "future"]

ROLES: Final[tuple[ParticipationRole, ...]] = get_args(ParticipationRole)
SIDES: Final[tuple[Side, ...]] = get_args(Side)


CUES: Final = tuple(f"participation.{role}.{side}" for role in ROLES for side in SIDES)
"""The kinds of signs that are cues."""


_VERBAL: Final = frozenset({"before", "base", "future"})
_MOST_PARTED: Final = 10


class Cue(NamedTuple):
    """A cue: who takes part stands after it, before it, on both sides, or is said to be it.

    A base form is a cue only behind what governs it ("will fund", "refused to fund"), behind two
    bodies ("A and B fund the"), or where a grant is for it: "a grant from A to fund".
    """

    first: int
    last: int
    role: ParticipationRole
    side: Side


def cues(passage: Passage) -> Iterator[Cue]:
    """Answer the cues of a passage in order; of overlapping ones, the longest."""
    found = [
        Cue(first, last, role, _sided(role, side))
        for role in ROLES
        for side in SIDES
        for first, last, _ in passage.signs.all(f"participation.{role}.{side}")
        if side != "base" or is_finite(passage, first, last)
    ]
    found += _parted(passage)
    found += [Cue(first, last, "funder", "after") for first, last in gifts(passage)]
    found = [_owned(passage, cue) for cue in found]
    taken: set[int] = set()
    chosen: list[Cue] = []
    for cue in sorted(found, key=lambda c: (c.first - c.last, c.first)):
        if taken.isdisjoint(range(cue.first, cue.last)):
            taken.update(range(cue.first, cue.last))
            chosen.append(cue)
    yield from sorted(chosen)


def _sided(role: ParticipationRole, side: Side) -> Side:
    """Answer where who takes part stands: signing is done with each other in whatever form."""
    return "both" if role == "signatory" and side in _VERBAL else side


def _owned(passage: Passage, cue: Cue) -> Cue:
    """Answer a cue, whose actors stand before it where it is their own: "cut its funding of"."""
    is_own = cue.role == "funder" and passage.has("refers.owner", cue.first - 1)
    is_of = is_own and cue.side == "after" and passage.has("small.of", cue.last - 1)
    return cue._replace(side="before") if is_of else cue


def _parted(passage: Passage) -> Iterator[Cue]:
    """Answer the passives whose "by" does not follow at once: "implemented in A and B by"."""
    for role in ROLES:
        for first, last, _ in passage.signs.all(f"participation.{role}.participle"):
            limit = min(passage.bounds(first)[1], last + _MOST_PARTED)
            for at in range(last, limit):
                if passage.has("small.agent", at):
                    yield Cue(first, at + 1, role, "after")
                    break
                if not _is_setting(passage, at):
                    break


def _is_setting(passage: Passage, index: int) -> bool:
    """Answer whether a word may say where or when: names, years, and the small words between."""
    word = passage.tokens[index].word
    kinds = ("inside.word", "small.in", "denial.year_before", "small.article")
    is_small = any(passage.has(kind, index) for kind in kinds)
    return is_small or word == "," or is_capital(word) or word.isdigit()
