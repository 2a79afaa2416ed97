"""The participations of a passage: each cue with who takes part, in what, and with what words."""

from collections.abc import Iterator, Sequence
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
        seen: set[tuple[Key, ParticipationRole, Key]] = set()
        acting: set[int] = set()
        for cue in cues(self.passage):
            for act in self._acts(cue, cast, aims):
                acting.update(range(*act.keep))
                if _is_new(act, seen):
                    yield act
        for one, other, cue in joint(self.passage, cast, self.names, acting):
            act = self._act(one, cue, Aim.of(other, CONFIDENCE), clause(self.passage, cue.first))
            if _is_new(act, seen):
                yield act

    def _acts(self, cue: Cue, cast: Cast, aims: Aims) -> Iterator[Act]:
        floor, limit = clause(self.passage, cue.first)
        pairs: Iterator[tuple[Candidate, Aim]]
        if cue.side == "both":
            pairs = self._mutual(cue, cast, floor, limit)
        else:
            is_after = cue.side == "after"
            limit = self.passage.bounds(cue.first)[1] if is_after else limit
            actors = cast.after(cue.last, limit) if is_after else cast.before(cue.first, floor)
            found = aims.of(cue, actors, (floor, limit)) if actors else []
            is_mutual = cue.role == "signatory" and not any(aim.span for aim in found)
            pairs = product(actors, found)
            if is_mutual and len(actors) > 1:
                pairs = ((a, Aim.of(b, SURE)) for a, b in combinations(actors, 2))
        for actor, aim in pairs:
            yield self._act(actor, cue, aim, (floor, limit))

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
    ) -> Iterator[tuple[Candidate, Aim]]:
        """Answer the bodies that do something with each other: "A and B signed an MoU with C"."""
        bodies = cast.before(cue.first, floor)
        others = self._with(cue, cast, limit)
        pairs = product(bodies, others) if others else combinations(bodies, 2)
        yield from ((one, Aim.of(other, SURE)) for one, other in pairs)

    def _with(self, cue: Cue, cast: Cast, limit: int) -> Sequence[Candidate]:
        """Answer the bodies that a cue says something is done with: "signed an MoU with"."""
        for index in range(cue.last - 1, min(limit, cue.last + _MOST_BEFORE_WITH)):
            if self.passage.has("small.with", index):
                return cast.after(index + 1, limit)
        return []


def _is_new(act: Act, seen: set[tuple[Key, ParticipationRole, Key]]) -> bool:
    """Answer whether an act is of two things and was not told before; note that it was."""
    name = (act.participant, act.role, act.target)
    if act.participant == act.target or name in seen:
        return False
    seen.add(name)
    return True
