"""What follows the head of a name: "of Finance", "national de la parité", "Gaston Berger"."""

from typing import Final, get_args

from kg.extract.lexicon import Sign
from kg.extract.names.chunks import Chunks
from kg.extract.passage import Span
from kg.extract.tokens import is_acronym
from kg.records import ParticipationRole

_MOST_GOVERNED: Final = 6
_MOST_SMALL: Final = 3
_MOST_PLAIN: Final = 2
_MOST_DIRECTED: Final = 10
_PORTFOLIO_WORDS: Final = 12
_HEAD_FIRST: Final = frozenset({"es", "fr"})
"""Languages in which what a name is stands at its beginning."""
_BODIES: Final = frozenset({"head.organisation", "head.network"})
_VERBS: Final = (
    "role.aims",
    "act.auxiliary",
    "act.ongoing",
    *(f"participation.{role}.before" for role in get_args(ParticipationRole)),
)
"""Signs that a sentence goes on, not the name."""


def complement(
    chunks: Chunks,
    last: int,
    limit: int,
    *,
    directs: bool = False,
    is_governed: bool = False,
    of_field: bool = False,
) -> int:
    """Answer where a name ends whose head ended before `last` and is followed by what it is of.

    Governed: between the head and the name may stand "the state of" and the like. Of a field: what
    it is of is a portfolio, as that of a ministry.
    """
    passage = chunks.passage
    if last >= limit:
        return last
    if not passage.has("inside.joins", last):
        is_clause = directs and passage.has("small.clause", last)
        return _directed(chunks, last, limit) if is_clause else last
    for at in range(last + 1, min(limit, last + _MOST_GOVERNED)):
        if chunks.is_name_word(at):
            end = chunks.end(at, limit, directs=directs, of_field=of_field)
            return _listed(chunks, end, limit, is_governed)
        is_first = at == last + 1 and chunks.is_plain(at) and at + 1 < limit
        is_titled = is_first and chunks.is_name_word(at + 1)  # "Ministry of internal Affairs"
        if not (chunks.is_inside(at) or passage.has("lower.place", at) or is_titled):
            break
    return _directed(chunks, last, limit) if directs else last


def _directed(chunks: Chunks, last: int, limit: int) -> int:
    """Answer where the name of an act ends that says what it is to do: "Law to promote Care"."""
    at = last + 1
    while at < min(limit, last + 1 + _MOST_DIRECTED):
        if chunks.is_name_word(at):
            return chunks.end(at, limit, directs=True)
        if not chunks.passage.tokens[at].word.isalpha() or chunks.passage.has("act.auxiliary", at):
            break
        at += 1
    return last


def _listed(chunks: Chunks, end: int, limit: int, is_governed: bool) -> int:
    """Answer where a portfolio ends: "of Community Development, Gender, Women and Special Groups"."""
    if is_governed:
        return end
    at = end = _qualified(chunks, end, limit)
    while at + 1 < min(limit, end + _PORTFOLIO_WORDS) and chunks.passage.tokens[at].word == ",":
        begin = _after_small(chunks, at + 1, limit)
        if begin == limit or not chunks.is_name_word(begin) or chunks.is_thing(begin):
            return end
        following = _qualified(chunks, chunks.end(begin, limit), limit)
        if chunks.has_join(begin, following):
            return following
        at = following
    return _last_part(chunks, at, limit) if at > end else end


def _last_part(chunks: Chunks, at: int, limit: int) -> int:
    """Answer where the last part of a list ends: "and of the Protection of Children"."""
    begin = (
        _after_small(chunks, at + 1, limit) if chunks.has_join(at, min(at + 1, limit)) else limit
    )
    if begin < limit and chunks.is_name_word(begin) and not chunks.is_thing(begin):
        return _qualified(chunks, chunks.end(begin, limit), limit)
    return at


