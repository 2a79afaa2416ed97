"""The members of lists that take part: "UN Women, three banks and the Ministry of Health"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from kg.extract.names.candidate import Candidate
from kg.extract.names.lists import members, separated
from kg.extract.passage import Passage, Span

_MOST_GENERIC: Final = 8
_APOSTROPHES: Final = frozenset({"'", "\u2019"})


@dataclass(frozen=True, slots=True)
class Members:
    """Finds the members of lists: names, or a few words for unnamed ones."""

    passage: Passage
    starting: Mapping[int, Candidate]
    """The names by their first token."""
    cues: frozenset[int]
    """Where the cues begin that tell of another act; those of partners may stand within a list."""
    inside: frozenset[int]
    """The tokens of the cues that tell of another act."""

    def spans(self, start: int, limit: int) -> Iterator[Span]:
        """Answer the members of the list that begins at a token."""
        return members(self.passage, start, limit, lambda at: self._end(at, limit))

    def _end(self, index: int, limit: int) -> int | None:
        """Answer where a member ends, or None where none begins."""
        passage = self.passage
        if name := self.starting.get(index):
            return name.last
        if behind := passage.signs.begins("list.as", index):
            return self._apposition(behind[0], limit)
        is_small = passage.has("never.word", index) and not passage.has("number.units", index)
        if is_small or index in self.inside:
            return None
        return self._unnamed(index, limit)

    def _apposition(self, index: int, limit: int) -> int | None:
        """Answer where the words end that say what the member before is: ", as lead agency,"."""
        near = range(index, min(limit, index + _MOST_GENERIC))
        return next((at for at in near if self.passage.tokens[at].word == ","), None)

    def _unnamed(self, index: int, limit: int) -> int | None:
        """Answer where the words for unnamed partners end, with the names right behind them."""
        passage = self.passage
        for at in range(index, min(limit, index + _MOST_GENERIC)):
            if at in self.cues:
                return None
            if noun := passage.signs.begins("group.noun", at):
                return self._after_noun(noun[0])
            if at in self.starting:
                return self.starting[at].last
            if separated(passage, at):
                return at if at > index else None
            if passage.signs.begins("refers.relative", at) or not _is_word(passage, at):
                return None
        return None

    def _after_noun(self, at: int) -> int:
        """Answer where unnamed partners end: their names may stand right behind the noun."""
        name = self.starting.get(at)
        return name.last if name else at


def _is_word(passage: Passage, index: int) -> bool:
    word = passage.tokens[index].word
    return word[0].isalnum() or word in _APOSTROPHES
