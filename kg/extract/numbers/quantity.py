"""A number expression: its value, and where it stands with its percent sign, currency and hedge."""

from dataclasses import dataclass
from decimal import Decimal

from kg.records import MeasureKind, Qualifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number at tokens `first` to `last`, in the words `start` to `end` that belong to it.

    The number expression has its percent sign, not its currency; `start` to `end` has both, and
    the hedge before.
    """

    first: int
    last: int
    start: int
    end: int
    value: Decimal
    kind: MeasureKind = "count"
    currency: str = ""
    upper: Decimal | None = None
    qualifier: Qualifier = "exact"
    is_spelled: bool = False
    scale: int = 1
    """What a word behind the number multiplied it by: 1000000 of "2.5 million"."""
