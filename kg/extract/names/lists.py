"""Lists of things: "A, B and C", with what stands in brackets after a member left out."""

from collections.abc import Callable, Iterator
from typing import Final

from kg.extract.passage import Passage, Span
from kg.extract.tokens import is_capital

Item = Callable[[int], int | None]
"""Answers where the member of a list ends that begins at a token, if one does."""

_MARKS: Final = frozenset({",", ";", "&"})
_MOST_BRACKET: Final = 12


def members(passage: Passage, start: int, limit: int, item: Item) -> Iterator[Span]:
    """Answer the members of the list that begins at a token.

    `item` answers where the member ends that begins at a token, or None where none does. Small
    words may stand before a member; a list ends where neither a member nor a separator follows.
    """
    at, is_next = _after_small(passage, start, limit, item), True
    while at < limit:
        end = item(at)
        if end is None or not is_next:
            return
        yield at, end
        at, is_next = _next(passage, end, limit, item)


def _after_small(passage: Passage, at: int, limit: int, item: Item) -> int:
    """Answer where a member begins behind small words, if they are no part of it: "The Hague"."""
    while at < limit and passage.has("list.small", at):
        if is_capital(passage.tokens[at].word) and item(at) is not None:
            break
        at += 1
    return at


def _next(passage: Passage, end: int, limit: int, item: Item) -> tuple[int, bool]:
    """Answer where the next member would begin, and whether a separator stands before it."""
    at = end
    if at < limit and passage.tokens[at].word == "(":
        at = after_bracket(passage, at, limit)
    begin = at
    while at < limit and (following := separated(passage, at)):
        at = following
    return _after_small(passage, at, limit, item), at > begin


def separated(passage: Passage, at: int) -> int | None:
    """Answer where a separator of list members ends that begins at a token, if one does."""
    if passage.tokens[at].word in _MARKS:
        return at + 1
    for kind in ("list.and", "list.like"):
        if found := passage.signs.begins(kind, at):
            return found[0]
    return None


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
