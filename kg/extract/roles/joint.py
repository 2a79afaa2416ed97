"""Bodies that do something together, whatever it is: "A and B monitored seven districts"."""

from collections.abc import Collection, Iterator
from itertools import combinations
from typing import Final

from kg.extract.clauses import clause
from kg.extract.names.candidate import Candidate, Names
from kg.extract.passage import Passage
from kg.extract.roles.cast import ACTORS, Cast
from kg.extract.roles.cues import Cue

_MOST_BODIES: Final = 4


def joint(
    passage: Passage, cast: Cast, names: Names, subjects: Collection[int]
) -> Iterator[tuple[Candidate, Candidate, Cue]]:
    """Answer the pairs of bodies that are together the subject of a sentence without a cue.

    `subjects` are the first tokens of bodies of whom a cue says what they do, or with whom: what
    they share is told, and no ties among them.
    """
    for first, last in passage.sentences:
        begin = next((n for n in names.within(first, last) if n.type in ACTORS), None)
        if begin is None or begin.first in subjects or not is_subject(passage, first, begin.first):
            continue
        bodies = cast.after(begin.first, last)
        end = cast.end(begin.first, last)
        if 1 < len(bodies) <= _MOST_BODIES and is_verb(passage, end, last):
            if any(body.governs for body in bodies):
                continue  # "the governments of A and B" are told of as one
            if passage.signs.begins("mood.idle", end):
                continue  # who "were represented" did nothing together
            for one, other in combinations(bodies, 2):
                yield one, other, Cue(end, end + 1, "partner", "both")


def subjects(passage: Passage, cast: Cast, names: Names) -> Iterator[tuple[Candidate, int]]:
    """Answer the body that a sentence begins with as its subject, and where its clause ends."""
    for first, last in passage.sentences:
        begin = next((name for name in names.within(first, last) if cast.acts(name)), None)
        if begin is not None and is_subject(passage, first, begin.first):
            yield begin, clause(passage, begin.first)[1]


def is_subject(passage: Passage, first: int, begin: int) -> bool:
    """Answer whether nothing but small words and a phrase before a comma opens a sentence."""
    words = passage.lexicon
    at = begin
    while at > first and words.has("never.word", passage.tokens[at - 1].fold):
        at -= 1
    return at == first or passage.tokens[at - 1].word == ","


def is_verb(passage: Passage, at: int, last: int) -> bool:
    """Answer whether a verb may follow a list of bodies: a word in small letters that joins nothing."""
    if at >= last:
        return False
    token, words = passage.tokens[at], passage.lexicon
    perfect = passage.signs.begins("act.perfect", at)
    if passage.signs.begins("act.auxiliary", at) or (perfect and perfect[1].value == token.word):
        return True
    is_small = words.has("never.word", token.fold) or words.has("inside.word", token.fold)
    return token.word.isalpha() and token.word.islower() and not is_small
