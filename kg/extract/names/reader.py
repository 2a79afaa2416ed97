"""All names of a passage: candidates of every kind, what of them stays, and what things they name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from kg.extract.gazetteer import Gazetteer, Hit
from kg.extract.names import abbreviated, listed
from kg.extract.names.apposed import apposed
from kg.extract.names.belonging import belonging
from kg.extract.names.bodies import Offices, bodies
from kg.extract.names.branches import branches
from kg.extract.names.branded import branded
from kg.extract.names.candidate import Candidate, Names, Origin, settled
from kg.extract.names.chunks import Chunks
from kg.extract.names.dated import dated
from kg.extract.names.donors import donors
from kg.extract.names.guessed import guessed
from kg.extract.names.headed import headed
from kg.extract.names.identities import identified
from kg.extract.names.introduced import introduced
from kg.extract.names.known import known
from kg.extract.names.marks import marks
from kg.extract.names.memory import Memory
from kg.extract.names.namesakes import is_namesake, is_unnamed
from kg.extract.names.numbered import numbered
from kg.extract.names.places import Places
from kg.extract.names.shared import shared
from kg.extract.names.suffixed import suffixed
from kg.extract.passage import Passage
from kg.extract.tokens import is_acronym, is_capital
from kg.identity import keys
from kg.records import Context

_ROLES: Final = (
    "lead",
    "funder",
    "implementer",
    "supporter",
    "host",
    "signatory",
    "partner",
    "beneficiary",
)
_LEAST_TITLE: Final = 4
"""From this many tokens on, a title that is written small within is no chance phrase."""
_AFTER: Final = tuple(f"participation.{role}.after" for role in (*_ROLES, "member"))
_BEFORE: Final = tuple(f"participation.{role}.before" for role in (*_ROLES, "member"))


class Draft(NamedTuple):
    """What rules and registers tell of the names of a passage, before others are guessed."""

    chunks: Chunks
    places: Places
    names: list[Candidate]
    strangers: frozenset[int] = frozenset()
    """Where persons and rivers begin that are called as a place is."""


@dataclass(slots=True)
class NameReader:
    """Reads the names of a section, passage by passage."""

    gazetteer: Gazetteer
    context: Context

    def read(self, passage: Passage, memory: Memory) -> Names:
        """Answer the names of a passage in order, with the keys of what they name."""
        draft = self.draft(passage, memory)
        found = settled([*draft.names, *guessed(draft.chunks, draft.names)])
        strangers, shorts = draft.strangers, memory.shorts
        chosen = Names.of(c for c in found if not is_unnamed(passage, c, strangers, shorts))
        named = list(identified(chosen, memory, draft.places))
        named += _later(passage, memory, named)
        return Names.of(branded(passage, list(belonging(passage, settled(named)))))

    def draft(self, passage: Passage, memory: Memory) -> Draft:
        """Answer the names that rules and registers tell, and where others may begin and end."""
        found = self.gazetteer.find(passage)
        hits = [hit for hit in found if not is_namesake(passage, hit)]
        by_token: dict[int, Hit] = {}
        for hit in sorted(hits, key=lambda h: h.last - h.first):
            by_token.update((index, hit) for index in range(hit.first, hit.last))
        chunks = Chunks(passage, by_token)
        places = Places(passage, self.gazetteer, self.context.country)
        base = list(_unless_titles(passage, list(self._base(chunks, hits, places))))
        base += abbreviated.defined(chunks, base)
        base = list(_unless_redefined(base, memory))
        base += _listed(chunks, settled(base))
        strangers = frozenset(hit.first for hit in found if hit not in hits)
        return Draft(chunks, places, list(donors(passage, settled(base))), strangers)

    def _base(self, chunks: Chunks, hits: Sequence[Hit], places: Places) -> Iterator[Candidate]:
        passage = chunks.passage
        yield from known(passage, hits, places)
        yield from shared(chunks)
        yield from headed(chunks)
        yield from suffixed(chunks)
        yield from dated(passage)
        yield from numbered(passage)
        yield from introduced(chunks)
        yield from apposed(chunks)
        yield from marks(chunks)
        yield from branches(chunks, hits)
        yield from bodies(chunks, self.context, self.gazetteer.demonyms)
        yield from Offices(chunks, hits, self.gazetteer, self.context).all()


def _later(passage: Passage, memory: Memory, named: Sequence[Candidate]) -> Iterator[Candidate]:
    """Answer the later uses of names by abbreviations and short forms."""
    taken = _tokens(named)
    for index, token in enumerate(passage.tokens):
        if index in taken or token.word in memory.shorts or not is_acronym(token.word):
            continue
        owner = memory.by_initials(token.word)
        if owner and not passage.has("common.abbreviation", index):
            memory.shorts[token.word] = owner
    for use in _same_event(passage, named):
        if taken.isdisjoint(range(use.first, use.last)):
            yield use
    for use in abbreviated.uses(passage, memory.shorts):
        if taken.isdisjoint(range(use.first, use.last)):
            yield use


def _same_event(passage: Passage, named: Sequence[Candidate]) -> Iterator[Candidate]:
    """Answer where an event is called by its noun alone, once it was named: "the earthquake"."""
    known: dict[str, Candidate] = {}
    for event in named:
        if event.type == "Event":
            for index in range(event.first, event.last):
                if passage.signs.begins("lower.event", index):
                    known.setdefault(passage.fold(index), event)
    for first, last, _ in passage.signs.all("lower.event"):
        owner = known.get(passage.fold(first))
        is_later = owner is not None and owner.last <= first and last - first == 1
        if owner and is_later and passage.has("small.article", first - 1):
            yield abbreviated.use_of(owner, passage, first, last)


def _unless_titles(passage: Passage, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Answer the candidates but titles of activities that mean something else in the text.

    An alliance may be what an activity is called after, and is still none itself; and who writes
    "Gender equality" with one capital names no activity of this title.
    """
    bodies = {(c.first, c.last) for c in candidates if c.type in {"Organisation", "Network"}}
    for candidate in candidates:
        first, last = candidate.first, candidate.last
        is_title = candidate.key is not None and keys.kind(candidate.key) == "activity"
        begin = first + passage.has("small.article", first)
        is_phrase = last - first < _LEAST_TITLE and not any(
            is_capital(token.word) for token in passage.tokens[first + 1 : last]
        )
        if not (is_title and (is_phrase or {(first, last), (begin, last)} & bodies)):
            yield candidate


def _unless_redefined(candidates: Sequence[Candidate], memory: Memory) -> Iterator[Candidate]:
    """Answer the candidates but known abbreviations to which the text gives a meaning of its own."""
    own = {c.short: c.key for c in candidates if c.short} | {
        short: owner.key for short, owner in memory.shorts.items()
    }
    for candidate in candidates:
        is_known = candidate.origin is Origin.KNOWN
        if not is_known or own.get(candidate.label, candidate.key) == candidate.key:
            yield candidate


def _listed(chunks: Chunks, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    taken = _tokens(chosen)
    found = list(listed.partners(chunks, taken, _AFTER))
    found += listed.actors(chunks, taken, _BEFORE)
    found += listed.siblings(chunks, taken | _tokens(found), chosen)
    found += listed.forerunners(chunks, taken | _tokens(found), chosen)
    found += listed.places(chunks, taken | _tokens(found))
    yield from found
    yield from listed.neighbours(chunks, taken | _tokens(found), chosen)


def _tokens(candidates: Sequence[Candidate]) -> frozenset[int]:
    return frozenset(i for c in candidates for i in range(c.first, c.last))
