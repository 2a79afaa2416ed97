"""Where a list of bodies ends and the subject of the clause begins: "With A and B, C built"."""

from itertools import pairwise
from typing import Final

from kg.extract.names.candidate import Candidate
from kg.extract.passage import Span
from kg.extract.roles.cast import Cast
from kg.extract.roles.cues import Cue

_MOST_BEHIND: Final = 8


def opening_of(cast: Cast, cue: Cue, within: Span) -> int | None:
    """Answer where the phrase ends that opens a clause: the comma in "With A and B, C built".

    A comma after "and" is no part of the list; if none is, the first comma may be, unless the
    list goes on until another one: "With A, B and C, D built".
    """
    if cue.side != "after" or any(map(cast.acts, cast.names.within(within[0], cue.first))):
        return None
    before = cast.passage.fold(cue.first - 1)
    is_open = all(cast.passage.has("small.with", at) for at in range(within[0], cue.first))
    is_next = before == "," or cast.passage.has("small.and", cue.first - 1)
    if not is_open and not (is_next and cast.passage.has("small.with", cue.first)):
        return None
    return list_end(cast, cue.last, within[1])


def list_end(cast: Cast, start: int, limit: int) -> int | None:
    """Answer the comma that ends the list which begins at a token, if it is no part of it."""
    spans = list(cast.members.spans(start, limit))
    if not spans:
        return None
    commas, is_joined = [], False
    for (_, last), (first, _) in pairwise(spans):
        has_and = any(cast.passage.signs.begins("list.and", at) for at in range(last, first))
        if cast.is_comma(last) and not has_and:
            commas.append((not is_joined, last))
        is_joined = is_joined or has_and
    is_whole = is_joined and all(is_early for is_early, _ in commas)
    closed = _closed(cast, spans[-1][1], limit) if is_whole or not commas else None
    return closed if closed is not None else min(commas, default=(True, None))[1]


def agents(cast: Cast, cue: Cue, limit: int) -> list[Candidate]:
    """Answer the bodies behind a passive, without the subject that a comma parts: "by A, B built"."""
    found = cast.listed(cue.last, limit)
    last = found[-1].last if found else limit
    goes_on = last < limit and cast.passage.tokens[last].word.islower()
    has_and = any(cast.passage.signs.begins("list.and", at) for at in range(cue.last, last))
    is_two = len(found) > 1 and goes_on and not has_and and cast.is_comma(found[-2].last)
    return found[:-1] if is_two else found


def _closed(cast: Cast, end: int, limit: int) -> int | None:
    """Answer where a comma closes a list, be it behind a sum: "by A and B up to 5 million, C"."""
    for at in range(end, min(limit, end + _MOST_BEHIND)):
        if cast.is_comma(at):
            return at
        acts = at in cast.starting and cast.acts(cast.starting[at])
        if acts or cast.passage.signs.begins("act.auxiliary", at):
            return None
    return None
