"""Names before a noun that says what they name: "the Green Valley foundation", "Ra hospital"."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from kg.extract.names.candidate import Candidate, Origin
from kg.extract.names.chunks import Chunks
from kg.extract.passage import Span
from kg.extract.tokens import is_capital

_LIKELY: Final = Decimal("0.8")
_COMMON: Final = ("common.word", "common.modifier", "common.abbreviation", "common.compass")


def suffixed(chunks: Chunks) -> Iterator[Candidate]:
    """Answer the bodies of a passage that are named before their noun."""
    signs = chunks.passage.signs
    for first, last, _ in signs.all("head.last"):
        start = _start(chunks, first)
        if _is_large(chunks, first) and start < first and not _goes_on(chunks, last):
            yield from _unless_known(chunks, (start, first), (start, last))
    for first, _, _ in signs.all("suffix.organisation"):
        start = _start(chunks, first)
        is_named = first - start > 1 and not _is_common(chunks, start, first)
        if is_named and not _is_large(chunks, first):
            yield from _unless_known(chunks, (start, first), (start, first))
    for first, last, _ in signs.all("suffix.seat"):
        start = _start(chunks, first)
        is_named = start < first and not _is_common(chunks, start, first)
        if is_named and not _is_large(chunks, first):
            yield _candidate(chunks, (start, last))


def _start(chunks: Chunks, first: int) -> int:
    return chunks.start(first, chunks.passage.bounds(first)[0], joins=False)


def _is_large(chunks: Chunks, index: int) -> bool:
    return is_capital(chunks.passage.tokens[index].word)


def _goes_on(chunks: Chunks, last: int) -> bool:
    return last < len(chunks.passage.tokens) and chunks.is_name_word(last)


def _is_common(chunks: Chunks, start: int, end: int) -> bool:
    """Answer whether nothing but common words stands before a noun."""
    return all(any(chunks.passage.has(kind, at) for kind in _COMMON) for at in range(start, end))


def _unless_known(chunks: Chunks, words: Span, name: Span) -> Iterator[Candidate]:
    """Answer the name, unless the words before its noun are a thing of their own."""
    hit = chunks.known.get(words[0])
    if hit is None or hit.last < words[1]:
        yield _candidate(chunks, name)


def _candidate(chunks: Chunks, span: Span) -> Candidate:
    return Candidate(
        first=span[0],
        last=span[1],
        type="Organisation",
        label=chunks.passage.words(*span),
        origin=Origin.HEADED,
        confidence=_LIKELY,
        head_end=span[1],
    )
