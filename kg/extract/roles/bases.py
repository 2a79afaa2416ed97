"""Base forms of verbs that tell of an act: "will fund", "A and B fund the", "a grant to fund"."""

from collections.abc import Collection
from typing import Final

from kg.extract.moods import governed
from kg.extract.passage import Passage
from kg.extract.tokens import is_capital

_BEFORE: Final = ("act.planned", "act.negated", "act.auxiliary", "role.aims")
GRANT: Final = "participation.funder.after"
"""Signs behind which stands who gives money."""

_AGREED: Final = ("participation.signatory.both", "participation.signatory.after")
_AWAY: Final = 14


def is_finite(passage: Passage, first: int, last: int) -> bool:
    """Answer whether a base form tells of an act, and is no noun and no mere purpose."""
    floor = passage.bounds(first)[0]
    if any(passage.signs.ends(kind, first) is not None for kind in _BEFORE):
        return True
    return (
        bool(governed(passage, first, floor).moods)
        or _is_plural(passage, first, last)
        or is_granted(passage, first)
        or _is_for(passage, first, _AGREED)
    )


def is_granted(passage: Passage, first: int) -> bool:
    """Answer whether a verb says what a grant is for: "a grant from A to run"."""
    return _is_for(passage, first, (GRANT,))


def _is_for(passage: Passage, first: int, kinds: Collection[str]) -> bool:
    """Answer whether a verb says what something is for that was told before: "an MoU with A to"."""
    near = range(max(passage.bounds(first)[0], first - _AWAY), first)
    is_purpose = passage.has("mood.purpose", first - 1)
    return is_purpose and any(passage.signs.begins(kind, at) for at in near for kind in kinds)


def _is_plural(passage: Passage, first: int, last: int) -> bool:
    """Answer whether two bodies stand before a verb, and what it is done to behind it."""
    floor, limit = passage.bounds(first)
    if passage.lexicon.lang != "en" or first <= floor or last >= limit:
        return False
    is_object = passage.has("small.article", last) or is_capital(passage.tokens[last].word)
    before = passage.tokens[first - 1].word
    is_name = is_capital(before) or before == ")"
    near = range(max(floor, first - _AWAY), first - 1)
    return is_object and is_name and any(passage.signs.begins("list.and", at) for at in near)
