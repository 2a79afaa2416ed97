"""Who and what stands around a cue: lists of bodies, and the things that bodies take part in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kg.extract.names.candidate import Candidate, Names
from kg.extract.names.lists import after_bracket, members, separated
from kg.extract.passage import Passage, Span
from kg.extract.roles.cues import Cue, cues

ACTORS: Final = frozenset({"Organisation", "Network"})
SHARED: Final = frozenset({"Programme", "Network", "Event"})
_NOT_SHARED: Final[Mapping[str, tuple[str, ...]]] = {
    "Programme": ("document.programme",),
    "Event": ("disaster.event",),
}
_APPOSED: Final = frozenset({"member", "partner", "lead"})
_MOST_GENERIC: Final = 8
_MOST_AWAY: Final = 2
_MOST_RELATIVE: Final = 3


@dataclass(frozen=True, slots=True)
class Cast:
    """The names of a passage that can take part, and those that can be taken part in."""

    passage: Passage
    names: Names
    cues: frozenset[int]
    """Where the cues begin that tell of another act; those of partners may stand within a list."""
    inside: frozenset[int]
    """The tokens of the cues that tell of another act."""
    beside: frozenset[int]
    """Where the cues begin that tell with whom something is done."""
    starting: Mapping[int, Candidate]
    ending: Mapping[int, Candidate]
    givers: frozenset[int]
    """Where programmes begin that act: "financed by the Joint Fund"."""

    @classmethod
    def of(cls, passage: Passage, names: Names) -> "Cast":
        """Answer the cast of a passage; of names within names, the outer one counts."""
        starting: dict[int, Candidate] = {}
        ending: dict[int, Candidate] = {}
        for name in sorted(names, key=lambda n: n.length):
            starting[name.first] = name
            ending[name.last] = name
        acts = list(cues(passage))
        others = [cue for cue in acts if cue.role != "partner" and cue.side != "is"]
        begin = frozenset(cue.first for cue in others)
        inside = frozenset(at for cue in others for at in range(cue.first, cue.last))
        beside = frozenset(c.first for c in acts if passage.has("small.with", c.last - 1))
        givers = frozenset(
            n.first for n in names if n.type == "Programme" and _finances(passage, n)
        )
        return cls(passage, names, begin, inside, beside, starting, ending, givers)

    def acts(self, name: Candidate) -> bool:
        """Answer whether a name can do something: bodies can, and programmes that finance."""
        return name.type in ACTORS or name.first in self.givers

    def company(self, index: int, limit: int) -> list[Candidate]:
        """Answer the bodies in the list behind the "with" at a token, if one stands there."""
        is_with = index < limit and self.passage.has("small.with", index)
        return self.listed(index + 1, limit) if is_with else []

    def after(self, index: int, limit: int) -> list[Candidate]:
        """Answer the bodies in the list that begins at a token, and in what follows "with" it."""
        found = self.listed(index, limit)
        more = self.company(found[-1].last, limit) if found else []
        return found + [body for body in more if body not in found]

    def listed(self, index: int, limit: int) -> list[Candidate]:
        """Answer the bodies in the list that begins at a token."""
        found: list[Candidate] = []
        for first, last in members(self.passage, index, limit, _Item(self, limit)):
            found += self._bodies(first, last, limit)
        return found

    def opening(self, cue: Cue, within: Span) -> int | None:
        """Answer where the phrase ends that opens a clause: the comma in "With A and B, C built".

        A comma after "and" is no part of the list; if none is, the first comma may be, unless the
        list goes on until another one: "With A, B and C, D built".
        """
        if cue.side != "after" or any(map(self.acts, self.names.within(within[0], cue.first))):
            return None
        before = self.passage.fold(cue.first - 1)
        is_open = all(self.passage.has("small.with", at) for at in range(within[0], cue.first))
        is_next = before == "," or self.passage.has("small.and", cue.first - 1)
        if not is_open and not (is_next and self.passage.has("small.with", cue.first)):
            return None
        return self.list_end(cue.last, within[1])

    def list_end(self, start: int, limit: int) -> int | None:
        """Answer the comma that ends the list which begins at a token, if it is no part of it."""
        spans = list(members(self.passage, start, limit, _Item(self, limit)))
        if not spans:
            return None
        commas, is_joined = [], False
        for (_, last), (first, _) in pairwise(spans):
            has_and = any(self.passage.signs.begins("list.and", at) for at in range(last, first))
            if self._is_comma(last) and not has_and:
                commas.append((not is_joined, last))
            is_joined = is_joined or has_and
        is_whole = is_joined and all(is_early for is_early, _ in commas)
        closed = self._closed(spans[-1][1], limit) if is_whole or not commas else None
        return closed if closed is not None else min(commas, default=(True, None))[1]

    def agents(self, cue: Cue, limit: int) -> list[Candidate]:
        """Answer the bodies behind a passive, without the subject that a comma parts: "by A, B built"."""
        found = self.listed(cue.last, limit)
        last = found[-1].last if found else limit
        goes_on = last < limit and self.passage.tokens[last].word.islower()
        has_and = any(self.passage.signs.begins("list.and", at) for at in range(cue.last, last))
        is_two = len(found) > 1 and goes_on and not has_and and self._is_comma(found[-2].last)
        return found[:-1] if is_two else found

    def _closed(self, end: int, limit: int) -> int | None:
        """Answer where a comma closes a list, be it behind a sum: "by A and B up to 5 million, C"."""
        for at in range(end, min(limit, end + _MOST_GENERIC)):
            if self._is_comma(at):
                return at
            acts = at in self.starting and self.acts(self.starting[at])
            if acts or self.passage.signs.begins("act.auxiliary", at):
                return None
        return None

    def _is_comma(self, index: int) -> bool:
        return index < len(self.passage.tokens) and self.passage.tokens[index].word == ","

    def end(self, index: int, limit: int) -> int:
        """Answer where the list ends that begins at a token, unnamed members included."""
        found = members(self.passage, index, limit, _Item(self, limit))
        return max((last for _, last in found), default=index)

    def _bodies(self, first: int, last: int, limit: int) -> Iterator[Candidate]:
        """Answer the body at a member of a list, and those named in the brackets behind it."""
        name = self.starting.get(first) or self.ending.get(last)
        if name is None or not self.acts(name):
            return
        yield name
        if last < limit and self.passage.tokens[last].word == "(":
            end = after_bracket(self.passage, last, limit)
            for index in range(last + 1, end):
                inner = self.starting.get(index)
                if inner and inner.type in ACTORS:
                    yield inner

    def goes_on(self, name: Candidate) -> bool:
        """Answer whether a name goes on a list of bodies: it acts, and is not acted on."""
        found = self._previous(name.first, self.passage.bounds(name.first)[0])
        return name.type == "Network" and found is not None and found.type in ACTORS

    def subjects(self, index: int, floor: int) -> list[Candidate]:
        """Answer who does what a verb tells, those with whom it is done among them.

        "A and B, in partnership with C, supported": A, B and C.
        """
        is_inserted = index - 1 > floor and self._is_comma(index - 1)
        said = self.passage.signs.ends("participation.lead.is", index - 1)
        if is_inserted and said and self._is_comma(said - 1):
            return self.before(said - 1, floor)
        found = self.before(index - is_inserted, floor)
        if not found:
            return []
        at = found[0].first - self.passage.has("small.article", found[0].first - 1)
        cue = next(
            (
                first
                for end in (found[0].first, at)
                if (first := self.passage.signs.ends("participation.partner.after", end))
                is not None
            ),
            None,
        )
        if cue is None or cue <= floor or not self._is_comma(cue - 1):
            return [] if is_inserted else found
        return [*self.before(cue - 1, floor), *found]

    def before(self, index: int, floor: int) -> list[Candidate]:
        """Answer the bodies in the list that ends before a token, but for a few words."""
        at = self._nearest(index, floor)
        if at is None:
            return []
        found = [self.ending[at]]
        while found[0].first > floor:
            before = self._previous(found[0].first, floor)
            if before is None:
                break
            found.insert(0, before)
        return [name for name in found if name.type in ACTORS]

    def inverted(self, cue: Cue, within: Span) -> tuple[list[Candidate], Candidate] | None:
        """Answer who does what in "el programa que ejecuta la Cruz Roja": bodies after the verb."""
        at = cue.first - 1
        at -= self.passage.fold(at) == "'"
        if cue.side != "before" or not self.passage.has("refers.object", at):
            return None
        actors = self.listed(cue.last, within[1])
        target = self.antecedent(at, within[0])
        return (actors, target) if target and actors else None

    def relative(self, start: int, floor: int) -> int | None:
        """Answer where a relative pronoun stands before a token: "which the Union finances"."""
        signs = self.passage.signs
        near = range(start - 1, max(floor, start - _MOST_RELATIVE) - 1, -1)
        return next((at for at in near if signs.begins("refers.relative", at)), None)

    def antecedent(self, relative: int, floor: int) -> Candidate | None:
        """Answer what a relative pronoun is about: what stands before it, or before the first of two."""
        at = relative
        kinds = ("small.of", "small.to", "small.in", "small.article", "small.and")
        while at > floor and (
            any(self.passage.has(kind, at - 1) for kind in kinds) or self._is_comma(at - 1)
        ):
            at -= 1
        name = self.ending.get(at)
        if name and (name.type in ACTORS or self._is_shared(name)):
            return name
        earlier = [n for n in range(floor, at) if self.passage.has("refers.object", n)]
        is_further = self.passage.has("small.and", at) or self.passage.has("small.and", at - 1)
        return self.antecedent(earlier[0], floor) if is_further and earlier else None

    def apposed(self, cue: Cue, floor: int) -> list[Candidate]:
        """Answer the body of which an insertion says what it is: "Anta, a member of the Forum"."""
        at = cue.first - 1
        if cue.role not in _APPOSED or at <= floor or self.passage.tokens[at].word != ",":
            return []
        name = self.ending.get(at)
        return [name] if name and name.type in ACTORS else []

    def _nearest(self, index: int, floor: int) -> int | None:
        """Answer where the last body before a token ends; small words and verbs may stand between."""
        at, away = index, 0
        while at > floor:
            name = self.ending.get(at)
            if name:
                return at if name.type in ACTORS else None
            if self.passage.signs.begins("act.auxiliary", at - 1):
                at -= 1
                continue
            if away == _MOST_AWAY or not self.passage.tokens[at - 1].word[0].isalpha():
                return None
            at, away = at - 1, away + 1
        return None

    def _previous(self, first: int, floor: int) -> Candidate | None:
        """Answer the member of a list before one that begins at a token."""
        at, is_member = first, False
        while at > floor:
            if name := self.ending.get(at):
                return name if is_member and name.type in ACTORS | {"Place"} else None
            if separated(self.passage, at - 1) == at:
                is_member = True
            elif not self._is_between(at - 1):
                return None
            at -= 1
        return None

    def _is_between(self, index: int) -> bool:
        """Answer whether a word may stand behind or before a member: "the ... agency"."""
        passage = self.passage
        is_noun = passage.tokens[index].word.islower() and passage.has("head.organisation", index)
        return is_noun or passage.has("list.small", index)

    def _is_shared(self, name: Candidate) -> bool:
        """Answer whether one can take part in a thing: not in a document, nor in a disaster."""
        if name.type not in SHARED or name.first in self.givers:
            return False
        kinds = _NOT_SHARED.get(name.type, ())
        tokens = range(name.first - _MOST_RELATIVE * (name.type == "Event"), name.last)
        return not any(self.passage.signs.begins(kind, at) for kind in kinds for at in tokens)

    def is_programme(self, name: Candidate) -> bool:
        """Answer whether a name is that of a programme that one can take part in."""
        return name.type == "Programme" and self._is_shared(name)

    def shared_before(self, index: int, floor: int) -> Candidate | None:
        """Answer the nearest thing to take part in that ends before a token."""
        within = self.names.within(floor, index)
        found = [n for n in within if self._is_shared(n) and n.last <= index]
        return max(found, key=lambda n: (n.last, n.length), default=None)

    def shared_after(self, index: int, limit: int) -> Candidate | None:
        """Answer the nearest thing to take part in that begins after a token."""
        found = [n for n in self.names.within(index, limit) if self._is_shared(n)]
        return min(found, key=lambda n: (n.first, -n.length), default=None)


def _finances(passage: Passage, name: Candidate) -> bool:
    """Answer whether a name stands behind "financed by" and the like."""
    at = name.first - passage.has("small.article", name.first - 1)
    ends = (passage.signs.ends("participation.funder.after", end) for end in (name.first, at))
    return any(first is not None for first in ends)


_APOSTROPHES: Final = frozenset({"'", "\u2019"})


@dataclass(frozen=True, slots=True)
class _Item:
    """Answers where a member of a list ends: a name, or a few words for unnamed ones."""

    cast: Cast
    limit: int

    def __call__(self, index: int) -> int | None:
        """Answer where a member ends, or None where none begins."""
        passage = self.cast.passage
        if name := self.cast.starting.get(index):
            return name.last
        if behind := passage.signs.begins("list.as", index):
            return self._apposition(behind[0])
        is_small = passage.has("never.word", index) and not passage.has("number.units", index)
        if is_small or index in self.cast.inside:
            return None
        return self._unnamed(index)

    def _apposition(self, index: int) -> int | None:
        """Answer where the words end that say what the member before is: ", as lead agency,"."""
        near = range(index, min(self.limit, index + _MOST_GENERIC))
        return next((at for at in near if self.cast.passage.tokens[at].word == ","), None)

    def _unnamed(self, index: int) -> int | None:
        """Answer where the words for unnamed partners end, with the names right behind them."""
        passage = self.cast.passage
        for at in range(index, min(self.limit, index + _MOST_GENERIC)):
            if at in self.cast.cues:
                return None
            if noun := passage.signs.begins("group.noun", at):
                return self._after_noun(noun[0])
            if at in self.cast.starting:
                return self.cast.starting[at].last
            if separated(passage, at):
                return at if at > index else None
            if passage.signs.begins("refers.relative", at) or not _is_word(passage, at):
                return None
        return None

    def _after_noun(self, at: int) -> int:
        """Answer where unnamed partners end: their names may stand right behind the noun."""
        name = self.cast.starting.get(at)
        return name.last if name else at


def _is_word(passage: Passage, index: int) -> bool:
    word = passage.tokens[index].word
    return word[0].isalnum() or word in _APOSTROPHES
