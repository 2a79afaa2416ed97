"""Names that nothing but their place in the sentence makes names: partners and places in lists."""

from collections.abc import Callable, Collection, Iterator, Sequence
from decimal import Decimal
from typing import Final

from kg.extract.gazetteer import is_country
from kg.extract.names.candidate import Candidate, Origin
from kg.extract.names.chunks import Chunks
from kg.extract.names.lists import members
from kg.extract.passage import Passage
from kg.extract.tokens import is_acronym, is_capital
from kg.records import MentionType

_PARTNER, _PLACE = Decimal("0.65"), Decimal("0.6")
_NEAR_LANGUAGE: Final = 8
_SHORTEST_ACRONYM: Final = 3

_MARKS: Final = frozenset(",:(")

Item = Callable[[int], int | None]


def partners(chunks: Chunks, taken: Collection[int], cues: Collection[str]) -> Iterator[Candidate]:
    """Answer the names in lists that follow the cue of a role, or a noun for partners."""
    for kind in (*cues, "introduces.organisation"):
        for _, last, _ in chunks.passage.signs.all(kind):
            limit = chunks.passage.bounds(last - 1)[1]
            at = _after(chunks, last, limit) if kind.startswith("introduces") else last
            at = at + 1 if at == last and _is_origin(chunks, at, limit) else at
            yield from _listed(chunks, at, limit, taken, "Organisation")
    for first, last, _ in chunks.passage.signs.all("small.agent"):
        if not chunks.passage.tokens[first].word.islower():
            continue
        limit = chunks.passage.bounds(last - 1)[1]
        at = _after(chunks, last, limit)
        if at < limit and _is_actor(chunks, at):
            yield from _listed(chunks, at, limit, taken, "Organisation")
    for _, last, _ in chunks.passage.signs.all("introduces.body"):
        limit = chunks.passage.bounds(last - 1)[1]
        at = last + 1 if _is_origin(chunks, last, limit) else last
        if at < limit and at not in taken and not is_acronym(chunks.passage.tokens[at].word):
            yield from _listed(chunks, at, limit, taken, "Organisation")


def _is_origin(chunks: Chunks, at: int, limit: int) -> bool:
    """Answer whether an adjective stands before a name: "la firme indienne Kirlo"."""
    is_before = at + 1 < limit and chunks.is_plain(at) and chunks.is_name_word(at + 1)
    return is_before and chunks.passage.tokens[at].word.endswith(
        chunks.passage.lexicon.endings("origin") or ("\n",)
    )


def actors(chunks: Chunks, taken: Collection[int], cues: Collection[str]) -> Iterator[Candidate]:
    """Answer the abbreviations that stand right before what an organisation does."""
    for kind in cues:
        for first, _, _ in chunks.passage.signs.all(kind):
            at = first - 1
            floor = chunks.passage.bounds(first)[0]
            while at > floor and chunks.passage.signs.begins("act.auxiliary", at):
                at -= 1
            if at - 1 > floor and chunks.passage.has("refers.relative", at):
                at -= 1 + (chunks.passage.tokens[at - 1].word == ",")  # "ABC, which runs"
            if at >= floor and at not in taken and _is_actor(chunks, at):
                yield _candidate(chunks, at, at + 1, "Organisation", _PARTNER)


