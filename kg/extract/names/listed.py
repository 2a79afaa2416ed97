"""Names that nothing but their place in the sentence makes names: partners and places in lists."""

from collections.abc import Callable, Collection, Iterator
from decimal import Decimal
from typing import Final

from kg.extract.names.candidate import Candidate, Origin
from kg.extract.names.chunks import Chunks
from kg.extract.names.lists import members
from kg.extract.tokens import is_acronym
from kg.records import MentionType

_PARTNER, _PLACE = Decimal("0.65"), Decimal("0.6")
_PLACING: Final = {"en": ("in", "across"), "es": ("en",), "fr": ("à", "a", "dans", "en")}
_LIKE: Final = frozenset(
    {
        ",",
        ":",
        "such",
        "as",
        "like",
        "including",
        "namely",
        "e",
        "g",
        "como",
        "tales",
        "incluidos",
        "tels",
        "que",
        "comme",
        "the",
        "(",
    }
)
_SHORTEST_ACRONYM: Final = 3

Item = Callable[[int], int | None]


def partners(chunks: Chunks, taken: Collection[int], cues: Collection[str]) -> Iterator[Candidate]:
    """Answer the names in lists that follow the cue of a role, or a noun for partners."""
    for kind in (*cues, "introduces.organisation"):
        for _, last, _ in chunks.passage.signs.all(kind):
            limit = chunks.passage.bounds(last - 1)[1]
            at = _after(chunks, last, limit) if kind.startswith("introduces") else last
            yield from _listed(chunks, at, limit, taken, "Organisation")


def actors(chunks: Chunks, taken: Collection[int], cues: Collection[str]) -> Iterator[Candidate]:
    """Answer the abbreviations that stand right before what an organisation does."""
    for kind in cues:
        for first, _, _ in chunks.passage.signs.all(kind):
            at = first - 1
            floor = chunks.passage.bounds(first)[0]
            while at > floor and chunks.passage.signs.begins("act.auxiliary", at):
                at -= 1
            if at >= floor and at not in taken and _is_actor(chunks, at):
                yield _candidate(chunks, at, at + 1, "Organisation", _PARTNER)


def places(chunks: Chunks, taken: Collection[int]) -> Iterator[Candidate]:
    """Answer the names in lists that follow "in" or a noun that governs places."""
    passage = chunks.passage
    words = _PLACING.get(passage.lexicon.lang, ())
    starts = [i + 1 for i, token in enumerate(passage.tokens[:-1]) if token.fold in words]
    starts += [last for _, last, _ in passage.signs.all("governs.place")]
    for at in starts:
        limit = passage.bounds(at - 1)[1]
        yield from _listed(chunks, _after(chunks, at, limit), limit, taken, "Place")


def _after(chunks: Chunks, at: int, limit: int) -> int:
    while at < limit and chunks.passage.tokens[at].fold in _LIKE:
        at += 1
    return at


def _listed(
    chunks: Chunks, at: int, limit: int, taken: Collection[int], type_: MentionType
) -> Iterator[Candidate]:
    def item(index: int) -> int | None:
        if index in taken:
            end = index
            while end < limit and end in taken:
                end += 1
            return end
        return _new(chunks, index, limit, type_)

    confidence = _PLACE if type_ == "Place" else _PARTNER
    for first, last in members(chunks.passage, at, limit, item):
        if first not in taken:
            yield _candidate(chunks, first, last, type_, confidence)


def _new(chunks: Chunks, index: int, limit: int, type_: MentionType) -> int | None:
    """Answer where a name ends that nothing else has told, or None where it can be none."""
    words, token = chunks.passage.lexicon, chunks.passage.tokens[index]
    if not chunks.is_name_word(index) or words.has("common.abbreviation", token.fold):
        return None
    end = chunks.end(index, limit, is_member=True, directs=type_ == "Place")
    if end - index > 1:
        return end
    if is_acronym(token.word):
        return end if type_ != "Place" and len(token.word) >= _SHORTEST_ACRONYM - 1 else None
    is_common = any(
        words.has(kind, token.fold) for kind in ("common.word", "denial.month", "common.language")
    )
    return None if is_common else end


def _is_actor(chunks: Chunks, index: int) -> bool:
    token = chunks.passage.tokens[index]
    return (
        is_acronym(token.word)
        and len(token.word) >= _SHORTEST_ACRONYM
        and not chunks.passage.lexicon.has("common.abbreviation", token.fold)
    )


def _candidate(
    chunks: Chunks, first: int, last: int, type_: MentionType, confidence: Decimal
) -> Candidate:
    return Candidate(
        first=first,
        last=last,
        type=type_,
        label=chunks.passage.words(first, last),
        origin=Origin.PLACE_LIST if type_ == "Place" else Origin.PARTICIPANT,
        confidence=confidence,
    )
