"""Who and what stands around a cue: lists of bodies, and the things that bodies take part in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from kg.extract.moods import governed
from kg.extract.names.candidate import Candidate, Names
from kg.extract.names.lists import after_bracket, separated
from kg.extract.passage import Passage
from kg.extract.roles.cues import cues
from kg.extract.roles.members import Members

ACTORS: Final = frozenset({"Organisation", "Network"})
SHARED: Final = frozenset({"Programme", "Network", "Event"})
_NOT_SHARED: Final[Mapping[str, tuple[str, ...]]] = {
    "Programme": ("document.programme",),
    "Event": ("disaster.event",),
}
_MOST_AWAY: Final = 2
_MOST_BEFORE: Final = 3


@dataclass(frozen=True, slots=True)
class Cast:
    """The names of a passage that can take part, and those that can be taken part in."""

    passage: Passage
    names: Names
    members: Members
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
        found = Members(passage, starting, begin, inside)
        beside = frozenset(c.first for c in acts if passage.has("small.with", c.last - 1))
        givers = frozenset(
            n.first for n in names if n.type == "Programme" and _finances(passage, n)
        )
        return cls(passage, names, found, beside, starting, ending, givers)

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
        for first, last in self.members.spans(index, limit):
            found += self._bodies(first, last, limit)
        return found

    def is_comma(self, index: int) -> bool:
        """Answer whether a comma stands at a token."""
        return index < len(self.passage.tokens) and self.passage.tokens[index].word == ","

    def end(self, index: int, limit: int) -> int:
        """Answer where the list ends that begins at a token, unnamed members included."""
        found = self.members.spans(index, limit)
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

    def _nearest(self, index: int, floor: int) -> int | None:
        """Answer where the last body before a token ends; small words and verbs may stand between."""
        verb = governed(self.passage, index, floor)
        at, away = verb.start if verb.moods else index, 0
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

    def is_shared(self, name: Candidate) -> bool:
        """Answer whether one can take part in a thing: not in a document, nor in a disaster."""
        if name.type not in SHARED or name.first in self.givers:
            return False
        kinds = _NOT_SHARED.get(name.type, ())
        tokens = range(name.first - _MOST_BEFORE * (name.type == "Event"), name.last)
        return not any(self.passage.signs.begins(kind, at) for kind in kinds for at in tokens)

    def is_programme(self, name: Candidate) -> bool:
        """Answer whether a name is that of a programme that one can take part in."""
        return name.type == "Programme" and self.is_shared(name)

    def shared_before(self, index: int, floor: int) -> Candidate | None:
        """Answer the nearest thing to take part in that ends before a token."""
        within = self.names.within(floor, index)
        found = [n for n in within if self.is_shared(n) and n.last <= index]
        return max(found, key=lambda n: (n.last, n.length), default=None)

    def shared_after(self, index: int, limit: int) -> Candidate | None:
        """Answer the nearest thing to take part in that begins after a token."""
        found = [n for n in self.names.within(index, limit) if self.is_shared(n)]
        return min(found, key=lambda n: (n.first, -n.length), default=None)


def _finances(passage: Passage, name: Candidate) -> bool:
    """Answer whether a name stands behind "financed by" and the like."""
    at = name.first - passage.has("small.article", name.first - 1)
    ends = (passage.signs.ends("participation.funder.after", end) for end in (name.first, at))
    return any(first is not None and not passage.has("refers.owner", first - 1) for first in ends)
