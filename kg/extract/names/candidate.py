"""A stretch of text that may name something, until it is decided what stays."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from typing import overload

from kg.records import Key, MentionType


class Origin(IntEnum):
    """What spoke for a candidate; of two for the same words, the greater wins.

    A `PART` is a place that is told by the name it stands in, and is none without it.
    """

    PART = 0
    PLACE_LIST = 1
    PARTICIPANT = 2
    SHORT = 3
    DEFINED = 4
    INTRODUCED = 5
    HEADED = 6
    KNOWN = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A name at tokens `first` to `last` (after the last); without a type it is none of ours.

    `label` is the name without what stands in brackets after it; `short` an abbreviation that does.
    `key` is that of a known thing. `head_end` is where the noun ends that says what it is: of two
    heads the later one tells. `governs` is whether it is the government of the place it names.
    `rivals` are the things that it may mean where nothing tells which.
    """

    first: int
    last: int
    type: MentionType | None
    label: str
    origin: Origin
    confidence: Decimal
    key: Key | None = None
    short: str = ""
    is_alias: bool = False
    unit_of: Key | None = None
    brand_of: Key | None = None
    head_end: int = 0
    governs: bool = False
    rivals: tuple[Key, ...] = ()

    @property
    def length(self) -> int:
        """How many tokens it has."""
        return self.last - self.first

    def covers(self, other: "Candidate") -> bool:
        """Answer whether another candidate stands within this one."""
        return self.first <= other.first and other.last <= self.last

    def meets(self, other: "Candidate") -> bool:
        """Answer whether two candidates share a token."""
        return self.first < other.last and other.first < self.last


@dataclass(frozen=True, slots=True)
class Names(Sequence[Candidate]):
    """The names of a passage, in order."""

    items: tuple[Candidate, ...]
    firsts: tuple[int, ...]

    @classmethod
    def of(cls, candidates: Iterable[Candidate]) -> "Names":
        """Answer some candidates in the order of the text, outer names before inner ones."""
        items = sorted(candidates, key=lambda c: (c.first, -c.last))
        return cls(tuple(items), tuple(c.first for c in items))

    def within(self, first: int, last: int) -> tuple[Candidate, ...]:
        """Answer the names that begin among some tokens."""
        return self.items[bisect_left(self.firsts, first) : bisect_left(self.firsts, last)]

    @overload
    def __getitem__(self, index: int) -> Candidate: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Candidate, ...]: ...
    def __getitem__(self, index: int | slice) -> Candidate | tuple[Candidate, ...]:
        """Answer the name at a position."""
        return self.items[index]

    def __len__(self) -> int:
        """Answer how many names there are."""
        return len(self.items)


def settled(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Answer the candidates that stay: the longest; and known names and places within them."""
    chosen: list[Candidate] = []
    taken: dict[int, Candidate] = {}
    for candidate in sorted(candidates, key=rank):
        span = range(candidate.first, candidate.last)
        over = {id(taken[i]): taken[i] for i in span if i in taken}
        is_loose = candidate.origin is Origin.PART and not over
        if is_loose or not all(_nests(candidate, other) for other in over.values()):
            continue
        taken.update((i, candidate) for i in span)
        chosen.append(candidate)
    return sorted((c for c in chosen if c.type), key=lambda c: (c.first, -c.last))


def rank(candidate: Candidate) -> tuple[int, ...]:
    """Answer what of two candidates for the same words decides: the lesser stays."""
    return (-candidate.length, -candidate.origin, -candidate.head_end, candidate.first)


def _nests(inner: Candidate, outer: Candidate) -> bool:
    """Answer whether a name within another is a name of its own: places and known bodies are.

    So is what a law or a meeting is of: "Regulation of the Care Act".
    """
    if inner.length == outer.length:  # "the governments of A and B": B is a place and has one
        pair = (inner, outer) if inner.governs else (outer, inner)
        return pair[0].governs and pair[0].type != "Place" and pair[1].type == "Place"
    if not outer.covers(inner):
        return False
    if not outer.type or (inner.key is not None and inner.key == outer.key):
        return False
    if inner.type == "Place":
        return inner.origin in {Origin.KNOWN, Origin.PART}
    if inner.first == outer.first or inner.label in {outer.short, *outer.short.split()}:
        return False  # "UN Women" in "UN Women Moldova" is no other thing
    is_act = inner.origin is Origin.HEADED and outer.type in {"Law", "Event"}
    is_known = inner.origin is Origin.KNOWN and inner.type == "Organisation"
    return is_known or (is_act and inner.type in {"Law", "Programme", "Organisation", "Network"})
