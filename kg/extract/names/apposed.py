"""Names of which an insertion says what they name: "Santos, the gas company"."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from kg.extract.lexicon import Sign
from kg.extract.names.candidate import Candidate, Origin
from kg.extract.names.chunks import Chunks
from kg.records import MentionType

_MOST_KINDS: Final = 4
_DONE: Final = Decimal("0.6")
_NOUNS: Final[tuple[tuple[str, MentionType], ...]] = (
    ("lower.programme", "Programme"),
    ("apposed.organisation", "Organisation"),
    ("lower.network", "Network"),
)
_NO_NAMES: Final = ("common.word", "common.abbreviation", "common.language", "denial.month")


def apposed(chunks: Chunks) -> Iterator[Candidate]:
    """Answer the names that an insertion follows which says what they name."""
    for kind, type_ in _NOUNS:
        for first, last, sign in chunks.passage.signs.all(kind):
            end = None if _is_title(chunks, last) else _end(chunks, first, sign)
            start = end and _start(chunks, end, type_)
            if start is not None and end is not None:
                yield Candidate(
                    first=start,
                    last=end,
                    type=type_,
                    label=chunks.passage.words(start, end),
                    origin=Origin.INTRODUCED,
                    confidence=_DONE,
                )


def _end(chunks: Chunks, noun: int, sign: Sign) -> int | None:
    """Answer where the name ends that a comma parts from an article and a noun."""
    passage = chunks.passage
    floor, at = passage.bounds(noun)[0], noun
    while at > max(floor, noun - _MOST_KINDS) and passage.tokens[at - 1].word[0].isalpha():
        at -= 1
        if passage.has("small.article", at):
            break
    has_comma = at - 1 > floor and passage.tokens[at - 1].word == ","
    is_kind = passage.has("small.article", at) and not sign.is_plural
    return at - 1 if has_comma and is_kind else None


def _is_title(chunks: Chunks, last: int) -> bool:
    """Answer whether a noun introduces the name behind it: "Ra, the company Santos"."""
    return last < len(chunks.passage.tokens) and chunks.is_name_word(last)


def _start(chunks: Chunks, end: int, type_: MentionType) -> int | None:
    """Answer where the name begins that ends before a comma, if it is no known thing."""
    passage = chunks.passage
    floor = passage.bounds(end - 1)[0]
    start = chunks.start(end, floor, joins=False)
    if start == end or start in chunks.known:
        return None
    is_common = end - start == 1 and any(passage.has(kind, start) for kind in _NO_NAMES)
    is_where = type_ != "Programme" and passage.has("small.in", start - 1)
    return None if is_common or is_where else start
