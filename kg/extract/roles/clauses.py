"""Clauses: how far a cue reaches, and whether what it tells of has taken place."""

from typing import Final

from kg.extract.passage import Passage, Span
from kg.records import ActStatus

_BREAKS: Final = frozenset({";", "\u2022"})
_STATUSES: Final[tuple[ActStatus, ...]] = ("negated", "failed", "pending", "planned", "ongoing")
_REACH: Final = 6


def clause(passage: Passage, index: int) -> Span:
    """Answer the clause that a token stands in: its sentence, between semicolons and the like."""
    first, last = passage.bounds(index)
    start, end = index, index
    while start > first and not _breaks(passage, start - 1):
        start -= 1
    while end < last and not _breaks(passage, end):
        end += 1
    return start, end


def _breaks(passage: Passage, index: int) -> bool:
    return passage.tokens[index].word in _BREAKS or passage.has("act.breaks", index)


def status(passage: Passage, span: Span, cue: Span) -> ActStatus:
    """Answer whether what a cue tells was done, by the words of its clause that are near."""
    reach = range(max(span[0], cue[0] - _REACH), min(span[1], cue[1] + _REACH))
    for kind in _STATUSES:
        for index in reach:
            found = passage.signs.begins(f"act.{kind}", index)
            if found and (
                found[0] <= cue[0] or (kind in {"pending", "failed"} and index >= cue[1])
            ):
                return kind
    return "done"