def siblings(
    chunks: Chunks, taken: Collection[int], names: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Answer the abbreviations that stand in one list with a body: "UNDP, ABC and the Senate"."""
    starts = {name.first: name for name in names}

    def item(index: int) -> int | None:
        name = starts.get(index)
        if name or _is_actor(chunks, index):
            return name.last if name else index + 1
        end = _new(chunks, index, chunks.passage.bounds(index)[1], "Organisation")
        is_last = chunks.passage.signs.ends("list.and", index) is not None
        return end if end and (end - index > 1 or is_last) else None

    found: set[int] = set()
    for name in names:
        if name.type in {"Organisation", "Network"} and not name.governs:
            limit = chunks.passage.bounds(name.first)[1]
            for first, last in members(chunks.passage, name.first, limit, item):
                if first not in taken and first not in starts and first not in found:
                    found.add(first)
                    yield _candidate(chunks, first, last, "Organisation", _PARTNER)


def forerunners(
    chunks: Chunks, taken: Collection[int], names: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Answer the names that stand in one list before a body: "Kaalo, ABC and the Senate"."""
    for name in names:
        if name.type in {"Organisation", "Network"} and not name.governs:
            yield from _before(chunks, taken, name.first)


def _before(chunks: Chunks, taken: Collection[int], first: int) -> Iterator[Candidate]:
    """Answer the members of a list that stand before one of its members, from the last on."""
    passage, is_joined = chunks.passage, False
    floor = passage.bounds(first)[0]
    while (end := _parted(passage, first, floor)) is not None:
        is_joined = is_joined or passage.tokens[end].word != ","
        first = chunks.start(end, floor, joins=False)
        if first == end or any(at in taken for at in range(first, end)):
            return
        is_first = first == floor and end - first == 1
        if not (is_joined or _is_actor(chunks, end - 1)) or not _is_member(chunks, first, end):
            return
        if is_first and not is_acronym(passage.tokens[first].word):
            return
        yield _candidate(chunks, first, end, "Organisation", _PARTNER)


def _parted(passage: Passage, first: int, floor: int) -> int | None:
    """Answer where the member of a list ends that stands before another one."""
    at = first
    while at > floor and passage.has("list.small", at - 1):
        at -= 1
    begin = passage.signs.ends("list.and", at)
    if begin is None and at > floor and passage.tokens[at - 1].word == ",":
        begin = at - 1
    if begin is not None and begin - 1 > floor and passage.tokens[begin - 1].word == ",":
        begin -= 1
    return begin if begin is not None and begin > floor else None


def _is_member(chunks: Chunks, first: int, last: int) -> bool:
    """Answer whether words before a body can be another one, not a place or a thing."""
    passage = chunks.passage
    kinds = ("common.word", "common.abbreviation", "denial.month", "common.language")
    is_common = any(passage.has(kind, at) for kind in kinds for at in (first, last - 1))
    is_lone = last - first == 1 and not is_acronym(passage.tokens[first].word)
    small = ("small.in", "governs.in", *(("small.to", "small.of", "money.from") if is_lone else ()))
    is_where = any(passage.has(kind, first - 1) for kind in small)
    return not is_common and not is_where


def neighbours(
    chunks: Chunks, taken: Collection[int], names: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Answer the unknown names that stand in one list with a known place: "Taiz, Marat and Sila"."""
    starts = {name.first: name for name in names}

    def item(index: int) -> int | None:
        name = starts.get(index)
        if name:
            return name.last if name.type == "Place" else None
        return None if index in taken else _new(chunks, index, limit, "Place")

    found: set[int] = set()
    for name in names:
        if name.type == "Place" and name.key and not is_country(name.key):
            limit = chunks.passage.bounds(name.first)[1]
            listed = list(members(chunks.passage, name.first, limit, item))
            for first, last in listed if _is_closed(chunks.passage, listed) else ():
                if first not in taken and first not in found:
                    found.add(first)
                    yield _candidate(chunks, first, last, "Place", _PLACE)


def _is_closed(passage: Passage, listed: Sequence[tuple[int, int]]) -> bool:
    """Answer whether an "and" stands before the last member of a list, and none before others."""
    return len(listed) > 1 and passage.signs.ends("list.and", listed[-1][0]) is not None


def places(chunks: Chunks, taken: Collection[int]) -> Iterator[Candidate]:
    """Answer the names in lists that follow "in" or a noun that governs places."""
    passage = chunks.passage
    kinds = ("governs.in", "governs.place")
    signs = (sign for kind in kinds for sign in passage.signs.all(kind))
    starts = [
        last for first, last, _ in signs if first not in taken and not _is_titled(passage, first)
    ]
    for at in starts:
        if _is_of_languages(passage, at):
            continue
        limit = passage.bounds(at - 1)[1]
        yield from _listed(chunks, _after(chunks, at, limit), limit, taken, "Place")


def _is_of_languages(passage: Passage, at: int) -> bool:
    """Answer whether a list behind "in" may be one of languages: one stands near, or the noun."""
    first, last = passage.bounds(at - 1)
    near = range(max(first, at - 2), min(last, at + _NEAR_LANGUAGE))
    kinds = ("common.language", "common.tongue")
    return any(passage.signs.begins(kind, index) for index in near for kind in kinds)


def _is_titled(passage: Passage, index: int) -> bool:
    """Answer whether a noun written large stands within a sentence: it is part of a title."""
    is_first = index == passage.bounds(index)[0]
    return is_capital(passage.tokens[index].word) and not is_first


def _after(chunks: Chunks, at: int, limit: int) -> int:
    passage = chunks.passage
    while at < limit:
        like = passage.signs.begins("list.like", at)
        if like:
            at = like[0]
        elif (
            passage.tokens[at].word in _MARKS
            or passage.has("small.article", at)
            or passage.has("small.of", at)
        ):
            at += 1
        else:
            break
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
    passage = chunks.passage
    if not chunks.is_name_word(index):
        return None
    end = chunks.end(index, limit, is_member=True, directs=type_ == "Place")
    if any(passage.has("common.abbreviation", at) for at in (index, end - 1)):
        return None  # "a Kenyan NGO"
    if type_ == "Place" and not _is_placed(chunks, end):
        return None
    if type_ != "Place" and (noun := passage.signs.begins("lower.organisation", end)):
        return noun[0]  # "through its Gender Equality ministry"
    is_telling = end - index > 1 or _is_telling(passage, index, type_)
    return end if is_telling else None


def _is_telling(passage: Passage, index: int, type_: MentionType) -> bool:
    """Answer whether one word alone can be a name."""
    word = passage.tokens[index].word
    if is_acronym(word):
        return type_ != "Place" and len(word) >= _SHORTEST_ACRONYM - 1
    kinds = ("common.word", "denial.month", "common.language")
    return not any(passage.has(kind, index) for kind in kinds)


def _is_placed(chunks: Chunks, last: int) -> bool:
    """Answer whether words can name a place: no body or thing, and no adjective of what follows."""
    passage = chunks.passage
    kinds = ("head.organisation", "head.event", "common.word", "common.compass", "common.modifier")
    is_thing = any(passage.has(kind, last - 1) for kind in kinds)
    is_adjective = last < len(passage.tokens) and chunks.is_plain(last)
    signs = ("act.auxiliary", "lower.place", "suffix.place")  # "in Tarnok had", "in Tarnok camp"
    is_sure = any(passage.signs.begins(kind, last) for kind in signs)
    return not is_thing and (is_sure or not is_adjective)


def _is_actor(chunks: Chunks, index: int) -> bool:
    token = chunks.passage.tokens[index]
    return (
        is_acronym(token.word)
        and len(token.word) >= _SHORTEST_ACRONYM
        and not chunks.passage.has("common.abbreviation", index)
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
