"""The participations of a passage: each cue with who takes part, in what, and with what words."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain, combinations, product
from typing import Final, Literal, NamedTuple

from kg.extract.clauses import clause
from kg.extract.moods import governed
from kg.extract.names.candidate import Candidate, Names
from kg.extract.passage import Passage, Span
from kg.extract.roles.aims import LIKELY, SURE, Aim, Aims
from kg.extract.roles.bases import GRANT, is_granted
from kg.extract.roles.beside import beside
from kg.extract.roles.cast import Cast
from kg.extract.roles.cues import Cue, cues
from kg.extract.roles.framed import framed
from kg.extract.roles.involved import involved
from kg.extract.roles.joint import joint
from kg.extract.roles.openings import agents, opening_of
from kg.extract.roles.references import apposed, inverted_actors, subjects
from kg.extract.roles.settings import setting
from kg.extract.roles.statuses import status
from kg.records import ActStatus, Key, ParticipationRole

_FRAMED, _JOINT, _BESIDE, _INVOLVED = map(Decimal, ("0.6", "0.55", "0.55", "0.5"))
_MOST_BEFORE_WITH: Final = 4
_JOINTLY: Final = frozenset({"signatory", "lead", "implementer", "host"})
"""Roles that bodies have together, though what they do has no name."""

_MUTUAL: Final = frozenset({"partner", "signatory"})
"""Roles that two bodies have to each other: told once."""

Seen = set[tuple[Key, Key, ParticipationRole]]


class Act(NamedTuple):
    """That somebody takes part in something, as a clause says it."""

    participant: Key
    role: ParticipationRole
    relation: Literal["in", "with"]
    target: Key
    status: ActStatus
    clause: Span
    keep: Span
    place: Key | None
    confidence: Decimal


Pairs = Iterable[tuple[Candidate, Aim]]
Loose = tuple[Candidate, Aim, Cue]


@dataclass(slots=True)
class RoleReader:
    """Reads the participations of a passage; `reporter` is who publishes the narrative."""

    passage: Passage
    names: Names
    reporter: Key | None
    openings: dict[int, int] = field(default_factory=dict)
    """Where a clause begins to where what opens it ends: "With their help, ..."."""
    subjects: set[int] = field(default_factory=set)
    """Where the bodies begin of whom a cue says what they do, or who does it with them."""
    partners: dict[int, Sequence[Aim]] = field(default_factory=dict)
    """Where a body begins that is told of as a partner to what it is a partner in or of."""

    def read(self) -> Iterator[Act]:
        """Answer the participations of the passage, each once."""
        cast = Cast.of(self.passage, self.names)
        aims = Aims(self.passage, self.names, cast, self.reporter)
        seen: Seen = set()
        for cue in cues(self.passage):
            for act in self._acts(cue, cast, aims):
                if _is_new(act, seen):
                    yield act
        for one, aim, cue in self._loosely(cast, seen):
            act = self._act(one, cue, aim, clause(self.passage, cue.first))
            if _is_new(act, seen):
                yield act

    def _loosely(self, cast: Cast, seen: Seen) -> Iterator[Loose]:
        """Answer what is told without a cue of a role, where no cue has told more."""
        told = {(participant, target) for participant, target, _ in seen}
        for find, confidence in ((framed, _FRAMED), (involved, _INVOLVED)):
            for actor, programme, cue in find(self.passage, cast, self.names):
                if (actor.key, programme.key) not in told:
                    told.add((actor.key or Key(""), programme.key or Key("")))
                    yield actor, Aim.of(programme, confidence), cue
        for one, other, cue in beside(self.passage, cast, self.names):
            if not _share(one, other, told):
                yield one, Aim.of(other, _BESIDE, is_peer=True), cue
        for one, other, cue in joint(self.passage, cast, self.names, self.subjects):
            yield one, Aim.of(other, _JOINT, is_peer=True), cue

    def _acts(self, cue: Cue, cast: Cast, aims: Aims) -> Iterator[Act]:
        floor, limit = clause(self.passage, cue.first)
        opening = self.openings.get(floor, floor)
        floor = opening if cue.first > opening else floor
        match cue.side:
            case "both":
                pairs = list(self._mutual(cue, cast, floor, limit))
                yield from self._told(cue, pairs, (floor, limit))
                yield from self._agreed(cue, cast, pairs, (floor, limit))
            case "after":
                within = floor, self.passage.bounds(cue.first)[1]
                yield from self._passive(cue, cast, aims, within)
            case _:
                yield from self._active(cue, cast, aims, (floor, limit))

    def _told(self, cue: Cue, pairs: Pairs, within: Span) -> Iterator[Act]:
        for actor, aim in pairs:
            if cue.side != "after":
                self.subjects.add(actor.first)
            elif aim.span:
                self.subjects.add(aim.span[0])
            yield self._act(actor, cue, aim, within)

    def _passive(self, cue: Cue, cast: Cast, aims: Aims, within: Span) -> Iterator[Act]:
        """Answer what actors behind a cue do: "led by A and B with C"."""
        opening = opening_of(cast, cue, within)
        if opening:
            self.openings[within[0]] = opening
        actors = cast.listed(cue.last, opening) if opening else agents(cast, cue, within[1])
        if not actors:
            return
        company = cast.company(actors[-1].last, within[1])
        everybody = [*actors, *company]
        is_mutual = len(actors) > 1 and self.passage.has("small.between", cue.last - 1)
        if is_mutual:
            yield from self._told(cue, _peers(actors), within)
            return
        if aims.is_unnamed(cue):
            yield from self._told(cue._replace(role="partner"), _peers(everybody), within)
            return
        found = self._shared(cue, aims.of(cue, everybody, within))
        if cue.role == "partner":
            self.partners.update((actor.first, found) for actor in everybody)
        if cue.role in _JOINTLY and len(actors) > 1 and not any(aim.span for aim in found):
            role = cue.role if cue.role == "signatory" else "partner"
            yield from self._told(cue._replace(role=role), _peers(actors), within)
            return
        if company and not any(aim.span for aim in found):
            yield from self._told(cue._replace(role="partner"), _with(actors, company), within)
            return
        yield from self._told(cue, product(actors, found), within)
        beside = cue._replace(role="partner") if cue.role == "lead" else cue
        yield from self._told(beside, product(company, found), within)

    def _shared(self, cue: Cue, found: Sequence[Aim]) -> Sequence[Aim]:
        """Answer the aims of a cue; a further partner has those of the partners told before it."""
        if cue.role != "partner":
            return found
        told = [self.partners.get(aim.span[0], [aim]) if aim.span else [aim] for aim in found]
        return list(dict.fromkeys(chain.from_iterable(told)))

    def _active(self, cue: Cue, cast: Cast, aims: Aims, within: Span) -> Iterator[Act]:
        """Answer what actors before a cue do: "A and B lead the programme with C"."""
        if cue.side == "before" and self.passage.has("act.passive", cue.first - 1):
            return  # "the Alliance was launched at the Forum"
        if inverted := inverted_actors(cast, cue, within):
            actors, shared = inverted
            yield from self._told(cue, product(actors, [Aim.of(shared, SURE)]), within)
            return
        start = governed(self.passage, cue.first, within[0]).start
        actors = subjects(cast, start, within[0]) or apposed(cast, cue, within[0])
        if cue.side == "base" and is_granted(self.passage, cue.first):
            actors = self._granted(cue, cast, within[0])
        found = aims.of(cue, actors, within) if actors else []
        ends = [aim.span[1] for aim in found if aim.span]
        has_company = bool(ends) and cue.side != "is"
        company = cast.company(max(ends), within[1]) if has_company else []
        yield from self._told(cue, product([*actors, *company], found), within)

    def _granted(self, cue: Cue, cast: Cast, floor: int) -> list[Candidate]:
        """Answer who got the grant that is for what a cue tells: "A got a grant from B to run"."""
        grants = (at for at in range(floor, cue.first) if self.passage.signs.begins(GRANT, at))
        return cast.before(next(grants, floor), floor)

    def _act(self, actor: Candidate, cue: Cue, aim: Aim, within: Span) -> Act:
        spans = [(actor.first, actor.last), (cue.first, cue.last)]
        spans += [aim.span] if aim.span else []
        keep = min(s[0] for s in spans), max(s[1] for s in spans)
        return Act(
            participant=actor.key or Key(""),
            role=cue.role,
            relation=aim.relation,
            target=aim.key,
            status=status(self.passage, cue),
            clause=(min(within[0], keep[0]), max(within[1], keep[1])),
            keep=keep,
            place=setting(self.passage, self.names, clause(self.passage, cue.first), keep),
            confidence=aim.confidence,
        )

    def _mutual(self, cue: Cue, cast: Cast, floor: int, limit: int) -> Pairs:
        """Answer the bodies that do something with each other: "A and B signed an MoU with C"."""
        bodies = cast.before(cue.first, floor)
        others = self._with(cue, cast, limit)
        yield from _with(bodies, others) if others else _peers(bodies)

    def _agreed(
        self, cue: Cue, cast: Cast, pairs: Sequence[tuple[Candidate, Aim]], within: Span
    ) -> Iterator[Act]:
        """Answer who takes part in the programme that an agreement is about."""
        shared = cast.shared_after(cue.last, within[1])
        if not pairs or shared is None or shared.type != "Programme":
            return
        keys = {aim.key for _, aim in pairs}
        others = [name for name in self.names.within(*within) if name.key in keys]
        bodies = [*dict.fromkeys(actor for actor, _ in pairs), *others]
        about = cue._replace(role="partner")
        yield from self._told(about, product(bodies, [Aim.of(shared, LIKELY)]), within)

    def _with(self, cue: Cue, cast: Cast, limit: int) -> Sequence[Candidate]:
        """Answer the bodies that a cue says something is done with: "signed an MoU with"."""
        for index in range(cue.last - 1, limit):
            if self.passage.has("small.with", index):
                found = cast.after(index + 1, limit)
                if found or index >= cue.last + _MOST_BEFORE_WITH:
                    return found
        return []


def _peers(bodies: Sequence[Candidate]) -> Iterator[tuple[Candidate, Aim]]:
    """Answer each body with each other once."""
    for one, other in combinations(bodies, 2):
        yield one, Aim.of(other, SURE, is_peer=True)


def _with(bodies: Sequence[Candidate], others: Sequence[Candidate]) -> Pairs:
    """Answer each body with each of some others."""
    return product(bodies, [Aim.of(other, SURE, is_peer=True) for other in others])


def _share(one: Candidate, other: Candidate, told: Collection[tuple[Key, Key]]) -> bool:
    """Answer whether some act that was told has both bodies in it."""
    aims = [
        {body.key} | {target for who, target in told if who == body.key} for body in (one, other)
    ]
    return not aims[0].isdisjoint(aims[1])


def _is_new(act: Act, seen: Seen) -> bool:
    """Answer whether an act is of two things and was not told before; note that it was."""
    ends = (act.participant, act.target)
    if act.relation == "with" and act.role in _MUTUAL:
        ends = (min(ends), max(ends))
    told = (*ends, act.role)
    if act.participant == act.target or told in seen:
        return False
    seen.add(told)
    return True
