"""Unknown names by their heads: "Bahir Dar University", "municipal government of Anta"."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, get_args

from kg.extract.lexicon import Sign
from kg.extract.names.candidate import Candidate, Origin
from kg.extract.names.chunks import Chunks
from kg.extract.names.dated import is_year
from kg.extract.names.shared import is_seat_name, is_shared, is_where, place_within
from kg.extract.names.tails import complement, tail
from kg.extract.passage import Span
from kg.extract.tokens import is_capital
from kg.records import MentionType

_WORDS: Final[dict[str, MentionType]] = {type_.lower(): type_ for type_ in get_args(MentionType)}
_CAPITAL_KINDS: Final = ("organisation", "network", "programme", "event", "law", "place", "product")
_LOWER_KINDS: Final = ("organisation", "network", "programme", "law", "event")
_HEAD_LAST: Final = frozenset({"en"})
"""Languages in which what a name is stands at its end."""

_OPENING: Final = frozenset("(:\u201c\"\u2018'")
_DASHES: Final = frozenset("-\u2013\u2014")

SURE: Final = Decimal("0.9")
LIKELY: Final = Decimal("0.8")


def headed(chunks: Chunks) -> Iterator[Candidate]:
    """Answer the names with a head that a passage has."""
    for word in _CAPITAL_KINDS:
        for first, last, sign in _signs(chunks, f"head.{word}", is_large=True):
            yield from _capital(chunks, first, last, sign)
    for word in _LOWER_KINDS:
        for first, last, sign in _signs(chunks, f"lower.{word}", is_large=False):
            yield from _lower(chunks, first, last, sign)
    for first, last, _ in chunks.passage.signs.all("storm.event"):
        end = _named(chunks, last, chunks.passage.bounds(first)[1])
        if end > last:
            yield _candidate(chunks, (first, end), (first, last), "event", SURE)
    for first, last, sign in chunks.passage.signs.all("titled.law"):
        yield from _titled(chunks, first, last, sign)


def _signs(chunks: Chunks, kind: str, *, is_large: bool) -> Iterator[tuple[int, int, Sign]]:
    """Answer the signs of a kind that are written large, or those that are not."""
    for found in chunks.passage.signs.all(kind):
        if is_capital(chunks.passage.tokens[found[0]].word) == is_large:
            yield found


def _capital(chunks: Chunks, first: int, last: int, sign: Sign) -> Iterator[Candidate]:
    """Answer the name around a head that is written large."""
    word = sign.kind.partition(".")[2]
    floor, limit = chunks.passage.bounds(first)
    is_place = word == "organisation" and is_where(chunks, first)
    is_title = word == "programme" and _is_titled(chunks, last)
    if is_place or is_title or is_shared(chunks, last, sign):
        return
    is_act = word in {"law", "event", "programme"}
    of_field = chunks.passage.signs.begins("portfolio.head", first) is not None
    end = complement(chunks, last, limit, directs=is_act, of_field=of_field)
    if end > last if word == "place" else end == last and not _may_end(chunks, first, sign):
        yield from _seat(chunks, first, last, end)  # in "District of Hula" only Hula is the name
        return
    joins = end == last and sign.lang in _HEAD_LAST and word != "place"
    start = chunks.start(first, floor, joins=joins)
    start = _without_verb(chunks, start, first, floor)
    if _is_other(chunks, start, first, sign):
        return
    if word == "law":
        before = chunks.passage.signs.ends("prefix.law", start)
        start = start if before is None else max(before, floor)
    start, end = _counted(chunks, (start, end), limit, sign)
    if end == last:
        end = tail(chunks, (first, last), limit, has_modifiers=start < first, sign=sign)
    if _is_named(chunks, start, end, (first, last)) and not _is_generic(
        chunks, (start, end), (first, last), sign
    ):
        sure = SURE if end > last else LIKELY
        word = "network" if _is_gathering(chunks, first) else word
        yield _candidate(chunks, (start, end), (first, last), word, sure)
        if word == "organisation":
            yield from _seat(chunks, first, last, end)


def _is_other(chunks: Chunks, start: int, first: int, sign: Sign) -> bool:
    """Answer whether the words before a head, or their want, tell that it names nothing of its kind.

    "Centre for Judicial Training" is a body, "UNDP Report" has one in it, and "Plans of the
    Ministry" name no plan.
    """
    word = sign.kind.partition(".")[2]
    if start == first:
        return sign.is_plural and word in {"law", "event", "programme"}
    is_deed = word == "event" or (word == "programme" and sign.is_plural)
    is_product = word == "product" and _is_known(chunks, start, first)
    return is_product or (is_deed and _is_body(chunks, start))


def _is_gathering(chunks: Chunks, first: int) -> bool:
    """Answer whether an event is a body, as it is of those that it gathers: "Growers' Forum"."""
    passage = chunks.passage
    is_of_many = passage.fold(first - 1) == "'" and passage.fold(first - 2).endswith("s")
    return is_of_many and passage.signs.begins("gathering.head", first) is not None


def _seat(chunks: Chunks, first: int, last: int, end: int) -> Iterator[Candidate]:
    """Answer the unknown place that a body governs or stands in: "municipality of Ndiolé"."""
    signs, has_article = chunks.passage.signs, chunks.passage.has("small.article", last)
    is_seat = signs.begins("government.head", first) is not None
    if not is_seat and not has_article:  # "Universidad del Lago" names no place Lago
        is_seat = signs.begins("seat.head", first) is not None
    is_of = last < end and chunks.passage.has("small.of", last)
    begin = last + 1 + (chunks.passage.fold(last + 1) == "'")
    if is_seat and is_of and begin < end and is_seat_name(chunks, (begin, end)):
        yield place_within(chunks, (begin, end))


def _is_body(chunks: Chunks, start: int) -> bool:
    """Answer whether a name begins with the noun of a body that goes on with what it is of."""
    found = chunks.passage.signs.begins("head.organisation", start)
    if found is None:
        return False
    is_first = found[1].lang == chunks.passage.lexicon.lang not in _HEAD_LAST
    return is_first or chunks.passage.has("inside.joins", found[0])


def _may_end(chunks: Chunks, first: int, sign: Sign) -> bool:
    """Answer whether a head can end a name: one of another language, after its words, is none."""
    is_foreign = sign.lang not in {chunks.passage.lexicon.lang, *_HEAD_LAST}
    return not (is_foreign and first > 0 and chunks.is_name_word(first - 1))


def _titled(chunks: Chunks, first: int, last: int, sign: Sign) -> Iterator[Candidate]:
    """Answer the law whose title is in small letters: "loi d'orientation agricole"."""
    passage = chunks.passage
    is_one = sign.is_plural or passage.has("number.units", first - 1)
    if is_one or not passage.has("inside.joins", last) or is_capital(passage.tokens[first].word):
        return
    end = tail(chunks, (first, last), passage.bounds(first)[1], has_modifiers=False, sign=sign)
    if end > last:
        yield _candidate(chunks, (first, end), (first, last), "law", LIKELY)


def _named(chunks: Chunks, last: int, limit: int) -> int:
    """Answer where a name ends that follows its noun: "hôpital Awa Sarr", "cyclone Talia"."""
    is_new = last < limit and last not in chunks.known and chunks.is_name_word(last)
    return chunks.end(last, limit, is_member=True) if is_new else last


def _lower(chunks: Chunks, first: int, last: int, sign: Sign) -> Iterator[Candidate]:
    """Answer the name around a head that is written small: it needs a proper name beside it."""
    word = sign.kind.partition(".")[2]
    floor, limit = chunks.passage.bounds(first)
    if is_shared(chunks, last, sign):
        return
    if word == "organisation":
        if is_where(chunks, first):
            return
        of_field = chunks.passage.signs.begins("portfolio.head", first) is not None
        end = complement(chunks, last, limit, is_governed=not of_field, of_field=of_field)
        if end == last and sign.lang not in _HEAD_LAST:
            end = _named(chunks, last, limit)
        if end > last:
            yield _candidate(chunks, (first, end), (first, last), word, SURE)
            yield from _seat(chunks, first, last, end)
        return
    start = chunks.start(first, floor, joins=True)
    is_opening = start == floor and first - start == 1  # "Forestry policy came late"
    is_named = start < first and not is_opening and not _is_known(chunks, start, first)
    if is_named and not _is_generic(chunks, (start, last), (first, last), sign):
        yield _candidate(chunks, (start, last), (first, last), word, LIKELY)


def _counted(chunks: Chunks, span: Span, limit: int, sign: Sign) -> Span:
    """Answer a name with the number, year or phase that tells it from others of its series."""
    if sign.kind in {"head.event", "head.law"}:
        return _numbered(chunks, *span, sign)
    if sign.kind == "head.programme":
        return span[0], _phased(chunks, span[1], limit)
    return span


def _phased(chunks: Chunks, end: int, limit: int) -> int:
    """Answer where a programme's name ends that says its phase: "Water Project - Phase II"."""
    parts = chunks.passage.tokens
    at = end + 1 if end < limit and parts[end].word in _DASHES else end
    if at + 1 < limit and chunks.passage.has("small.phase", at) and is_capital(parts[at].word):
        return at + 2
    return end


