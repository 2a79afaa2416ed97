"""Countries that act: "funded by Norway" names the government, not the land."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.gazetteer import is_country
from kg.extract.moods import is_small, mood_at
from kg.extract.names.candidate import Candidate
from kg.extract.names.lists import separated
from kg.extract.numbers.money import is_given_by
from kg.extract.passage import Passage
from kg.identity import keys

_ACTORS: Final = frozenset({"Organisation", "Network"})
_ROLES: Final = ("funder", "lead", "host", "partner", "signatory", "supporter")
_AFTER: Final = (*(f"participation.{role}.after" for role in _ROLES), "small.with")
_BEFORE: Final = (
    "participation.funder.before",
    "participation.lead.before",
    "participation.signatory.both",
)
_BASE: Final = "participation.funder.base"
_GOVERNED: Final = (
    _BASE,
    "participation.funder.future",
    "participation.signatory.base",
    "participation.signatory.future",
    *_BEFORE,
)
_GIVING: Final = frozenset(
    {"participation.funder.after", "participation.supporter.after", *_BEFORE}
)
_BAR: Final = "|"


def donors(passage: Passage, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Answer the candidates, those countries that act as what acts.

    Countries act that are named in one list with bodies, or by what money comes from or is given.
    """
    acting: set[int] = set()
    for listed in _lists(passage, candidates):
        group = _behind_setting(passage, listed)
        if not group:
            continue
        kinds = set(_kinds(passage, group))
        has_body = any(c.type in _ACTORS for c in group)
        is_agent = kinds and _is_agent(passage, group)
        if kinds & _GIVING or is_agent or (kinds and has_body) or _is_row(passage, group):
            acting.update(c.first for c in group)
    end = 0
    for candidate in candidates:
        is_free = candidate.first >= end
        end = max(end, candidate.last)
        yield _acting(candidate) if is_free and candidate.first in acting else candidate


def _lists(passage: Passage, candidates: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    """Answer the candidates by the lists that they stand in; names within names are left out."""
    group: list[Candidate] = []
    for candidate in candidates:
        if group and candidate.first < group[-1].last:
            continue
        if group and not _joins(passage, group[-1].last, candidate.first):
            yield group
            group = []
        group.append(candidate)
    if group:
        yield group


def _behind_setting(passage: Passage, group: Sequence[Candidate]) -> Sequence[Candidate]:
    """Answer what follows the places in which something is done: "In Kenya, UNICEF leads".

    They end at the comma behind their "and": "In Kenya, Uganda and Chad, UNICEF leads".
    """
    first = group[0].first
    if not any(passage.has("governs.in", at) for at in _befores(passage, first)):
        return group
    parts = [range(one.last, other.first) for one, other in pairwise(group)]
    ands = [any(passage.signs.begins("list.and", at) for at in part) for part in parts]
    commas = [passage.tokens[part.start].word == "," for part in parts]
    ends = [n for n, is_comma in enumerate(commas, 1) if is_comma]
    closed = [n for n in ends if any(ands[: n - 1]) and not ands[n - 1]]
    return group[(closed or ends or [len(group)])[0] :]


def _befores(passage: Passage, first: int) -> Sequence[int]:
    """Answer the token before a name, and the one before the article that stands there."""
    at = first - 1
    return (at, at - 1) if passage.has("small.article", at) else (at,)


def _joins(passage: Passage, last: int, first: int) -> bool:
    """Answer whether nothing but separators and small words stands between two names."""
    at, is_parted = last, False
    while at < first:
        if following := separated(passage, at):
            at, is_parted = following, True
        elif passage.has("list.small", at):
            at += 1
        else:
            return False
    return is_parted


def _kinds(passage: Passage, group: Sequence[Candidate]) -> Iterator[str]:
    """Answer the cues of roles that stand right before and behind a list."""
    first, last = group[0].first, group[-1].last
    begins = (first, first - 1) if passage.has("small.article", first - 1) else (first,)
    yield from (k for k in _AFTER for at in begins if passage.signs.ends(k, at) is not None)
    if any(is_given_by(passage, at) for at in begins):
        yield "participation.funder.after"
    yield from (kind for kind in _BEFORE if passage.signs.begins(kind, last))
    verb = _behind_governing(passage, last)
    is_verb = verb > last or len(group) > 1 or not passage.signs.begins(_BASE, verb)
    if is_verb and any(passage.signs.begins(kind, verb) for kind in _GOVERNED):
        yield "participation.funder.before"


def _behind_governing(passage: Passage, last: int) -> int:
    """Answer where a verb begins behind what governs it: "Norway plans to | fund"."""
    limit, at = passage.bounds(last - 1)[1], last
    while at < limit and (mood_at(passage, at) or is_small(passage, at)):
        at += 1
    return at


def _is_agent(passage: Passage, group: Sequence[Candidate]) -> bool:
    """Answer whether a list stands behind the "by" of a passive: "supported by Norway"."""
    at = group[0].first - 1
    return passage.has("small.agent", at - passage.has("small.article", at))


def _is_row(passage: Passage, group: Sequence[Candidate]) -> bool:
    """Answer whether a name opens a row of sums: "Norway | $150,000 2022 |"."""
    first, last = group[0].first, group[0].last
    begins = first == 0 or passage.tokens[first - 1].word == "\n"
    return begins and last < len(passage.tokens) and passage.tokens[last].word == _BAR


def _acting(candidate: Candidate) -> Candidate:
    if candidate.key is None or not is_country(candidate.key):
        return candidate
    return replace(candidate, type="Organisation", key=keys.government(candidate.key))
