"""The pairs that are worth a question, the most alike first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.identity.groups import Groups
from kg.identity.judgements import Judgement, Judgements, Verdict
from kg.records import Key
from kg.review.blocks import pairs
from kg.review.likeness import LEAST, Likeness, Weights, likeness
from kg.review.things import Thing
from kg.review.vetoes import Places, vetoes


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Two things that may be one: how alike they are, and what speaks against it.

    `judged` is what a person said already, None where nobody was asked.
    """

    one: Thing
    two: Thing
    likeness: Likeness
    vetoes: tuple[str, ...]
    judged: Verdict | None

    @property
    def is_open(self) -> bool:
        """Answer whether nothing forbids that both are one, and nobody has said."""
        return not self.vetoes and self.judged is None


def doubts(
    things: Sequence[Thing], judgements: Judgements, places: Places, least: float = LEAST
) -> list[Doubt]:
    """Answer all pairs that are at least so alike: the most alike first, then by IRI.

    The order follows from the things alone. What has a veto or was judged is among them.
    """
    weights = Weights(things)
    judged = _Verdicts(things, judgements.listed)
    found = []
    for one, two in pairs(sorted(things, key=lambda thing: thing.iri)):
        alike = likeness(one, two, weights)
        if alike.score >= least:
            against, said = vetoes(one, two, places), judged.of(one, two)
            found.append(Doubt(one=one, two=two, likeness=alike, vetoes=against, judged=said))
    return sorted(found, key=lambda d: (-d.likeness.score, d.one.iri, d.two.iri))


class _Verdicts:
    """What was judged of two things, said of them or following from what was said of others."""

    def __init__(self, things: Iterable[Thing], judgements: Iterable[Judgement]) -> None:
        listed = list(judgements)
        self._same = Groups()
        for thing in things:
            for key in thing.keys:
                self._same.join(thing.key, key)
        for judgement in listed:
            if judgement.verdict == "same":
                self._same.join(*judgement.keys)
        self._others = {self._pair(*judgement.keys): judgement.verdict for judgement in listed}

    def of(self, one: Thing, two: Thing) -> Verdict | None:
        """Answer the verdict, None where nobody was asked."""
        if two.key in self._same.of(one.key):
            return "same"
        return self._others.get(self._pair(one.key, two.key))

    def _pair(self, one: Key, two: Key) -> frozenset[Key]:
        return frozenset(min(self._same.of(key)) for key in (one, two))
