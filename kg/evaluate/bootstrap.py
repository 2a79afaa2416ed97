"""How far a figure could be off by the choice of documents: bootstrap intervals, seeded.

Source: Efron (1979); percentile intervals over documents, drawn with replacement.
"""

import random
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from kg.evaluate.counts import Counts, total

SAMPLES: Final = 1000
SEED: Final = 7
_LOW: Final = 0.025
_HIGH: Final = 0.975


class Interval(NamedTuple):
    """Where 95 of 100 samples lie."""

    low: float
    high: float


class Intervals(NamedTuple):
    """The intervals of the three figures."""

    precision: Interval
    recall: Interval
    f1: Interval


def intervals(documents: Sequence[Counts]) -> Intervals:
    """Answer the intervals of the figures that the counts of documents add up to.

    Example:
        >>> intervals([Counts(3, 1, 0), Counts(3, 1, 0)]).precision
        Interval(low=0.75, high=0.75)
    """
    samples = [total([documents[at] for at in sample]) for sample in _draws(len(documents))]
    return Intervals(
        _interval([counts.precision for counts in samples]),
        _interval([counts.recall for counts in samples]),
        _interval([counts.f1 for counts in samples]),
    )


@lru_cache(maxsize=64)
def _draws(size: int) -> tuple[tuple[int, ...], ...]:
    """Answer which documents each sample holds."""
    draw = random.Random(SEED)  # noqa: S311  statistics, not secrets
    numbers = range(size)
    return tuple(tuple(draw.choice(numbers) for _ in numbers) for _ in range(SAMPLES))


def _interval(values: list[float]) -> Interval:
    ordered = sorted(values)
    return Interval(ordered[int(SAMPLES * _LOW)], ordered[int(SAMPLES * _HIGH)])
