"""Pairs that may belong together: a body and what it takes part in, or two bodies."""

from collections.abc import Iterator
from itertools import combinations
from typing import Final, Literal, NamedTuple

from kg.extract.names.candidate import Candidate, Names
from kg.extract.passage import Passage, Span
from kg.extract.roles.cast import ACTORS, Cast

Kind = Literal["in", "with", "earlier"]

_MEMORY_TOKENS: Final = 300
"""How far back the programme may have been named that a sentence goes on about."""

_MOST_BODIES: Final = 16
"""In a sentence with more of them, pairs are not told apart by their words."""


class Tie(NamedTuple):
    """A body, what it may take part in or with whom, and the sentence that names the body.

    Of the kind `earlier`, the target is the programme that was named last before the sentence.
    """

    kind: Kind
    actor: Candidate
    target: Candidate
    sentence: Span


def ties(passage: Passage, names: Names, cast: Cast) -> Iterator[Tie]:
    """Answer the pairs of each sentence that may belong together."""
    for sentence in passage.sentences:
        inside = [name for name in names.within(*sentence) if name.key]
        bodies = [name for name in inside if name.type in ACTORS]
        if not bodies or len(bodies) > _MOST_BODIES:
            continue
        shared = [name for name in inside if cast.is_shared(name)]
        yield from (Tie("in", a, b, sentence) for a in bodies for b in shared if _differ(a, b))
        single = [name for name in bodies if name.type == "Organisation"]
        pairs = ((a, b) for a, b in combinations(single, 2) if _differ(a, b))
        yield from (Tie("with", a, b, sentence) for a, b in pairs)
        if not any(name.type == "Programme" for name in shared):
            near = names.within(max(0, sentence[0] - _MEMORY_TOKENS), sentence[0])
            last = next((name for name in reversed(near) if cast.is_programme(name)), None)
            yield from (Tie("earlier", body, last, sentence) for body in bodies if last)


def _differ(one: Candidate, other: Candidate) -> bool:
    return one.key != other.key and not one.meets(other)
