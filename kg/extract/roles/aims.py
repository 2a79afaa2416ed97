"""What bodies take part in, or with whom, as the clause around a cue says it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from kg.extract.names.candidate import Candidate, Names
from kg.extract.passage import Passage, Span
from kg.extract.roles.cast import ACTORS, SHARED, Cast
from kg.extract.roles.cues import Cue
from kg.extract.roles.openings import opening_of
from kg.extract.roles.references import antecedent, relative_before
from kg.records import Key

SURE, LIKELY, ANAPHORIC, GUESSED = map(Decimal, ("0.85", "0.75", "0.6", "0.5"))
_WITH_BODIES: Final = frozenset(
    {"supporter", "partner", "signatory", "beneficiary", "funder", "member", "lead", "host"}
)
_ALONE: Final = frozenset({"accountable", "beneficiary", "member"})
"""Roles that say nothing where no target is named: whoever reports is not meant."""

_OF_BODIES: Final = frozenset({"signatory", "beneficiary"})
"""Roles in what bodies do with each other."""

_PASSIVE: Final = frozenset(
    {"lead", "implementer", "funder", "host", "member", "supporter", "accountable"}
)
"""Roles that participles tell; two joined by "and" are about one thing."""

_MEMORY_TOKENS: Final = 300
"""How far back "the programme" may have been named."""

_NEAR: Final = 3
_LONGEST: Final = 30
_NOUNS: Final = ("head.event", "head.programme", "lower.event", "lower.programme")
_CALLED: Final = ("refers.programme", "refers.within", "refers.owner")


class Aim(NamedTuple):
    """What is taken part in, where it is named, and how sure that is."""

    key: Key
    relation: Literal["in", "with"]
    span: Span | None
    confidence: Decimal

    @classmethod
    def of(cls, name: Candidate, confidence: Decimal, *, is_peer: bool = False) -> "Aim":
        """Answer a name as what is taken part in, or as a peer with whom something is done."""
        key = name.key or Key("")
        is_shared = name.type in SHARED and not is_peer
        return cls(key, "in" if is_shared else "with", (name.first, name.last), confidence)


@dataclass(frozen=True, slots=True)
class Aims:
    """Finds what a cue's actors take part in; `reporter` publishes the narrative."""

    passage: Passage
    names: Names
    cast: Cast
    reporter: Key | None

    def of(self, cue: Cue, actors: Sequence[Candidate], within: Span) -> list[Aim]:
        """Answer what the actors of a cue take part in."""
        match cue.side:
            case "after":
                return self._passive(cue, actors, within)
            case "is":
                return self._predicate(cue, actors, within)
            case _:
                return self._active(cue, actors, within)

    def _passive(self, cue: Cue, actors: Sequence[Candidate], within: Span) -> list[Aim]:
        """Answer what is "funded by" actors, or done "with" them."""
        floor, limit = within
        end = max(actor.last for actor in actors)
        if cue.role not in _OF_BODIES:
            shared = (
                self._next(end, limit)
                or self.cast.shared_before(cue.first, floor)
                or self._later(end, limit)
            )
            if shared and shared not in actors:
                subject = self._subject(cue, actors, within, shared)
                return [Aim.of(body, LIKELY) for body in subject] or [Aim.of(shared, SURE)]
        bodies = self._bodies(cue, actors, within)
        if bodies and cue.role in _WITH_BODIES:
            is_peer = cue.role in _OF_BODIES
            return [Aim.of(body, LIKELY, is_peer=is_peer) for body in bodies]
        return self._unsaid(cue, floor)

    def is_unnamed(self, cue: Cue) -> bool:
        """Answer whether what a cue tells of has no name: "a webinar hosted by them"."""
        at = cue.first - 1
        while self.passage.has("act.auxiliary", at):
            at -= 1
        is_noun = any(self.passage.signs.ends(kind, at + 1) is not None for kind in _NOUNS)
        is_small = self.passage.tokens[at].word.islower() if at >= 0 else False
        is_inside = any(n.first <= at < n.last for n in self.names.within(at - _LONGEST, at + 1))
        return is_noun and is_small and not is_inside and not self._refers(at - 1, at, *_CALLED)

    def _subject(
        self, cue: Cue, actors: Sequence[Candidate], within: Span, shared: Candidate
    ) -> list[Candidate]:
        """Answer the bodies that are meant rather than a network or an event named by the way."""
        if shared.type == "Programme":
            return []
        if fronted := self._fronted(cue, actors, within):
            return fronted
        is_away = cue.first - shared.last > _NEAR and self.passage.has("small.with", cue.first)
        if shared.type != "Network" or not is_away or cue.role not in _WITH_BODIES:
            return []
        found = (n for n in self.names.within(within[0], cue.first) if n.type in ACTORS)
        return [body for body in [next(found)] if body not in actors]

    def _fronted(self, cue: Cue, actors: Sequence[Candidate], within: Span) -> list[Candidate]:
        """Answer the bodies that a clause is about which a cue opens: "With A's help, B built"."""
        opening = opening_of(self.cast, cue, within)
        if opening is None or cue.role not in _WITH_BODIES:
            return []
        found = self.cast.listed(opening + 1, within[1])
        return [body for body in found if body not in actors]

    def _later(self, end: int, limit: int) -> Candidate | None:
        """Answer what a clause goes on to name, but in no bracket: "(UNSDCF 3.2)" is a reference."""
        breaks = (at for at in range(end, limit) if self._fold(at) == ";")
        found = self.cast.shared_after(end, next(breaks, limit))
        is_reference = found is not None and self._fold(found.first - 1) == "("
        is_member = found is not None and self.cast.goes_on(found)
        return None if is_reference or is_member else found

    def _next(self, end: int, limit: int) -> Candidate | None:
        """Answer what stands right behind a list of actors: "with them, of the Alliance"."""
        found = self.cast.shared_after(end, min(limit, end + _NEAR + 1))
        return (
            found
            if found
            and self.passage.lexicon.has("inside.joins", self._fold(self._after_comma(end, limit)))
            else None
        )

    def _bodies(self, cue: Cue, actors: Sequence[Candidate], within: Span) -> list[Candidate]:
        """Answer the bodies that a clause is about: before its cue, its first ones, or after."""
        floor, limit = within
        end = max(actor.last for actor in actors)
        first = next((n for n in self.names.within(floor, cue.first) if n.type in ACTORS), None)
        found = [] if self._is_further(cue) else self.cast.before(cue.first, floor)
        found = found or (self.cast.after(first.first, cue.first) if first else [])
        found = [body for body in found if body not in actors]
        found = found or self.cast.after(self._after_comma(end, limit), limit)
        return [body for body in found if body not in actors]

    def _is_further(self, cue: Cue) -> bool:
        """Answer whether a passive goes on another: "led by ILO and bringing together unions"."""
        return cue.role in _PASSIVE and self.passage.has("small.and", cue.first - 1)

    def _active(self, cue: Cue, actors: Sequence[Candidate], within: Span) -> list[Aim]:
        """Answer what actors "lead" or "support"; in a relative clause it stands before them."""
        floor, limit = within
        shared = self.cast.shared_after(cue.last, limit)
        end = min((at for at in self.cast.beside if cue.last <= at < limit), default=limit)
        bodies = [b for b in self.cast.listed(cue.last, end) if b not in actors]
        between = range(cue.last + 1, bodies[0].first) if bodies else ()
        if any(self.passage.has("small.with", at) for at in between):
            bodies = []  # "trained 300 women with A": A does it too
        is_nearer = bool(bodies) and (not shared or bodies[0].first <= shared.first)
        if is_nearer and cue.role in _WITH_BODIES:
            return [Aim.of(body, LIKELY) for body in bodies]
        if shared and shared not in actors:
            return [Aim.of(shared, SURE)]
        start = min(actor.first for actor in actors)
        relative = relative_before(self.cast, start, floor)
        if relative is not None:
            before = antecedent(self.cast, relative, floor) or self.cast.shared_before(start, floor)
            return [Aim.of(before, SURE)] if before else []
        near = min(limit, cue.last + _NEAR)
        if self._refers(cue.last, near, *_CALLED):
            return self._last_programme(cue.first)
        return []

    def _predicate(self, cue: Cue, actors: Sequence[Candidate], within: Span) -> list[Aim]:
        """Answer what actors are said to be the lead or partners of."""
        floor, limit = within
        start = min(actor.first for actor in actors)
        shared = self.cast.shared_after(cue.last, limit) or self.cast.shared_before(start, floor)
        return [Aim.of(shared, SURE)] if shared else self._last_programme(cue.first)

    def _unsaid(self, cue: Cue, floor: int) -> list[Aim]:
        """Answer what a clause is about that does not name it: by what it refers to, else the reporter."""
        is_means = self.passage.signs.begins("frame.programme", cue.first) is not None
        if cue.role in _ALONE or is_means:
            return []
        first, last = self.passage.bounds(cue.first)
        if self._refers(floor, last, "refers.programme", "refers.within"):
            return self._last_programme(cue.first) or (
                self._reported() if cue.role == "partner" else []
            )
        if self._refers(floor, last, "refers.owner"):
            return self._last_programme(cue.first) or self._last_actor(first)
        is_agent = self.passage.has("small.agent", cue.last - 1)
        return [] if cue.role == "supporter" and is_agent else self._reported()

    def _reported(self) -> list[Aim]:
        return [Aim(self.reporter, "with", None, GUESSED)] if self.reporter else []

    def _refers(self, first: int, last: int, *kinds: str) -> bool:
        """Answer whether some tokens call something by "it", "its" or "the programme"."""
        signs = self.passage.signs
        return any(signs.begins(kind, at) for at in range(first, last) for kind in kinds)

    def _last_programme(self, index: int) -> list[Aim]:
        """Answer the programme that was last named before a token."""
        before = self.names.within(index - _MEMORY_TOKENS, index)
        programmes = [n for n in before if n.type == "Programme"]
        called = [n for n in programmes if self._is_called(n)]
        found = next(reversed(called or programmes), None)
        return [Aim.of(found, ANAPHORIC)._replace(span=None)] if found else []

    def _is_called(self, name: Candidate) -> bool:
        """Answer whether a name says that it names a programme, or a noun before it does."""
        signs = self.passage.signs
        inside = any(
            signs.begins("introduces.programme", at) for at in range(name.first, name.last)
        )
        before = (signs.ends("introduces.programme", at) for at in (name.first, name.first - 1))
        return inside or any(first is not None for first in before)

    def _last_actor(self, index: int) -> list[Aim]:
        """Answer the first body of the sentence before the one that begins at a token."""
        if index == 0:
            return []
        found = self.names.within(*self.passage.bounds(index - 1))
        actor = next((n for n in found if n.type in ACTORS), None)
        return [Aim.of(actor, ANAPHORIC)._replace(span=None)] if actor else []

    def _after_comma(self, index: int, limit: int) -> int:
        return index + 1 if index < limit and self.passage.tokens[index].word == "," else index

    def _fold(self, index: int) -> str:
        return self.passage.tokens[index].fold if index < len(self.passage.tokens) else ""
