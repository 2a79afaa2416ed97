"""The branches of bodies, told by their country: "FIDA-Ghana", "Rotary India"."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from kg.extract.gazetteer import Hit, is_country
from kg.extract.names.candidate import Candidate, Origin
from kg.extract.names.chunks import Chunks
from kg.extract.tokens import is_acronym, is_capital

_LIKELY: Final = Decimal("0.7")
_LONGEST_CODE: Final = 3
_NO_NAMES: Final = (
    "common.word", "common.modifier", "common.compass", "common.abbreviation", "denial.month",
    "head.place", "head.product", "head.event", "head.law", "head.programme", "government.country",
)  # fmt: skip
_MARKS: Final = frozenset("'\u2019/")


def branches(chunks: Chunks, hits: Sequence[Hit]) -> Iterator[Candidate]:
    """Answer the bodies that a name and the place behind it, with or without a hyphen, name."""
    for hit in hits:
        start = _start(chunks, hit)
        if start is not None:
            yield Candidate(
                first=start,
                last=hit.last,
                type="Place" if chunks.passage.has("common.compass", start) else "Organisation",
                label=chunks.passage.words(start, hit.last),
                origin=Origin.PARTICIPANT,
                confidence=_LIKELY,
            )


def _start(chunks: Chunks, hit: Hit) -> int | None:
    """Answer where the name of a branch begins, or None where a place stands by itself."""
    passage, before = chunks.passage, hit.first - 1
    floor = passage.bounds(hit.first)[0]
    is_land = any(is_country(name.key) for name in hit.names)
    is_place = all(name.type == "Place" for name in hit.names)
    is_part = passage.hyphened(hit.first) and passage.has("common.compass", before)
    if not is_place or before < floor or _goes_on(chunks, hit.last):
        return None
    if not is_part and not _is_name(chunks, before):
        return None
    if passage.hyphened(hit.first):  # "Haute-Guinée" is a part of it
        word = passage.tokens[before].word
        return before if (is_land or is_acronym(word)) and is_capital(word) else None
    start = chunks.start(hit.first, floor, joins=False)
    is_alone = start == before and start == floor and not _is_listed(chunks, hit.last)
    is_code = hit.last - hit.first == 1 and len(passage.tokens[hit.first].word) < _LONGEST_CODE
    is_named = all(_is_name(chunks, at) for at in range(start, hit.first))
    return start if is_land and is_named and not is_alone and not is_code else None


def _is_name(chunks: Chunks, index: int) -> bool:
    """Answer whether a word may be what a body is called."""
    is_own = chunks.is_name_word(index) and index not in chunks.known
    return is_own and not any(chunks.passage.has(kind, index) for kind in _NO_NAMES)


def _goes_on(chunks: Chunks, last: int) -> bool:
    """Answer whether a place is only the first part of what a name goes on with."""
    parts = chunks.passage.tokens
    if last >= len(parts):
        return False
    is_glued = parts[last].word in _MARKS or chunks.passage.hyphened(last)
    return is_glued or is_capital(parts[last].word)


def _is_listed(chunks: Chunks, last: int) -> bool:
    parts = chunks.passage.tokens
    return last < len(parts) and (parts[last].word == "," or chunks.has_join(last, last + 1))
