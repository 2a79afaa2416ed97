"""What several extractors say of one narrative, as one list of facts.

Two that say the same make a fact surer. Where a later one reads the same words differently, the
earlier stands and the difference is an issue.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from math import prod
from typing import Final, NamedTuple

from kg.records import Evidence, Fact, Issue, Key, Measurement, Mention, Participation

SUREST: Final = Decimal("0.99")
"""Extractors may err in the same way, so that agreement alone never makes a fact certain."""

_PLACES: Final = Decimal("0.001")
_STRETCH: Final = 256


class Agreed(NamedTuple):
    """A fact, with the sureness of all extractors that state it, and the names of the others."""

    fact: Fact
    also: tuple[str, ...] = ()


def confidence(said: Sequence[Decimal]) -> Decimal:
    """Answer how sure a fact is that several say: the noisy-or of what each says, with a cap.

    1 - (1 - c1)(1 - c2)..., at most 0.99, and never less than the surest alone.

    Source: Pearl, Probabilistic Reasoning in Intelligent Systems (1988), 4.3.2: noisy-or.

    Example:
        >>> confidence([Decimal("0.9"), Decimal("0.6")])
        Decimal('0.96')
    """
    if len(said) == 1:
        return said[0]
    together = 1 - prod((1 - one for one in said), start=Decimal(1))
    return max(min(together, SUREST), *said).quantize(_PLACES).normalize()


def agreed(readings: Sequence[Iterable[Fact | Issue]]) -> Iterator[Agreed | Issue]:
    """Answer the facts of all readings, those of the first in its order, then what others add."""
    if len(readings) == 1:
        yield from (one if isinstance(one, Issue) else Agreed(one) for one in readings[0])
        return
    together = _Together()
    for reading in readings:
        found = list(reading)
        yield from (one for one in found if isinstance(one, Issue))
        facts = [one for one in found if not isinstance(one, Issue)]
        yield from together.hear(sorted(facts, key=lambda one: not isinstance(one, Mention)))
    yield from together.facts()


@dataclass(slots=True)
class _Together:
    """Collects facts, and who else says them."""

    kept: list[Fact] = field(default_factory=list)
    also: list[list[Fact]] = field(default_factory=list)
    at: dict[tuple[type[Fact], int], list[int]] = field(default_factory=lambda: defaultdict(list))
    """Which facts stand in a stretch of the text, by kind, so that only neighbours are compared."""
    names: dict[Key, Key] = field(default_factory=dict)
    """What a later extractor calls a thing, by what the first calls it."""

    def hear(self, facts: Iterable[Fact]) -> Iterator[Issue]:
        """Add one extractor's facts, and answer where it differs from those before it."""
        is_first = not self.kept
        for said in facts:
            fact = self._renamed(said)
            others = [] if is_first else self._others(fact)
            same = next((n for n in others if _same(self.kept[n], fact)), None)
            if same is not None:
                self._join(same, fact)
            elif others:
                yield _differs(self.kept[others[0]], fact)
            else:
                self._keep(fact)

    def facts(self) -> Iterator[Agreed]:
        """Answer what was heard; of a whole that was turned down, nothing is a part."""
        spans = {_span(fact.evidence) for fact in self.kept if isinstance(fact, Measurement)}
        for fact, others in zip(self.kept, self.also, strict=True):
            sure = confidence([fact.confidence, *(other.confidence for other in others)])
            names = dict.fromkeys(other.extractor for other in others)
            yield Agreed(replace(_known(fact, spans), confidence=sure), tuple(names))

    def _keep(self, fact: Fact) -> None:
        for stretch in _stretches(fact):
            self.at[type(fact), stretch].append(len(self.kept))
        self.kept.append(fact)
        self.also.append([])

    def _others(self, fact: Fact) -> list[int]:
        near = {n for stretch in _stretches(fact) for n in self.at.get((type(fact), stretch), ())}
        return [n for n in sorted(near) if _meet(self.kept[n], fact)]

    def _join(self, at: int, fact: Fact) -> None:
        first = self.kept[at]
        if all(fact.extractor != other.extractor for other in (first, *self.also[at])):
            self.also[at].append(fact)
        if isinstance(first, Mention) and isinstance(fact, Mention):
            self.names[fact.thing] = first.thing

    def _renamed(self, fact: Fact) -> Fact:
        """Answer a fact about the things as the extractors before call them."""
        match fact:
            case Mention():
                return fact
            case Measurement():
                places = tuple(self._name(place) for place in fact.places)
                programme = fact.programme and self._name(fact.programme)
                provider = fact.provider and self._name(fact.provider)
                return replace(fact, places=places, programme=programme, provider=provider)
            case Participation():
                who, what = self._name(fact.participant), self._name(fact.target)
                place = fact.place and self._name(fact.place)
                return replace(fact, participant=who, target=what, place=place)

    def _name(self, key: Key) -> Key:
        return self.names.get(key, key)


def _stretches(fact: Fact) -> range:
    evidence = fact.evidence
    return range(evidence.start // _STRETCH, evidence.end // _STRETCH + 1)


def _meet(first: Fact, second: Fact) -> bool:
    """Answer whether two facts are readings of the same words that cannot both be right."""
    a, b = first.evidence, second.evidence
    if type(first) is not type(second) or not (a.start < b.end and b.start < a.end):
        return False
    if isinstance(first, Mention) and isinstance(second, Mention):
        return first.type == second.type or _span(a) == _span(b)
    if isinstance(first, Participation) and isinstance(second, Participation):
        return _act(first) == _act(second)
    return True


def _same(first: Fact, second: Fact) -> bool:
    return _said(first) == _said(second)


def _said(fact: Fact) -> tuple[object, ...]:
    """Answer what two extractors must say alike."""
    match fact:
        case Mention():
            return fact.type, *_span(fact.evidence)
        case Measurement():
            return fact.value, fact.upper, fact.kind, fact.role
        case Participation():
            return *_act(fact), fact.status


def _act(fact: Participation) -> tuple[object, ...]:
    return fact.participant, fact.role, fact.relation, fact.target


def _known(fact: Fact, spans: Collection[tuple[int, int]]) -> Fact:
    """Answer a fact without a whole that does not stand at one of these spans."""
    if isinstance(fact, Measurement) and fact.whole and _span(fact.whole) not in spans:
        return replace(fact, whole=None)
    return fact


def _span(evidence: Evidence) -> tuple[int, int]:
    return evidence.start, evidence.end


def _differs(first: Fact, second: Fact) -> Issue:
    one, other = (" ".join(map(str, _said(fact))) for fact in (first, second))
    return Issue(
        code="readings-differ",
        message=f"{first.extractor} reads {one}, {second.extractor} {other}: the first stands",
        path=first.narrative,
        start=second.evidence.start,
        raw=second.evidence.exact[:200],
    )
