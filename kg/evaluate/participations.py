"""Who takes part in what: right where both ends are those of the gold, in either direction.

An end is known by its IRI, through the mentions that carry it, else by any of its names.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kg.evaluate.answers import FoundEnd, FoundMention, FoundParticipation
from kg.evaluate.gold import MENTION_CLASSES, SCORED_RELATIONS, Page, Relation
from kg.evaluate.matching import Matching, match
from kg.evaluate.names import fold, slugs
from kg.evaluate.spans import agree

_END_CLASSES: Final = frozenset({"organisation", "programme", "event"})
_EQUAL_SPAN: Final = 9
"""How many mentions that only agree one with the very span outweighs."""


def match_participations(
    page: Page, mentions: Sequence[FoundMention], found: Sequence[FoundParticipation]
) -> Matching[Relation, FoundParticipation]:
    """Answer which participations are right; one between two ends counts once.

    Relations that are inferred, of another type, or whose ends the page does not name are optional.
    """
    ends = _Ends(_things(page, mentions), slugs(page.gold))
    named = {m.entity for m in page.gold.mentions if MENTION_CLASSES.get(m.type) in _END_CLASSES}
    core = [r for r in page.gold.relations if _scored(r) and r.ends <= named]
    first: dict[frozenset[str], Relation] = {}
    for relation in core:
        first.setdefault(relation.ends, relation)
    return match(
        first.values(),
        [r for r in page.gold.relations if r not in core],
        _once(found),
        fits=(ends.same,),
        excuses=ends.same,
    )


@dataclass(frozen=True, slots=True)
class _Ends:
    """The slugs of things: by the IRIs of a build, and by their names."""

    things: Mapping[str, str]
    names: Mapping[str, set[str]]

    def same(self, found: FoundParticipation, gold: Relation) -> bool:
        """Answer whether the ends are those of a relation, whichever comes first."""
        one, other = self._slugs(found.participant), self._slugs(found.target)
        subject, object_ = gold.subject, gold.object
        return (subject in one and object_ in other) or (object_ in one and subject in other)

    def _slugs(self, end: FoundEnd) -> set[str]:
        if end.entity in self.things:
            return {self.things[end.entity]}
        return self.names.get(fold(end.label), set())


def _scored(relation: Relation) -> bool:
    return relation.type in SCORED_RELATIONS and relation.basis != "inferred"


def _once(found: Iterable[FoundParticipation]) -> list[FoundParticipation]:
    """Answer the first participation between two ends, in order."""
    first: dict[frozenset[str], FoundParticipation] = {}
    for one in found:
        if one.target.label:
            ends = frozenset(end.entity or fold(end.label) for end in (one.participant, one.target))
            first.setdefault(ends, one)
    return list(first.values())


def _things(page: Page, found: Sequence[FoundMention]) -> Mapping[str, str]:
    """Answer the slug of what each IRI stands for: that of most mentions which carry it."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for one in found:
        class_ = MENTION_CLASSES.get(one.type)
        for gold in page.gold.mentions:
            if MENTION_CLASSES.get(gold.type) == class_ and agree(one.span, gold.span):
                weight = _EQUAL_SPAN if one.span == gold.span else 1
                seen[one.entity][gold.entity] += weight
    return {entity: slugs.most_common(1)[0][0] for entity, slugs in seen.items() if entity}
