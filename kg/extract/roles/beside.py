"""Bodies with whom the subject of a sentence does something: "A trained 300 women with B and C"."""

from collections.abc import Iterator
from typing import Final

from kg.extract.names.candidate import Candidate, Names
from kg.extract.passage import Passage
from kg.extract.roles.cast import Cast
from kg.extract.roles.cues import Cue
from kg.extract.roles.joint import is_verb, subjects

_MOST_AWAY: Final = 3


def beside(
    passage: Passage, cast: Cast, names: Names
) -> Iterator[tuple[Candidate, Candidate, Cue]]:
    """Answer each body behind the "with" of a sentence, and each that is its subject."""
    for begin, limit in subjects(passage, cast, names):
        end = cast.end(begin.first, limit)
        if not is_verb(passage, end, limit):
            continue
        at = next((n for n in range(end, limit) if passage.has("small.with", n)), limit)
        for body in _company(passage, cast, names, (end, at, limit)):
            for actor in cast.listed(begin.first, end):
                yield body, actor, Cue(at, at + 1, "partner", "after")


def _company(
    passage: Passage, cast: Cast, names: Names, span: tuple[int, int, int]
) -> list[Candidate]:
    """Answer the bodies behind a "with", unless another has come before or who does it may."""
    end, at, limit = span
    is_told = any(cast.acts(name) for name in names.within(end, at))
    is_other = any(passage.signs.begins("refers.relative", n) for n in range(end, at))
    found = [] if is_told or is_other else cast.company(at, limit)
    return found if found and _company_at(passage, found[0]) == at else []


def _company_at(passage: Passage, body: Candidate) -> int | None:
    """Answer where the "with" stands that a body follows at once, but for an article."""
    at = body.first - 1
    while at > body.first - _MOST_AWAY and (
        passage.has("small.article", at) or passage.fold(at) == "'"
    ):
        at -= 1
    return at if passage.has("small.with", at) else None
