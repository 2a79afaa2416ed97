"""Clauses: how far a cue reaches."""

from typing import Final

from kg.extract.passage import Passage, Span

_BREAKS: Final = frozenset({";", "\u2022"})


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
