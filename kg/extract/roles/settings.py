"""Where an act takes place: "UNDP and FAO held a fair in Anta"."""

from collections.abc import Sequence
from typing import Final

from kg.extract.names.candidate import Candidate, Names
from kg.extract.passage import Passage, Span
from kg.records import Key

_BEFORE: Final = ("small.article", "head.place", "lower.place", "governs.place", "small.of")


def setting(passage: Passage, names: Names, within: Span, told: Span) -> Key | None:
    """Answer the place in which something is done, if its clause names one and no more.

    It stands before or among the words `told` of the act, or behind them before any comma. A place
    that is a part of another name is none: "the Municipality of Anta".
    """
    behind = range(told[1], within[1])
    end = next((at for at in behind if passage.tokens[at].word == ","), within[1])
    inside = names.within(within[0], end)
    places = [name for name in inside if name.type == "Place" and not _is_part(name, inside)]
    keys = {name.key for name in places}
    is_set = len(keys) == 1 and any(_follows_in(passage, name) for name in places)
    return places[0].key if is_set else None


def _is_part(place: Candidate, names: Sequence[Candidate]) -> bool:
    return any(
        name.type != "Place" and name.first <= place.first and place.last <= name.last
        for name in names
    )


def _follows_in(passage: Passage, place: Candidate) -> bool:
    """Answer whether "in" stands before a place, with no more than its noun between."""
    at = place.first - 1
    while not passage.has("governs.in", at) and any(passage.has(kind, at) for kind in _BEFORE):
        at -= 1
    return passage.has("governs.in", at)
