"""The participations of a passage: each cue with who takes part, in what, and with what words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import Final, Literal, NamedTuple

from kg.extract.names.candidate import Candidate
from kg.extract.passage import Passage, Span
from kg.extract.roles.cast import ACTORS, SHARED, Cast
from kg.extract.roles.clauses import clause, status
from kg.extract.roles.cues import Cue, cues
from kg.records import ActStatus, Key, ParticipationRole

_SURE, _LIKELY, _GUESSED, _ANAPHORIC = map(Decimal, ("0.85", "0.75", "0.5", "0.6"))
_WITH_BODIES: Final = frozenset(
    {"supporter", "partner", "signatory", "beneficiary", "funder", "member", "lead", "host"}
)
_PROGRAMME_FIRST: Final = frozenset(
    {"lead", "funder", "implementer", "host", "supporter", "partner", "accountable", "extending"}
)


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


class Aim(NamedTuple):
    """What is taken part in, and how sure that is."""

    key: Key
    relation: Literal["in", "with"]
    span: Span | None
    confidence: Decimal


@dataclass(slots=True)
class RoleReader:
    """Reads the participations of a passage; `reporter` is who publishes the narrative."""

    passage: Passage
    names: Sequence[Candidate]
    reporter: Key | None

    def read(self) -> Iterator[Act]:
        """Answer the participations of the passage, each once."""
        cast = Cast.of(self.passage, self.names)
        seen: set[tuple[Key, ParticipationRole, Key]] = set()
        for cue in cues(self.passage):
            for act in self._acts(cue, cast):
                name = (act.participant, act.role, act.target)
                if act.participant != act.target and name not in seen:
                    seen.add(name)
                    yield act

    def _acts(self, cue: Cue, cast: Cast) -> Iterator[Act]:
        floor, limit = clause(self.passage, cue.first)
        if cue.side == "both":
            yield from self._mutual(cue, cast, floor, limit)
            return
        is_after = cue.side == "after"
        actors = cast.after(cue.last, limit) if is_after else cast.before(cue.first, floor)
        aims = self._aims(cue, actors, cast, (floor, limit)) if actors else []
        for actor in actors:
            for aim in aims:
                yield self._act(actor, cue, aim, (floor, limit))

    def _act(self, actor: Candidate, cue: Cue, aim: Aim, within: Span) -> Act:
        spans = [
            (actor.first, actor.last),
            (cue.first, cue.last),
            *([aim.span] if aim.span else []),
        ]
        keep = min(s[0] for s in spans), max(s[1] for s in spans)
        whole = min(within[0], keep[0]), max(within[1], keep[1])
        return Act(
            participant=_key(actor),
            role=cue.role,
            relation=aim.relation,
            target=aim.key,
            status=status(self.passage, within, (cue.first, cue.last)),
            clause=whole,
            keep=keep,
            confidence=aim.confidence,
        )

    def _aims(self, cue: Cue, actors: Sequence[Candidate], cast: Cast, within: Span) -> list[Aim]:
        if cue.side == "after":
            return self._aims_before(cue, actors, cast, *within)
        if cue.side == "is":
            return self._aims_named(cue, actors, cast, *within)
        return self._aims_after(cue, actors, cast, *within)

    def _aims_before(
        self, cue: Cue, actors: Sequence[Candidate], cast: Cast, floor: int, limit: int
    ) -> list[Aim]:
        """Answer what the clause says is "funded by" and the like."""
        end = max(actor.last for actor in actors)
        if cue.role in _PROGRAMME_FIRST:
            shared = cast.shared_before(cue.first, floor) or cast.shared_after(end, limit)
            if shared and shared not in actors:
                return [_aim(shared, _SURE)]
        bodies = cast.before(cue.first, floor) or self._subject(cast, cue, floor)
        bodies = [b for b in bodies if b not in actors] or cast.after(
            _after_comma(self.passage, end, limit), limit
        )
        if bodies and cue.role in _WITH_BODIES:
            return [_aim(body, _LIKELY) for body in bodies if body not in actors]
        return self._fallback(cue, floor)

    def _subject(self, cast: Cast, cue: Cue, floor: int) -> list[Candidate]:
        """Answer the bodies that a clause begins with."""
        first = next(
            (n for n in self.names if floor <= n.first < cue.first and n.type in ACTORS), None
        )
        return cast.before(first.last, floor) if first else []

    def _aims_after(
        self, cue: Cue, actors: Sequence[Candidate], cast: Cast, floor: int, limit: int
    ) -> list[Aim]:
        """Answer what bodies "lead" or "support"; before them in a relative clause."""
        shared = cast.shared_after(cue.last, limit)
        bodies = cast.after(cue.last, limit)
        if bodies and cue.role in _WITH_BODIES and (not shared or bodies[0].first <= shared.first):
            return [_aim(body, _LIKELY) for body in bodies if body not in actors]
        if shared and shared not in actors:
            return [_aim(shared, _SURE)]
        start = min(actor.first for actor in actors)
        if _is_relative(self.passage, start, floor):
            before = cast.shared_before(start, floor)
            return [_aim(before, _SURE)] if before else []
        if self._refers(cue.last, limit):
            return self._last_programme(cue.first)
        return []

    def _aims_named(
        self, cue: Cue, actors: Sequence[Candidate], cast: Cast, floor: int, limit: int
    ) -> list[Aim]:
        """Answer what bodies are said to be the lead or partners of."""
        shared = cast.shared_after(cue.last, limit)
        start = min(actor.first for actor in actors)
        before = cast.shared_before(start, floor)
        if shared or before:
            return [_aim(found, _SURE) for found in (shared or before,) if found]
        return self._last_programme(cue.first)

    def _mutual(self, cue: Cue, cast: Cast, floor: int, limit: int) -> Iterator[Act]:
        """Answer that bodies do something with each other: "A and B signed an MoU"."""
        for one, other in combinations(cast.before(cue.first, floor), 2):
            yield self._act(one, cue, _aim(other, _SURE), (floor, limit))

    def _refers(self, index: int, limit: int) -> bool:
        signs = self.passage.signs
        return any(
            signs.begins(kind, at)
            for at in range(index, min(limit, index + 3))
            for kind in ("refers.programme", "refers.within")
        )

    def _last_programme(self, index: int) -> list[Aim]:
        """Answer the programme that was last named before a token."""
        found = [n for n in self.names if n.type == "Programme" and n.last <= index]
        return [_aim(found[-1], _ANAPHORIC)._replace(span=None)] if found else []

    def _fallback(self, cue: Cue, floor: int) -> list[Aim]:
        """Answer the programme in focus, where the clause refers to it, else who reports."""
        limit = self.passage.bounds(cue.first)[1]
        refers = any(
            self.passage.signs.begins("refers.programme", at) for at in range(floor, limit)
        )
        if refers and (aims := self._last_programme(cue.first)):
            return aims
        return [Aim(self.reporter, "with", None, _GUESSED)] if self.reporter else []


def _key(name: Candidate) -> Key:
    return name.key or Key("")


def _aim(name: Candidate, confidence: Decimal) -> Aim:
    relation: Literal["in", "with"] = "in" if name.type in SHARED else "with"
    return Aim(_key(name), relation, (name.first, name.last), confidence)


def _after_comma(passage: Passage, index: int, limit: int) -> int:
    return index + 1 if index < limit and passage.tokens[index].word == "," else index


def _is_relative(passage: Passage, start: int, floor: int) -> bool:
    """Answer whether a relative clause begins before a token: "which the Union finances"."""
    words = {passage.tokens[index].fold for index in range(max(floor, start - 3), start)}
    return bool(words & {"which", "that", "que", "qui", "whom", "cual"})
