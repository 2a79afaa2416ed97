"""What was found against what was annotated: one to one, in the order of what was found."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from kg.evaluate.counts import Counts

G = TypeVar("G")
F = TypeVar("F")

Fit = Callable[[F, G], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching(Generic[G, F]):
    """Pairs that agree, and what is left; `excused` was found where the gold leaves it open."""

    right: tuple[tuple[G, F], ...]
    missed: tuple[G, ...]
    spurious: tuple[F, ...]
    excused: tuple[F, ...]

    @property
    def counts(self) -> Counts:
        """How many are right, spurious and missed."""
        return Counts(len(self.right), len(self.spurious), len(self.missed))


def match(
    gold: Iterable[G],
    optional: Sequence[G],
    found: Iterable[F],
    *,
    fits: Sequence[Fit[F, G]],
    excuses: Fit[F, G],
) -> Matching[G, F]:
    """Answer the pairs: each found thing takes the first gold one left that fits it best.

    `fits` are tried in order, the strictest first.
    """
    left = list(gold)
    right: list[tuple[G, F]] = []
    spurious: list[F] = []
    excused: list[F] = []
    for one in found:
        hit = _first(one, left, fits)
        if hit is not None:
            right.append((left.pop(hit), one))
        elif any(excuses(one, other) for other in optional):
            excused.append(one)
        else:
            spurious.append(one)
    return Matching(
        right=tuple(right), missed=tuple(left), spurious=tuple(spurious), excused=tuple(excused)
    )


def _first(one: F, left: Sequence[G], fits: Sequence[Fit[F, G]]) -> int | None:
    for fit in fits:
        for at, other in enumerate(left):
            if fit(one, other):
                return at
    return None
