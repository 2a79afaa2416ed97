"""Lists of things: "A, B and C", with what stands in brackets after a member left out."""

from collections.abc import Callable, Iterator
from typing import Final

from kg.extract.passage import Passage, Span

SEPARATORS: Final = frozenset(
    {
        ",",
        ";",
        "&",
        "and",
        "or",
        "y",
        "e",
        "o",
        "u",
        "et",
        "ou",
        "as",
        "well",
        "así",
        "como",
        "ainsi",
        "que",
        "both",
    }
)
_SMALL: Final = frozenset(
    {
        "the",
        "a",
        "an",
        "el",
        "la",
        "los",
        "las",
        "le",
        "les",
        "l",
        "'",
        "d",
        "de",
        "du",
        "des",
        "del",
        "with",
        "con",
        "avec",
        "its",
        "their",
        "of",
        "in",
        "another",
        "from",
        "by",
        "par",
        "por",
    }
)
_MOST_BRACKET: Final = 12


def members(
    passage: Passage, start: int, limit: int, item: Callable[[int], int | None]
) -> Iterator[Span]:
    """Answer the members of the list that begins at a token.

    `item` answers where the member ends that begins at a token, or None where none does. Small
    words may stand before a member; a list ends where neither a member nor a separator follows.
    """
    at, separated = _after_small(passage, start, limit), True
    while at < limit:
        end = item(at)
        if end is None or not separated:
            return
        yield at, end
        at, separated = _next(passage, end, limit)


def _after_small(passage: Passage, at: int, limit: int) -> int:
    while at < limit and passage.tokens[at].fold in _SMALL:
        at += 1
    return at


def _next(passage: Passage, end: int, limit: int) -> tuple[int, bool]:
    """Answer where the next member would begin, and whether a separator stands before it."""
    at = end
    if at < limit and passage.tokens[at].word == "(":
        at = after_bracket(passage, at, limit)
    begin = at
    while at < limit and passage.tokens[at].fold in SEPARATORS:
        at += 1
    return _after_small(passage, at, limit), at > begin


def after_bracket(passage: Passage, start: int, limit: int) -> int:
    """Answer where a bracket ends that opens at a token.

    Where it is never closed, it ends at the last comma before the next one opens.
    """
    end = start + 1
    for index in range(start + 1, min(limit, start + _MOST_BRACKET)):
        word = passage.tokens[index].word
        if word == ")":
            return index + 1
        if word == "(":
            break
        end = index if word == "," else end
    return end
