"""Names that a noun introduces: "the project Conectando Mulheres", programmes with quoted titles."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import Final

from kg.extract.names.candidate import Candidate, Origin
from kg.extract.names.chunks import Chunks
from kg.extract.tokens import is_capital
from kg.records import MentionType

_OPENING: Final = {"\u201c": "\u201d", "\u00ab": "\u00bb", '"': '"', "\u2018": "\u2019"}
_MOST_TITLE: Final = 30
_MOST_PLAIN: Final = 8
_INTRODUCED: Final[tuple[tuple[str, MentionType | None], ...]] = (
    ("introduces.programme", "Programme"),
    ("head.programme", "Programme"),
    ("introduces.network", "Network"),
    ("introduces.event", "Event"),
    ("head.event", "Event"),
    ("lower.event", "Event"),
    ("head.product", None),
)
_DOERS: Final = ("implementer", "funder", "lead")
_QUOTED, _BARE, _DONE = Decimal("0.9"), Decimal("0.7"), Decimal("0.6")


def introduced(chunks: Chunks) -> Iterator[Candidate]:
    """Answer the names that follow a noun which says what they name."""
    yield from _titles(chunks)
    signs, parts = chunks.passage.signs, chunks.passage.tokens
    for kind, type_ in _INTRODUCED:
        if not kind.startswith("introduces"):
            continue
        for first, last, sign in signs.all(kind):
            if is_capital(parts[first].word) and first > chunks.passage.bounds(first)[0]:
                continue  # "the World Programme of Action": the noun is part of the name
            at = last + 1 if last < len(parts) and parts[last].word in {",", ":"} else last
            limit = chunks.passage.bounds(last - 1)[1]
            if at >= limit or sign.is_plural or at in chunks.known:
                continue
            end = _title_end(chunks, at, limit)
            if end > at and not _is_common(chunks, at, end):
                yield _candidate(chunks, at, end, type_, _BARE)
    yield from _done(chunks)


def _done(chunks: Chunks) -> Iterator[Candidate]:
    """Answer the programmes that bodies are said to run: "ILO runs Better Work Nepal"."""
    for _, last, _ in chunks.passage.signs.all("introduces.doing"):
        limit = chunks.passage.bounds(last - 1)[1]
        if last >= limit or last in chunks.known or not chunks.is_name_word(last):
            continue
        end = chunks.end(last, limit, is_member=True)
        if end - last > 1:
            yield _candidate(chunks, last, end, "Programme", _DONE)


def _title_end(chunks: Chunks, at: int, limit: int) -> int:
    """Answer where a title ends, be it with small words: "the campaign A name for each child"."""
    parts = chunks.passage.tokens
    if chunks.is_name_word(at):
        end = _to_bracket(chunks, at, limit) or chunks.end(at, limit)
        return _to_cue(chunks, end, limit) or end
    if not is_capital(parts[at].word) or not parts[at - 1].word.islower():
        return at
    end = at + 1
    while end < min(limit, at + _MOST_PLAIN) and parts[end].word.isalpha():
        end += 1
    is_closed = end < limit and not parts[end].word.isalnum()
    return end if is_closed and end - at > 1 else at


def _to_cue(chunks: Chunks, end: int, limit: int) -> int | None:
    """Answer where a title in small letters ends of which is said who does it: "X y agua, financiado por"."""
    at = end
    while at < min(limit - 1, end + _MOST_PLAIN) and (chunks.is_inside(at) or chunks.is_plain(at)):
        at += 1
    signs, is_comma = chunks.passage.signs, chunks.passage.fold(at) == ","
    is_told = any(signs.begins(f"participation.{role}.after", at + 1) for role in _DOERS)
    return at if end < at < limit and is_comma and is_told else None


def _to_bracket(chunks: Chunks, at: int, limit: int) -> int | None:
    """Answer where a title of several parts ends that its short form follows: "Land, Water (LaWa)"."""
    parts = chunks.passage.tokens
    for end in range(at, min(limit - 2, at + _MOST_TITLE // 2)):
        if parts[end].word == "(":
            is_short = is_capital(parts[end + 1].word) and not chunks.is_place(end + 1)
            return end if is_short and parts[end + 2].word == ")" else None
        is_part = chunks.is_name_word(end) or chunks.is_inside(end) or parts[end].word == ","
        if not is_part or (chunks.is_thing(end) and not chunks.is_place(end)):
            return None
    return None


def _is_common(chunks: Chunks, first: int, last: int) -> bool:
    words = chunks.passage.lexicon
    return last - first == 1 and any(
        words.has(kind, chunks.passage.tokens[first].fold)
        for kind in ("common.word", "common.abbreviation", "denial.month")
    )


def _titles(chunks: Chunks) -> Iterator[Candidate]:
    """Answer the quoted titles whose noun stands before or after them."""
    parts = chunks.passage.tokens
    for index, token in enumerate(parts):
        closing = _OPENING.get(token.word)
        if closing is None or index + 1 >= len(parts) or not is_capital(parts[index + 1].word):
            continue
        for last in range(index + 2, min(len(parts), index + _MOST_TITLE)):
            if parts[last].word == closing:
                for type_ in islice(_types(chunks, index, last + 1), 1):
                    yield _candidate(chunks, index + 1, last, type_, _QUOTED)
                break


def _types(chunks: Chunks, before: int, after: int) -> Iterator[MentionType | None]:
    """Answer the types that the nouns before and after a title say; None is a type not kept."""
    signs = chunks.passage.signs
    yield from (type_ for kind, type_ in _INTRODUCED if signs.ends(kind, before) is not None)
    yield from (type_ for kind, type_ in _INTRODUCED if signs.begins(kind, after))


def _candidate(
    chunks: Chunks, first: int, last: int, type_: MentionType | None, confidence: Decimal
) -> Candidate:
    return Candidate(
        first=first,
        last=last,
        type=type_,
        label=chunks.passage.words(first, last),
        origin=Origin.INTRODUCED,
        confidence=confidence,
    )
