"""Abbreviations that a text defines: "Superior Electoral Court (TSE)", and their later use."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from kg.extract.gazetteer import is_country
from kg.extract.names.candidate import Candidate, Origin, rank
from kg.extract.names.chunks import Chunks
from kg.extract.passage import Passage, Span
from kg.extract.tokens import Token, is_acronym, is_capital
from kg.identity import keys
from kg.records import Key, MentionType

_MOST_WORDS: Final = 3
_SILENT: Final = frozenset({"'", "s", "&", ","})
_CLOSING: Final = frozenset({"\u201d", "\u00bb", '"', "\u2019"})
_GUESSED: Final = Decimal("0.6")


def brackets(passage: Passage, ending: Collection[int]) -> Iterator[Span]:
    """Answer where an abbreviation stands in brackets: the tokens between them.

    Behind a name, one word with one capital may be its short form: "Statistics Office (Statoff)".
    """
    parts = passage.tokens
    for index, token in enumerate(parts):
        if token.word != "(":
            continue
        last = index + 1
        while last < len(parts) and last - index <= _MOST_WORDS and _is_short(parts[last]):
            last += 1
        is_closed = last < len(parts) and parts[last].word in {")", ",", ";"}
        short = parts[index + 1 : last]
        is_form = len(short) == 1 and index in ending and parts[index + 1].word.isalpha()
        if is_closed and (is_form or any(is_acronym(token.word) for token in short)):
            yield index + 1, last


def _is_short(token: Token) -> bool:
    return token.word in {"&", "/"} or is_capital(token.word)


def defined(chunks: Chunks, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Answer the names that an abbreviation follows, with it."""
    ending: dict[int, Candidate] = {}
    for candidate in candidates:
        if candidate.type == "Place":
            continue
        known = ending.get(candidate.last)
        if known is None or rank(candidate) < rank(known):
            ending[candidate.last] = candidate
    for first, last in brackets(chunks.passage, ending):
        if (
            first in chunks.known
            and _is_place(chunks, first)
            and not _is_spelt(chunks, first, last)
        ):
            continue
        is_quoted = chunks.passage.tokens[first - 2].word in _CLOSING
        named = _named(chunks, ending.get(first - 1 - is_quoted), first, last)
        if named:
            yield named


def _is_spelt(chunks: Chunks, first: int, last: int) -> bool:
    """Answer whether the words before a bracket spell the abbreviation in it."""
    passage, short = chunks.passage, chunks.passage.words(first, last)
    floor, _ = passage.bounds(first)
    return is_acronym(short) and aligned(passage.tokens, floor, first - 1, short) is not None


def _is_place(chunks: Chunks, index: int) -> bool:
    return all(name.type == "Place" for name in chunks.known[index].names)


def _named(chunks: Chunks, ending: Candidate | None, first: int, last: int) -> Candidate | None:
    passage = chunks.passage
    short = passage.words(first, last)
    closed = last + 1 if passage.tokens[last].word == ")" else last
    floor, _ = passage.bounds(first)
    start = aligned(passage.tokens, floor, first - 1, short)
    if ending and (start is None or ending.first <= start or ending.key):
        key = ending.key or _key_of_short(chunks, first, last, is_own=start is not None)
        return replace(ending, last=closed, short=short, key=key, origin=Origin.DEFINED)
    if start is None:
        start = chunks.start(first - 1, floor, joins=True)
    if land := _land(chunks, start, first - 1):
        return Candidate(
            first=start,
            last=closed,
            type="Organisation",
            label=passage.words(start, first - 1),
            key=_key_of_short(chunks, first, last, is_own=False) or keys.government(land),
            short=short,
            origin=Origin.DEFINED,
            confidence=_GUESSED,
        )
    words = passage.tokens[start : first - 1]
    capitals = sum(is_capital(token.word) for token in words)
    opens_sentence = start == floor and capitals == 1  # "Public finance management (PFM)"
    is_topic = passage.has("common.abbreviation", first)
    if not words or not is_capital(words[0].word) or opens_sentence or is_topic:
        return None
    return Candidate(
        first=start,
        last=closed,
        type=ending.type if ending else _introduced(chunks, start),
        label=passage.words(start, first - 1),
        short=short,
        origin=Origin.DEFINED,
        confidence=ending.confidence if ending else _GUESSED,
    )


def _land(chunks: Chunks, first: int, last: int) -> Key | None:
    """Answer the country that words name, which a bracket with a body of it follows."""
    hit = chunks.known.get(first)
    if hit is None or (hit.first, hit.last) != (first, last):
        return None
    return next((name.key for name in hit.names if is_country(name.key)), None)


def _key_of_short(chunks: Chunks, first: int, last: int, *, is_own: bool) -> Key | None:
    """Answer what a known abbreviation means, unless the words before it spell it by themselves.

    "Agencia de los Estados Unidos ... (USAID)" is USAID; "Asociaci\u00f3n de Artistas (ADA)" is no agency
    of that name elsewhere.
    """
    hit = chunks.known.get(first)
    if is_own or hit is None or (hit.first, hit.last) != (first, last) or len(hit.names) > 1:
        return None
    return hit.names[0].key


def _introduced(chunks: Chunks, start: int) -> MentionType:
    """Answer the type of a name by its first word or what introduces it; most are organisations."""
    signs = chunks.passage.signs
    if (
        signs.begins("head.programme", start)
        or signs.ends("introduces.programme", start) is not None
    ):
        return "Programme"
    return "Organisation"


def aligned(parts: Sequence[Token], floor: int, end: int, short: str) -> int | None:
    """Answer where the words begin whose initials an abbreviation is made of.

    Small words may be left out. Source: after Schwartz and Hearst, PSB 2003.
    """
    wanted = [c.casefold() for c in short if c.isupper()]
    found = _aligned(parts, floor, end, wanted, capitals_only=True)
    if found is None:
        return _aligned(parts, floor, end, wanted, capitals_only=False)
    return found


def _aligned(
    parts: Sequence[Token], floor: int, end: int, wanted: Sequence[str], *, capitals_only: bool
) -> int | None:
    letters = list(wanted)
    at = end
    while letters and at > floor:
        at -= 1
        fold = parts[at].fold
        if fold[0] == letters[-1] and (is_capital(parts[at].word) or not capitals_only):
            letters.pop()
        elif (is_capital(parts[at].word) or not fold[0].isalnum()) and fold not in _SILENT:
            return None
    return at if not letters else None


def uses(passage: Passage, shorts: Mapping[str, Candidate]) -> Iterator[Candidate]:
    """Answer where abbreviations stand alone: of tokens written exactly so."""
    lengths = {short: len(short.replace("-", " ").split()) for short in shorts}
    for index, token in enumerate(passage.tokens):
        if not is_capital(token.word):
            continue
        for length in range(_MOST_WORDS, 0, -1):
            last = index + length
            if last > len(passage.tokens):
                continue
            text = passage.words(index, last)
            owner = shorts.get(text)
            if owner and lengths[text] == length:
                yield use_of(owner, passage, index, last)
                break


def use_of(owner: Candidate, passage: Passage, first: int, last: int) -> Candidate:
    """Answer some tokens as a later name of a thing."""
    return Candidate(
        first=first,
        last=last,
        type=owner.type,
        label=passage.words(first, last),
        key=owner.key,
        is_alias=True,
        origin=Origin.SHORT,
        confidence=owner.confidence,
    )
