"""Countries that act: "funded by Norway" names the government, not the land."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Final

from kg.extract.names.bodies import government, is_country
from kg.extract.names.candidate import Candidate
from kg.extract.names.lists import members
from kg.extract.passage import Passage

_AFTER: Final = (
    "participation.funder.after",
    "participation.partner.after",
    "participation.supporter.after",
    "participation.signatory.after",
    "participation.lead.after",
    "participation.host.after",
)
_BEFORE: Final = (
    "participation.funder.before",
    "participation.signatory.both",
    "participation.lead.before",
)


def donors(passage: Passage, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Answer the candidates, those countries that act as what acts."""
    starts = {c.first: c for c in reversed(candidates)}
    ending: dict[int, list[int]] = defaultdict(list)
    for candidate in candidates:
        ending[candidate.last].append(candidate.first)
    acting: set[int] = set()
    for at, kind in _starts(passage):
        found = [starts[first] for first, _ in _list(passage, at, starts)]
        has_body = any(c.type in {"Organisation", "Network"} for c in found)
        if "funder" in kind or has_body:
            acting.update(c.first for c in found)
    for kind in _BEFORE:
        for first, _, _ in passage.signs.all(kind):
            acting.update(ending.get(first, ()))
    rows = {first for first, _ in passage.sentences}
    bars = {at for at, token in enumerate(passage.tokens) if token.word == "|"}
    acting.update(c.first for c in candidates if c.last in bars and _begins_row(passage, c, rows))
    end = 0
    for candidate in candidates:
        is_free = candidate.first >= end
        end = max(end, candidate.last)
        yield _acting(candidate) if is_free and candidate.first in acting else candidate


def _begins_row(passage: Passage, candidate: Candidate, rows: Collection[int]) -> bool:
    """Answer whether a name opens a row of sums: "Norway | $150,000 2022 |"."""
    at = candidate.first
    while at not in rows and passage.tokens[at - 1].word == "\n":
        at -= 1
    return at in rows


def _starts(passage: Passage) -> Iterator[tuple[int, str]]:
    for kind in _AFTER:
        for _, last, _ in passage.signs.all(kind):
            yield last, kind
    for _, last, _ in passage.signs.all("small.with"):
        yield last, ""


def _list(passage: Passage, at: int, starts: dict[int, Candidate]) -> Iterator[tuple[int, int]]:
    if at >= len(passage.tokens):
        return iter(())
    limit = passage.bounds(at)[1]
    return members(passage, at, limit, lambda i: starts[i].last if i in starts else None)


def _acting(candidate: Candidate) -> Candidate:
    if candidate.key is None or not is_country(candidate.key):
        return candidate
    return replace(candidate, type="Organisation", key=government(candidate.key))
