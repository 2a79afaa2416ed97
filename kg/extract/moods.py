"""What governs a verb: "has refused to sign", "n'a pas encore été financé", "will fund"."""

from collections.abc import Collection
from typing import Final, NamedTuple

from kg.extract.passage import Passage, Span
from kg.extract.tokens import is_capital
from kg.records import ActStatus

_STATUSES: Final[tuple[ActStatus, ...]] = ("pending", "failed", "negated", "planned", "ongoing")
"""In the order in which they count where several words govern a verb."""

_KINDS: Final[tuple[tuple[str, ActStatus], ...]] = (
    *((kind, s) for s in _STATUSES for kind in (f"act.{s}", f"mood.{s}", f"mood.{s}.words")),
    ("mood.done.words", "done"),
)
_SMALL: Final = ("act.auxiliary", "act.passive", "mood.small", "small.article")


class Governed(NamedTuple):
    """Where the words begin that govern a verb, and what they say of it."""

    start: int
    moods: frozenset[ActStatus]


def governed(passage: Passage, first: int, floor: int) -> Governed:
    """Answer what governs the verb that begins at a token: auxiliaries, and verbs of planning."""
    at, moods = first, set[ActStatus]()
    while at > floor:
        found = _before(passage, at, floor)
        if found:
            at, mood = found
            moods.add(mood)
        elif is_small(passage, at - 1):
            at -= 1
        else:
            break
    return Governed(at, frozenset(moods))


def moods_in(passage: Passage, span: Span) -> frozenset[ActStatus]:
    """Answer what the words of a span say of what is done in it."""
    found = (mood_at(passage, at) for at in range(*span))
    return frozenset(mood for mood in found if mood)


def mood_at(passage: Passage, index: int) -> ActStatus | None:
    """Answer what the words say that begin at a token, the longest of them: "not only" is no "not"."""
    at, longest, said = passage.signs.at, 0, None
    for kind, mood in _KINDS:
        sign = at[kind].get(index) if kind in at else None
        if sign and sign[0] > longest:
            longest, said = sign[0], mood
    return None if said and is_name(passage, index) else said


def settled(moods: Collection[ActStatus]) -> ActStatus:
    """Answer the status that several words give: whoever did not refuse has done it."""
    if {"negated", "failed"} <= set(moods):
        return "done"
    return next((status for status in _STATUSES if status in moods), "done")


def is_small(passage: Passage, index: int) -> bool:
    """Answer whether a word may stand between a verb and what governs it."""
    word = passage.tokens[index].word
    is_adverb = word.islower() and word.endswith(passage.lexicon.endings("adverb"))
    return is_adverb or any(passage.signs.begins(kind, index) for kind in _SMALL)


def _before(passage: Passage, last: int, floor: int) -> tuple[int, ActStatus] | None:
    """Answer where the longest words begin that end before a token, and what they say."""
    to, first, said = passage.signs.to, last, None
    for kind, mood in _KINDS:
        begin = to[kind].get(last, last) if kind in to else last
        if floor <= begin < first:
            first, said = begin, mood
    return None if said is None or is_name(passage, first) else (first, said)


def is_name(passage: Passage, index: int) -> bool:
    """Answer whether a word has a capital that no sentence gives it: a meeting in "May" may not be."""
    return is_capital(passage.tokens[index].word) and index != passage.bounds(index)[0]
