"""Names that share a head: "state governments of Jalisco and Puebla", "Ministries of X, Y and Z"."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from kg.extract.lexicon import Sign
from kg.extract.names.candidate import Candidate, Origin
from kg.extract.names.chunks import Chunks
from kg.extract.names.lists import members
from kg.extract.passage import Span
from kg.extract.tokens import is_capital, is_number

_SURE, _LIKELY = Decimal("0.85"), Decimal("0.7")
_MOST_SMALL: Final = 5


def shared(chunks: Chunks) -> Iterator[Candidate]:
    """Answer the bodies whose names share a head in the plural."""
    signs = chunks.passage.signs
    for kind in ("head.organisation", "lower.organisation"):
        for first, last, sign in signs.all(kind):
            is_large = is_capital(chunks.passage.tokens[first].word)
            if is_large == kind.startswith("head") and is_shared(chunks, last, sign):
                if is_where(chunks, first):
                    continue
                yield from _bodies(chunks, first, last, sign)


def is_shared(chunks: Chunks, last: int, sign: Sign) -> bool:
    """Answer whether what follows a head are the names of several bodies."""
    return (
        sign.is_plural and sign.kind.endswith(".organisation") and _begin(chunks, last) is not None
    )


def is_where(chunks: Chunks, first: int) -> bool:
    """Answer whether a noun for places and their bodies says where: "in the municipality of Ra"."""
    passage, at = chunks.passage, first - 1
    if passage.signs.begins("lower.place", first) is None:
        return False
    is_counted = False
    while at >= 0 and (is_digits := is_number(passage.tokens[at].word)) | _is_small(chunks, at):
        is_counted = is_counted or is_digits
        at -= 1
    return is_counted or passage.has("governs.in", at)


def _is_small(chunks: Chunks, index: int) -> bool:
    kinds = ("small.article", "number.units")
    return any(chunks.passage.has(kind, index) for kind in kinds)


def _begin(chunks: Chunks, last: int) -> int | None:
    """Answer where the first name stands that a head governs."""
    passage, words = chunks.passage, chunks.passage.lexicon
    parts = passage.tokens
    if last >= len(parts) or not words.has("inside.joins", parts[last].fold):
        return None
    for at in range(last + 1, min(passage.bounds(last)[1], last + _MOST_SMALL)):
        if chunks.is_name_word(at):
            return at
        if is_capital(parts[at].word) or not (
            words.has("inside.word", parts[at].fold) or words.has("lower.place", parts[at].fold)
        ):
            return None
    return None


def _bodies(chunks: Chunks, first: int, last: int, sign: Sign) -> Iterator[Candidate]:
    passage = chunks.passage
    start = _begin(chunks, last)
    if start is None:
        return
    limit = passage.bounds(first)[1]
    has_field = passage.signs.begins("portfolio.head", first) is not None
    spans = list(_places(chunks, start, limit))
    fields = (at for begin, end in spans for at in range(begin, end))
    has_field = has_field and any(passage.has("portfolio.field", at) for at in fields)
    spans = list(_fields(chunks, start, limit)) if has_field else spans
    is_large = is_capital(passage.tokens[first].word)
    head = sign.value[0].upper() + sign.value[1:] if is_large else sign.value
    for number, (begin, end) in enumerate(spans):
        yield Candidate(
            first=begin if number else first,
            last=end,
            type="Organisation",
            label=f"{head} {passage.tokens[last].word} {passage.words(begin, end)}",
            origin=Origin.HEADED,
            confidence=_SURE,
            head_end=last,
            governs=passage.signs.begins("government.head", first) is not None,
        )
        is_of = passage.has("small.of", last) and start == last + 1
        if is_of and not has_field and is_seat_name(chunks, (begin, end)):
            yield place_within(chunks, (begin, end))


def is_seat_name(chunks: Chunks, span: Span) -> bool:
    """Answer whether unknown words can name the place that a body is of."""
    if span[0] == span[1] or span[0] in chunks.known or not chunks.is_name_word(span[0]):
        return False
    kinds = ("portfolio.field", "common.word", "common.modifier", "head.organisation", "head.place")
    return not any(chunks.passage.has(kind, at) for kind in kinds for at in range(*span))


def place_within(chunks: Chunks, span: Span) -> Candidate:
    """Answer an unknown name as the place that the name of a body around it says it is."""
    return Candidate(
        first=span[0],
        last=span[1],
        type="Place",
        label=chunks.passage.words(*span),
        origin=Origin.PART,
        confidence=_LIKELY,
    )


def _places(chunks: Chunks, start: int, limit: int) -> Iterator[Span]:
    def item(at: int) -> int | None:
        hit = chunks.known.get(at)
        if hit and hit.first == at:
            return hit.last
        return chunks.end(at, limit, is_member=True) if chunks.is_name_word(at) else None

    return members(chunks.passage, start, limit, item)


def _fields(chunks: Chunks, start: int, limit: int) -> Iterator[Span]:
    """Answer the fields of bodies; a field may itself hold an "and": "Finance and Planning and Trade"."""
    pieces: list[Span] = []
    at = start
    while at < limit and chunks.is_name_word(at) and not chunks.is_thing(at):
        end = chunks.end(at, limit)
        pieces.append((at, end))
        at = end + 1
        if end >= limit or chunks.passage.tokens[end].word != ",":
            break
        while at < limit and chunks.is_inside(at):
            at += 1
    yield from pieces[:-1]
    if pieces:
        yield from _halves(chunks, *pieces[-1], is_last=len(pieces) > 1)


def _halves(chunks: Chunks, first: int, last: int, *, is_last: bool) -> Iterator[Span]:
    """Answer the two fields that the last "and" of a list parts, or the first of two."""
    ands = [at for at in range(first + 1, last - 1) if chunks.has_join(at, at + 1)]
    if not ands:
        yield first, last
        return
    part = ands[0] if is_last or len(ands) == 1 else ands[len(ands) // 2]
    begin = part + 1
    while begin < last and chunks.is_inside(begin):
        begin += 1
    yield first, part
    yield begin, last
