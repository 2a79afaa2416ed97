"""The participations of a passage: each cue with who takes part, in what, and with what words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, product
from typing import Final, Literal, NamedTuple

from kg.extract.names.candidate import Candidate, Names
from kg.extract.passage import Passage, Span
from kg.extract.roles.aims import SURE, Aim, Aims
from kg.extract.roles.cast import Cast
from kg.extract.roles.clauses import clause, status
from kg.extract.roles.cues import Cue, cues
from kg.extract.roles.joint import CONFIDENCE, joint
from kg.records import ActStatus, Key, ParticipationRole

_MOST_BEFORE_WITH: Final = 4
_MUTUAL: Final = frozenset({"partner", "signatory"})
"""Roles that two bodies have to each other: told once."""

Told = tuple[Key, Key, ParticipationRole]


class Act(NamedTuple):
    """That somebody takes part in something, as a clause says it."""

    participant: Key
    role: ParticipationRole
    relation: Literal["in", "with"]
    target: Key
    status: ActStatus
    clause: Span
    keep: Span
    confidence: Decimal


@dataclass(slots=True)
class RoleReader:
    """Reads the participations of a passage; `reporter` is who publishes the narrative."""

    passage: Passage
    names: Names
    reporter: Key | None

    def read(self) -> Iterator[Act]:
        """Answer the participations of the passage, each once."""
        cast = Cast.of(self.passage, self.names)
        aims = Aims(self.passage, self.names, cast, self.reporter)
        seen: set[Told] = set()
        subjects: set[int] = set()
        for cue in cues(self.passage):
            for actor, act in self._acts(cue, cast, aims):
                if cue.side != "after":
                    subjects.add(actor.first)
                if _is_new(act, seen):
                    yield act
        for one, other, cue in joint(self.passage, cast, self.names, subjects):
            aim = Aim.of(other, CONFIDENCE, is_peer=True)
            act = self._act(one, cue, aim, clause(self.passage, cue.first))
            if _is_new(act, seen):
                yield act

    def _acts(self, cue: Cue, cast: Cast, aims: Aims) -> Iterator[tuple[Candidate, Act]]:
        floor, limit = clause(self.passage, cue.first)
        pairs: Iterable[tuple[Candidate, Aim]]
        if cue.side == "both":
            pairs = self._mutual(cue, cast, floor, limit)
        elif cue.side == "after":
            limit = self.passage.bounds(cue.first)[1]
            actors = cast.after(cue.last, limit)
            found = aims.of(cue, actors, (floor, limit)) if actors else []
            is_told = cue.role != "signatory" or any(aim.span for aim in found)
            pairs = product(actors, found) if is_told or len(actors) == 1 else _peers(actors)
        else:
            actors = cast.before(cue.first, floor)
            found = aims.of(cue, actors, (floor, limit)) if actors else []
            ends = [aim.span[1] for aim in found if aim.span]
            company = cast.company(max(ends), limit) if ends else []
            pairs = product([*actors, *company], found)
        for actor, aim in pairs:
            yield actor, self._act(actor, cue, aim, (floor, limit))

    def _act(self, actor: Candidate, cue: Cue, aim: Aim, within: Span) -> Act:
        spans = [(actor.first, actor.last), (cue.first, cue.last)]
        spans += [aim.span] if aim.span else []
        keep = min(s[0] for s in spans), max(s[1] for s in spans)
        return Act(
            participant=actor.key or Key(""),
            role=cue.role,
            relation=aim.relation,
            target=aim.key,
            status=status(self.passage, within, (cue.first, cue.last)),
            clause=(min(within[0], keep[0]), max(within[1], keep[1])),
            keep=keep,
            confidence=aim.confidence,
        )

    def _mutual(
        self, cue: Cue, cast: Cast, floor: int, limit: int
    ) -> Iterable[tuple[Candidate, Aim]]:
        """Answer the bodies that do something with each other: "A and B signed an MoU with C"."""
        bodies = cast.before(cue.first, floor)
        others = self._with(cue, cast, limit)
        if not others:
            return _peers(bodies)
        return product(bodies, [Aim.of(other, SURE, is_peer=True) for other in others])

    def _with(self, cue: Cue, cast: Cast, limit: int) -> Sequence[Candidate]:
        """Answer the bodies that a cue says something is done with: "signed an MoU with"."""
        for index in range(cue.last - 1, min(limit, cue.last + _MOST_BEFORE_WITH)):
            if self.passage.has("small.with", index):
                return cast.after(index + 1, limit)
        return []


def _peers(bodies: Sequence[Candidate]) -> Iterator[tuple[Candidate, Aim]]:
    """Answer each body with each other once."""
    for one, other in combinations(bodies, 2):
        yield one, Aim.of(other, SURE, is_peer=True)


def _is_new(act: Act, seen: set[Told]) -> bool:
    """Answer whether an act is of two things and was not told before; note that it was."""
    ends = (act.participant, act.target)
    if act.relation == "with" and act.role in _MUTUAL:
        ends = (min(ends), max(ends))
    told = (*ends, act.role)
    if act.participant == act.target or told in seen:
        return False
    seen.add(told)
    return True
