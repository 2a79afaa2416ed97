"""Clauses: how far a cue reaches, and whether what it tells of has taken place."""

from typing import Final

from kg.extract.passage import Passage, Span
from kg.records import ActStatus

_BREAKS: Final = frozenset({";", "\u2022"})
_STATUSES: Final[tuple[ActStatus, ...]] = ("negated", "failed", "pending", "planned", "ongoing")
_LATER: Final = frozenset({"pending", "failed"})
_REACH: Final = 6


def clause(passage: Passage, index: int) -> Span:
    """Answer the clause that a token stands in: its sentence, between semicolons and the like."""
    first, last = passage.bounds(index)
    words, tokens = passage.signs.at.get("act.breaks", {}), passage.tokens
    start, end = index, index
    while start > first and start - 1 not in words and tokens[start - 1].word not in _BREAKS:
        start -= 1
    while end < last and end not in words and tokens[end].word not in _BREAKS:
        end += 1
    return start, end


def status(passage: Passage, span: Span, cue: Span) -> ActStatus:
    """Answer whether what a cue tells was done, by the words of its clause.

    What comes before the cue and near it counts; that it waits or failed may be said later.
    """
    for kind in _STATUSES:
        last = span[1] if kind in _LATER else cue[0]
        for index in range(max(span[0], cue[0] - _REACH), last):
            found = passage.signs.begins(f"act.{kind}", index)
            if found and (found[0] <= cue[0] or index >= cue[0]):
                return kind
    return "done"