def _is_named(chunks: Chunks, start: int, end: int, head: Span) -> bool:
    """Answer whether more than a number stands beside a head: "15th Meeting" names none."""
    if chunks.is_inside(end - 1):
        return False  # "the Growers Forum of 2021"
    return end > head[1] or any(chunks.is_name_word(at) for at in range(start, head[0]))


def _without_verb(chunks: Chunks, start: int, head: int, floor: int) -> int:
    """Answer where a name begins without the "Supporting" that opens a sentence or a title."""
    parts = chunks.passage.tokens
    opens = start == floor or parts[start - 1].word in _OPENING
    is_verb = parts[start].fold.endswith("ing") and chunks.passage.lexicon.lang in _HEAD_LAST
    return start + 1 if opens and is_verb and start < head else start


def _numbered(chunks: Chunks, start: int, end: int, sign: Sign) -> Span:
    """Answer an event with its number and year: "15th Meeting", "Forum 2021"."""
    parts = chunks.passage.tokens
    is_month = chunks.passage.lexicon.has("denial.month", sign.value)
    if end < len(parts) and is_year(parts[end].word) and not is_month:
        end += 1
    if start > 1 and parts[start - 2].word.isdigit() and chunks.passage.glued(start - 1):
        start -= 2
    return start, end


def _is_titled(chunks: Chunks, last: int) -> bool:
    """Answer whether the title of a programme follows in quotation marks."""
    parts = chunks.passage.tokens
    return last < len(parts) and parts[last].word in {"\u201c", "\u00ab", '"'}


