"""All names of a passage: candidates of every kind, what of them stays, and what things they name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kg.extract.gazetteer import Gazetteer, Hit
from kg.extract.names import abbreviated, listed
from kg.extract.names.bodies import bodies, offices
from kg.extract.names.candidate import Candidate, Origin, settled
from kg.extract.names.chunks import Chunks
from kg.extract.names.dated import dated
from kg.extract.names.donors import donors
from kg.extract.names.headed import headed
from kg.extract.names.identities import Identities
from kg.extract.names.introduced import introduced
from kg.extract.names.known import known
from kg.extract.names.places import Places
from kg.extract.names.shared import shared
from kg.extract.passage import Passage
from kg.extract.tokens import is_acronym
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
_AFTER: Final = tuple(f"participation.{role}.after" for role in _ROLES)
_BEFORE: Final = tuple(f"participation.{role}.before" for role in (*_ROLES, "member"))


@dataclass(slots=True)
class NameReader:
    """Reads the names of a section, passage by passage."""

    gazetteer: Gazetteer
    context: Context

    def read(self, passage: Passage, identities: Identities, places: Places) -> list[Candidate]:
        """Answer the names of a passage in order, with the keys of what they name."""
        hits = self.gazetteer.find(passage)
        by_token: dict[int, Hit] = {}
        for hit in sorted(hits, key=lambda h: h.last - h.first):
            by_token.update((index, hit) for index in range(hit.first, hit.last))
        chunks = Chunks(passage, by_token)
        base = list(self._base(chunks, hits, by_token, places))
        base += abbreviated.defined(chunks, base)
        base = list(_unless_redefined(base, identities))
        base += _listed(chunks, settled(base))
        chosen = settled(base)
        named = list(identities.give(list(donors(passage, chosen))))
        named += self._later(passage, identities, named)
        return sorted(settled(named), key=lambda c: (c.first, -c.last))

    def _base(
        self, chunks: Chunks, hits: Sequence[Hit], by_token: dict[int, Hit], places: Places
    ) -> Iterator[Candidate]:
        passage = chunks.passage
        yield from known(passage, hits, places)
        yield from shared(chunks)
        yield from headed(chunks)
        yield from dated(passage)
        yield from introduced(chunks)
        yield from bodies(chunks, self.context, self.gazetteer.demonyms)
        yield from offices(chunks, by_token, self.gazetteer, self.context)

    def _later(
        self, passage: Passage, identities: Identities, named: Sequence[Candidate]
    ) -> Iterator[Candidate]:
        """Answer the later uses of names by abbreviations and short forms."""
        taken = _tokens(named)
        for index, token in enumerate(passage.tokens):
            if index in taken or token.word in identities.shorts or not is_acronym(token.word):
                continue
            if owner := identities.by_initials(token.word):
                identities.shorts[token.word] = owner
        for use in abbreviated.uses(passage, identities.shorts):
            if taken.isdisjoint(range(use.first, use.last)):
                yield use


def _unless_redefined(
    candidates: Sequence[Candidate], identities: Identities
) -> Iterator[Candidate]:
    """Answer the candidates but known abbreviations to which the text gives a meaning of its own."""
    own = {c.short: c.key for c in candidates if c.short} | {
        short: owner.key for short, owner in identities.shorts.items()
    }
    for candidate in candidates:
        is_known = candidate.origin is Origin.KNOWN
        if not is_known or own.get(candidate.label, candidate.key) == candidate.key:
            yield candidate


def _listed(chunks: Chunks, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    taken = _tokens(chosen)
    found = list(listed.partners(chunks, taken, _AFTER))
    found += listed.actors(chunks, taken, _BEFORE)
    yield from found
    yield from listed.places(chunks, taken | _tokens(found))


def _tokens(candidates: Sequence[Candidate]) -> frozenset[int]:
    return frozenset(i for c in candidates for i in range(c.first, c.last))
