"""Bodies that are called by their noun alone, once they were named: "the Ministry", "la Coalition"."""

from collections.abc import Iterator
from typing import Final

from kg.extract.names.abbreviated import use_of
from kg.extract.names.candidate import Candidate, Names
from kg.extract.passage import Passage
from kg.extract.tokens import is_capital

_NOUNS: Final = ("head.organisation", "head.network")
_BODIES: Final = frozenset({"Organisation", "Network"})


def called(passage: Passage, names: Names) -> Names:
    """Answer the names of a passage, and where a noun alone stands for the last body it is of.

    For who takes part it matters who is meant; a name such a noun is none.
    """
    return Names.of([*names, *_called(passage, names)])


def _called(passage: Passage, names: Names) -> Iterator[Candidate]:
    held = frozenset(at for name in names for at in range(name.first, name.last))
    bodies = [name for name in names if name.type in _BODIES and name.key]
    for kind in _NOUNS:
        for first, last, _ in passage.signs.all(kind):
            if first in held or not _stands_alone(passage, first, last):
                continue
            if owner := _last_of(passage, bodies, first):
                yield use_of(owner, passage, first, last)


def _stands_alone(passage: Passage, first: int, last: int) -> bool:
    """Answer whether a noun is written large behind an article, and nothing says whose it is."""
    if last - first > 1 or not is_capital(passage.tokens[first].word):
        return False
    is_open = passage.has("small.of", last) or passage.hyphened(last)
    following = passage.tokens[last].word if last < len(passage.tokens) else ""
    goes_on = following[:1].isupper() or following == "("
    return passage.has("small.article", first - 1) and not is_open and not goes_on


def _last_of(passage: Passage, bodies: list[Candidate], at: int) -> Candidate | None:
    """Answer the last body named before a token whose name has the noun that stands there."""
    noun = passage.fold(at)
    for body in reversed(bodies):
        if body.last <= at and any(passage.fold(n) == noun for n in range(body.first, body.last)):
            return body
    return None