def _is_known(chunks: Chunks, start: int, end: int) -> bool:
    """Answer whether the words before a head are a thing of its own: "the UNDP project"."""
    hit = chunks.known.get(start)
    return hit is not None and hit.last >= end


def _is_generic(chunks: Chunks, span: Span, head: Span, sign: Sign) -> bool:
    """Answer whether nothing but common words stands beside a head: "Local Governments"."""
    words = chunks.passage.lexicon
    if span[1] > head[1]:
        behind = range(head[1], span[1])
        return all(chunks.passage.has("common.modifier", at) for at in behind)
    if head[1] - head[0] > 1 and not sign.is_plural:
        return False  # "National Steering Committee"
    beside = chunks.passage.tokens[span[0] : head[0]]
    is_loose = sign.is_plural or sign.kind.startswith("lower")
    kinds = ("common.modifier", *(("common.word", "common.abbreviation") if is_loose else ()))
    return all(any(words.has(kind, token.fold) for kind in kinds) for token in beside)


def _candidate(chunks: Chunks, span: Span, head: Span, word: str, confidence: Decimal) -> Candidate:
    return Candidate(
        first=span[0],
        last=span[1],
        type=_WORDS.get(word),
        label=chunks.passage.words(*span),
        origin=Origin.HEADED,
        confidence=confidence,
        head_end=head[1],
        governs=chunks.passage.signs.begins("government.head", head[0]) is not None,
    )
