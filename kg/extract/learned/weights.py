"""Weights of clues: how much each speaks for each answer, from a table beside this file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from math import exp
from typing import Final

FOLDER: Final = files("kg.extract.learned")
_UNIT: Final = 100
"""What a weight of one is written as."""

_MOST: Final = Decimal("0.99")


@dataclass(frozen=True, slots=True)
class Weights:
    """A multinomial logistic regression: `clues` answers what each clue adds to each answer.

    Source: D. R. Cox, The regression analysis of binary sequences, 1958.
    """

    answers: tuple[str, ...]
    start: tuple[float, ...]
    clues: Mapping[str, tuple[float, ...]]

    def sums(self, clues: Iterable[str], start: Iterable[float] | None = None) -> list[float]:
        """Answer what some clues add to `start`, an item an answer; unknown clues add nothing."""
        totals = list(self.start if start is None else start)
        for clue in clues:
            if weights := self.clues.get(clue):
                for at, weight in enumerate(weights):
                    totals[at] += weight
        return totals

    def shares(self, clues: Iterable[str]) -> dict[str, float]:
        """Answer how likely each answer is; all add up to one."""
        return dict(zip(self.answers, softmax(self.sums(clues)), strict=True))


def softmax(sums: Iterable[float]) -> list[float]:
    """Answer sums as shares of one."""
    totals = list(sums)
    powers = [exp(total - max(totals)) for total in totals]
    whole = sum(powers)
    return [power / whole for power in powers]


def written(share: float) -> Decimal:
    """Answer a share as the confidence of a fact: in hundredths, and never certain."""
    return min(Decimal(f"{share:.2f}"), _MOST)


@cache
def weights(name: str) -> Weights:
    """Answer the table of a name: its head names the answers, each row a clue and its weights.

    The row without a clue has what each answer begins with.
    """
    text = (FOLDER / f"{name}.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("# "))
    _, *answers = next(rows)
    clues = {clue: tuple(int(weight or 0) / _UNIT for weight in row) for clue, *row in rows}
    start = clues.pop("", (0.0,) * len(answers))
    return Weights(tuple(answers), start, clues)
