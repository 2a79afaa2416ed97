"""Who and what is called as a place is, and is none: "Jordan Smith", "the river Niger", "NGOs"."""

from collections.abc import Collection, Mapping
from typing import Final

from kg.extract.gazetteer import Hit, is_place
from kg.extract.names.candidate import Candidate, Origin
from kg.extract.passage import Passage
from kg.extract.tokens import is_acronym, is_capital

_WORDS: Final = (
    "common.word",
    "common.modifier",
    "common.abbreviation",
    "common.compass",
    "level.region",
    "level.town",
    "head.organisation",
    "head.programme",
    "head.network",
    "head.event",
    "head.law",
    "head.place",
    "body.state",
    "body.organisation",
)
"""What is no family name behind a given one."""


def is_namesake(passage: Passage, hit: Hit) -> bool:
    """Answer whether the name of a place is a person's here, or a river's."""
    if not is_place(hit):
        return False
    before, behind = hit.first - 1, hit.last
    if passage.has("water.noun", before) or passage.has("water.noun", behind):
        return True
    is_titled = passage.has("person.title", before - (before > 0 and _is_dot(passage, before)))
    is_given = hit.last - hit.first == 1 and passage.has("person.given", hit.first)
    return (is_titled or is_given) and _is_family_name(passage, behind)


def is_unnamed(
    passage: Passage,
    candidate: Candidate,
    strangers: Collection[int],
    defined: Mapping[str, Candidate],
) -> bool:
    """Answer whether words only listed name nothing: a namesake, or a plural of a noun: "NGOs"."""
    if candidate.origin <= Origin.PARTICIPANT and candidate.first in strangers:
        return True
    is_noun = passage.has("common.abbreviation", candidate.first)
    is_own = candidate.key or candidate.short or candidate.label in defined
    return candidate.length == 1 and candidate.label.endswith("s") and is_noun and not is_own


def _is_dot(passage: Passage, at: int) -> bool:
    return passage.tokens[at].word == "."


def _is_family_name(passage: Passage, at: int) -> bool:
    if at >= len(passage.tokens):
        return False
    word = passage.tokens[at].word
    is_name = word.isalpha() and is_capital(word) and not is_acronym(word)
    return is_name and not any(passage.has(kind, at) for kind in _WORDS)