def _after_small(chunks: Chunks, at: int, limit: int) -> int:
    """Answer where a part of a list begins behind "of the", which may be said anew of each."""
    most = at + _MOST_SMALL
    is_of = at < limit and chunks.passage.has("small.of", at)
    while is_of and at < min(limit, most) and chunks.is_inside(at):
        at += 1
    return at


def _qualified(chunks: Chunks, end: int, limit: int) -> int:
    """Answer where a name ends whose last noun an adjective follows: "de la Santé publique"."""
    is_last = end < limit and chunks.is_plain(end) and _ends_adjective(chunks, end)
    if is_last:
        return end + 1
    at = end
    while at < min(limit, end + _MOST_SMALL) and chunks.is_inside(at):
        at += 1
    is_field = at > end and at < limit and chunks.passage.has("portfolio.field", at)
    joins = is_field and chunks.passage.has("inside.joins", end)
    return at + 1 if joins and chunks.is_plain(at) else end


def tail(chunks: Chunks, head: Span, limit: int, *, has_modifiers: bool, sign: Sign) -> int:
    """Answer where a name ends whose head is followed by words of its own: "Hospital Buen Samaritano"."""
    (first, last), lang = head, sign.lang
    is_placed = lang in _HEAD_FIRST and sign.kind in _BODIES and chunks.is_place(last)
    if (
        last < limit
        and chunks.is_name_word(last)
        and not has_modifiers
        and (is_placed or last not in chunks.known)
    ):
        return _listed(chunks, chunks.end(last, limit), limit, is_governed=False)
    known = chunks.known.get(first)
    if known and known.first == first and known.last > last:
        return known.last
    if lang in _HEAD_FIRST and chunks.passage.lexicon.lang == lang and not has_modifiers:
        return _small(chunks, first, last, limit)
    return last


def _small(chunks: Chunks, first: int, last: int, limit: int) -> int:
    """Answer where a name ends that goes on in small letters, as Spanish and French names do."""
    floor, _ = chunks.passage.bounds(first)
    if first == floor:
        return last
    if bracket := _bracket(chunks, last, limit):
        return bracket
    at = end = last
    while at < limit and at - last < _PORTFOLIO_WORDS:
        following = _group(chunks, at, limit, is_first=at == last)
        if following == at:
            break
        at = end = following
    if end > last and _ends_adjective(chunks, end - 1) and end < limit and chunks.is_name_word(end):
        return chunks.end(end, limit)  # "Fondation internationale Enfance Libre"
    return end


def _ends_adjective(chunks: Chunks, at: int) -> bool:
    endings = chunks.passage.lexicon.endings("adjective")
    return bool(endings) and chunks.passage.tokens[at].word.endswith(endings)


def _bracket(chunks: Chunks, last: int, limit: int) -> int | None:
    """Answer where a bracket with an abbreviation opens, if only words stand before it."""
    parts = chunks.passage.tokens
    for at in range(last, min(limit - 1, last + _PORTFOLIO_WORDS)):
        if parts[at].word == "(":
            return at if at > last and is_acronym(parts[at + 1].word) else None
        is_word = parts[at].word[0].isalpha() or parts[at].fold == "'"
        if not is_word or _is_verb(chunks, at) or is_acronym(parts[at].word):
            return None
    return None


def _is_verb(chunks: Chunks, at: int) -> bool:
    return any(chunks.passage.signs.begins(kind, at) for kind in _VERBS)


def _group(chunks: Chunks, at: int, limit: int, *, is_first: bool) -> int:
    """Answer where one more part of a name in small letters ends: an adjective, "de la parité"."""
    start = at
    if _is_verb(chunks, at):
        return start
    while at < limit and at - start < _MOST_SMALL and chunks.is_inside(at):
        at += 1
    joined = at > start and chunks.passage.has("inside.joins", start)
    if not joined and not (is_first and at == start):
        return start
    length = 0
    while at < limit and length < _MOST_PLAIN and chunks.is_plain(at):
        at, length = at + 1, length + 1
    return at if length else start
