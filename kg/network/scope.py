"""Which acts make up a network: the declared filters, with defaults that a reader would expect."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from kg.network.acts import Act, Acts

NOT_DONE: Final = frozenset({"planned", "negated", "failed"})
UNNAMED: Final = "UnnamedGroup"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What to count. An empty filter lets everything through; several filters all hold.

    `programmes` match what is taken part in, `outcomes` also what the narrative reports on,
    `places` also what lies in them; all three are IRIs. Statuses in `left_out` do not count.
    `unnamed` keeps groups that are counted but not named; `fold_offices` counts an office as its
    agency.
    """

    roles: frozenset[str] = frozenset()
    programmes: frozenset[str] = frozenset()
    outcomes: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    min_confidence: Decimal = Decimal(0)
    left_out: frozenset[str] = NOT_DONE
    unnamed: bool = False
    fold_offices: bool = True

    def select(self, data: Acts) -> list[Act]:
        """Answer the acts that count, in order."""
        return [act for act in data.acts if self._holds(act, data)]

    def _holds(self, act: Act, data: Acts) -> bool:
        return (
            act.status not in self.left_out
            and (act.confidence is None or act.confidence >= self.min_confidence)
            and _meets(self.roles, {act.role})
            and _meets(self.programmes, {act.target})
            and _meets(self.outcomes, {act.target, *act.outcomes})
            and _meets(self.places, _around(act.places, data))
            and _meets(self.years, act.years)
            and (self.unnamed or self._named(act, data))
        )

    def _named(self, act: Act, data: Acts) -> bool:
        return all(data.thing(iri).type != UNNAMED for iri in (act.participant, act.target))


def _meets(wanted: AbstractSet[object], found: Iterable[object]) -> bool:
    return not wanted or any(value in wanted for value in found)


def _around(places: Iterable[str], data: Acts) -> set[str]:
    """Answer the places and all that they lie in; a cycle in the data ends the climb."""
    found: set[str] = set()
    for iri in places:
        place = iri
        while place and place not in found:
            found.add(place)
            place = data.thing(place).within
    return found
