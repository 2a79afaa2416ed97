"""Bodies that act within a programme: "Under the Water Programme, the Ministry trained guards"."""

from collections.abc import Iterator
from typing import Final

from kg.extract.names.candidate import Candidate, Names
from kg.extract.passage import Passage
from kg.extract.roles.cast import ACTORS, Cast
from kg.extract.roles.cues import Cue

_NEAR: Final = 4


def framed(
    passage: Passage, cast: Cast, names: Names
) -> Iterator[tuple[Candidate, Candidate, Cue]]:
    """Answer a body, the programme within which it acts, and the words that say so."""
    for first, last, _ in passage.signs.all("frame.programme"):
        floor, limit = passage.bounds(first)
        near = names.within(last, min(limit, last + _NEAR))
        programme = next((name for name in near if name.type == "Programme"), None)
        if programme is None or not _is_next(passage, last, programme.first):
            continue
        for actor in _actors(passage, cast, names, (floor, first), (programme.last, limit)):
            yield actor, programme, Cue(first, last, "partner", "after")


def _is_next(passage: Passage, at: int, first: int) -> bool:
    """Answer whether nothing but words in small letters stands between: "the global"."""
    words = (passage.tokens[index].word for index in range(at, first))
    return all(word.islower() or not word.isalnum() for word in words)


def _actors(
    passage: Passage, cast: Cast, names: Names, before: tuple[int, int], after: tuple[int, int]
) -> list[Candidate]:
    """Answer the bodies that a sentence tells of: at its beginning, or behind a fronted frame."""
    floor, cue = before
    at, limit = after
    if at < limit and not names.within(floor, cue):
        return cast.listed(at + (passage.tokens[at].word == ","), limit)
    begin = next((name for name in names.within(floor, cue) if name.type in ACTORS), None)
    is_subject = begin is not None and all(
        passage.has("small.article", index) for index in range(floor, begin.first)
    )
    return cast.listed(begin.first, cue) if begin and is_subject else []
