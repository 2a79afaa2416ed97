"""Laws that are told by their number: "Law No. 27/2021", "Decreto Supremo 6 de 2019"."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from kg.extract.names.candidate import Candidate, Origin
from kg.extract.names.dated import is_year
from kg.extract.passage import Passage
from kg.extract.tokens import is_capital, is_number

_MOST_BETWEEN: Final = 2
_SURE: Final = Decimal("0.9")
_JOINS: Final = frozenset("/-.")
_SIGNS: Final = frozenset({".", "\u00ba", "\u00b0", "#", "o"})


def numbered(passage: Passage) -> Iterator[Candidate]:
    """Answer the laws of a passage that have a number."""
    for kind in ("head.law", "lower.law"):
        for first, last, _ in passage.signs.all(kind):
            limit = passage.bounds(first)[1]
            number = _number(passage, first, last, limit)
            if number is None:
                continue
            end = _year(passage, _end(passage, number, limit), limit)
            yield Candidate(
                first=first,
                last=end,
                type="Law",
                label=passage.words(first, end),
                origin=Origin.HEADED,
                confidence=_SURE,
                head_end=last,
            )


def _number(passage: Passage, first: int, last: int, limit: int) -> int | None:
    """Answer where the number stands that follows a noun for laws, or its kind."""
    parts, at = passage.tokens, last
    while at < min(limit, last + _MOST_BETWEEN) and passage.has("law.kind", at):
        at += 1
    is_marked = at < limit and passage.has("law.number", at)
    if is_marked:
        at += 1
        while at < limit and parts[at].word in _SIGNS:
            at += 1
    if at >= limit or not is_number(parts[at].word):
        return None
    end = _end(passage, at, limit)
    is_lone_year = is_year(parts[at].word) and end == at + 1
    is_joined = is_number(parts[end - 1].word) and end > at + 1 and passage.hyphened(at + 1)
    is_sure = (is_capital(parts[first].word) and not is_lone_year) or is_joined
    return at if is_marked or is_sure or _year(passage, end, limit) > end else None


def _end(passage: Passage, number: int, limit: int) -> int:
    """Answer where a number ends that is glued together of several: "27/2021", "006-2019-ABC"."""
    parts, at = passage.tokens, number + 1
    while at < limit:
        if passage.hyphened(at):
            at += 1
        elif (
            at + 1 < limit
            and parts[at].word in _JOINS
            and passage.glued(at)
            and passage.glued(at + 1)
            and is_number(parts[at + 1].word)
        ):
            at += 2
        else:
            break
    return at


def _year(passage: Passage, end: int, limit: int) -> int:
    """Answer where a law ends that its year follows: "Ley 1257 de 2008"."""
    parts = passage.tokens
    is_dated = end + 1 < limit and passage.has("small.of", end) and is_year(parts[end + 1].word)
    return end + 2 if is_dated else end
