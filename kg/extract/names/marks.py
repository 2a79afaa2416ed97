"""Names of brands, told by whose they are: "the brand Bluewell of Northern Foods"."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from kg.extract.names.candidate import Candidate, Origin
from kg.extract.names.chunks import Chunks
from kg.extract.passage import Passage, Span

_TOLD: Final = Decimal("0.6")


def marks(chunks: Chunks) -> Iterator[Candidate]:
    """Answer the brands that stand beside their noun and a name of whose they are."""
    for first, last in (*_called(chunks), *_apart(chunks)):
        if first < last and first not in chunks.known:
            yield Candidate(
                first=first,
                last=last,
                type="Organisation",
                label=chunks.passage.words(first, last),
                origin=Origin.INTRODUCED,
                confidence=_TOLD,
            )


def owner_at(passage: Passage, at: int) -> int:
    """Answer where the name of an owner begins, behind its article and a noun such as "company"."""
    while passage.has("small.article", at):
        at += 1
    noun = passage.signs.begins("introduces.organisation", at)
    return noun[0] if noun and passage.tokens[at].word.islower() else at


def _called(chunks: Chunks) -> Iterator[Span]:
    """Answer the name in "the brand Bluewell of Northern Foods" and "Northern Foods' brand Bluewell"."""
    passage = chunks.passage
    for noun, first, _ in passage.signs.all("belongs.noun"):
        genitive = passage.signs.ends("belongs.genitive", noun)
        last, limit = first, passage.bounds(first - 1)[1]
        while last < limit and chunks.is_name_word(last) and not passage.has("small.of", last):
            last += 1
        is_behind = passage.has("small.of", last)
        is_told = is_behind and _is_name(chunks, owner_at(passage, last + 1), limit)
        if is_told or (genitive and _is_name(chunks, genitive - 1, limit)):
            yield first, last


def _apart(chunks: Chunks) -> Iterator[Span]:
    """Answer the name in "Bluewell, a brand of Northern Foods"."""
    passage = chunks.passage
    for noun, end, _ in passage.signs.all("belongs.brand"):
        floor, limit = passage.bounds(noun)
        has_comma = noun - 1 > floor and passage.fold(noun - 1) == ","
        if has_comma and _is_name(chunks, owner_at(passage, end), limit):
            yield chunks.start(noun - 1, floor, joins=False), noun - 1


def _is_name(chunks: Chunks, at: int, limit: int) -> bool:
    return at < limit and chunks.is_name_word(at)
