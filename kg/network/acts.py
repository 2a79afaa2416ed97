"""What a partner network is made of: acts of taking part, and the things that they tie together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Relation = Literal["in", "with"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One participation: who, as what, in which thing or with which organisation.

    `other_role` is as what the organisation that is worked with takes part, "" of a thing.
    `years` are those the sources report on, else those of the activity. `start` and `end` are ISO
    8601 days, "" where they are not known.
    """

    iri: str
    participant: str
    role: str
    relation: Relation
    target: str
    other_role: str = ""
    status: str = ""
    places: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    start: str = ""
    end: str = ""
    sources: tuple[str, ...] = ()
    narratives: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    confidence: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What takes part or is taken part in; `agency` is what an office is a unit of.

    `start` and `end` are the days on which an activity began and ended, as far as they are known.
    """

    iri: str
    type: str = ""
    label: str = ""
    country: str = ""
    classification: str = ""
    agency: str = ""
    within: str = ""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A document that shows less than there is: what is counted in it is a lower bound."""

    document: str
    shown: int | None = None
    total: int | None = None
    truncated: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """All acts of a graph, sorted; the things in them by IRI; who reports them; what is missing."""

    acts: tuple[Act, ...]
    things: Mapping[str, Thing] = field(default_factory=dict)
    agencies: frozenset[str] = frozenset()
    gaps: tuple[Gap, ...] = ()

    def thing(self, iri: str) -> Thing:
        """Answer a thing; one that the graph does not describe is shown by its IRI's end."""
        return self.things.get(iri) or Thing(iri=iri, label=iri.rpartition("/")[2])
