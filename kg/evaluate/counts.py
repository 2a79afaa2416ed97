"""How often right, spurious and missed, and what follows: precision, recall and F1."""

from collections.abc import Sequence
from typing import NamedTuple


class Counts(NamedTuple):
    """How many findings are right, how many are spurious, and how many were missed.

    Units: shares are from 0 to 1; 0 where there is nothing to divide by.

    Example:
        >>> counts = Counts(6, 2, 4)
        >>> counts.precision, counts.recall, round(counts.f1, 3)
        (0.75, 0.6, 0.667)
    """

    right: int = 0
    spurious: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return _share(self.right, self.right + self.spurious)

    @property
    def recall(self) -> float:
        """The share of what is annotated that was found."""
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _share(2 * self.right, 2 * self.right + self.spurious + self.missed)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def total(counts: Sequence[Counts]) -> Counts:
    """Answer all counts together."""
    return Counts(*map(sum, zip(*counts, strict=True))) if counts else Counts()
