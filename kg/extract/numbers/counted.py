"""The words that say what a number counts."""

from typing import Final, get_args

from kg.extract.numbers.money import money
from kg.extract.numbers.quantity import Quantity
from kg.extract.passage import Passage
from kg.extract.roles.cues import CUES
from kg.extract.tokens import is_capital
from kg.records import Qualifier

_MOST_WORDS: Final = 9
_VERBS: Final = (
    *("act.auxiliary", "act.planned", "role.result", "role.against"),
    *(f"qualifier.{qualifier}" for qualifier in get_args(Qualifier)),
    *(kind for kind in CUES if not kind.startswith("participation.partner")),
)
_PLURALS: Final = ("s", "x")
_SHORTEST_PLURAL: Final = 3
_ENDS: Final = frozenset(
    {",", ";", ".", ":", "(", ")", "\u2013", "\u2014", "\n", "\u201c", "\u201d"}
)


def counted(passage: Passage, quantity: Quantity, limit: int) -> str:
    """Answer the words of the text that say what is counted: those after the number.

    Of a sum of money, what it is for.
    """
    start = quantity.end
    if start < limit and passage.has("small.and", start):
        return ""
    if quantity.kind == "currency" and not passage.has("inside.joins", start):
        return ""
    end = _end(passage, start, min(limit, start + _MOST_WORDS))
    while start < end and _is_small(passage, start):
        start += 1
    while end > start and passage.has("never.word", end - 1):
        end -= 1
    return passage.words(start, end) if end > start else ""


def _end(passage: Passage, start: int, limit: int) -> int:
    """Answer where the words end that a noun phrase may have: at a mark, a number or a verb."""
    begins = [found for kind in _VERBS if (found := passage.signs.at.get(kind))]
    for at in range(start, limit):
        token = passage.tokens[at]
        is_number = token.word[0].isdigit() or passage.has("number.units", at)
        is_verb = at > start and (
            any(at in found for found in begins) or _follows_plural(passage, at)
        )
        is_beside = passage.has("small.with", at) and at + 1 < limit and _is_large(passage, at + 1)
        if token.word in _ENDS or token.word in money().signs or is_number or is_verb or is_beside:
            return at
    return limit


def _follows_plural(passage: Passage, index: int) -> bool:
    """Answer whether a word goes on no noun: "teachers stayed", but "women entrepreneurs"."""
    before, word = (passage.tokens[at].word for at in (index - 1, index))
    is_small = passage.has("inside.word", index) or passage.has("never.word", index)
    is_plural = before.islower() and before.endswith(_PLURALS) and len(before) > _SHORTEST_PLURAL
    return is_plural and word.isalpha() and not is_small and not word.endswith(_PLURALS)


def _is_large(passage: Passage, index: int) -> bool:
    return is_capital(passage.tokens[index].word)


def _is_small(passage: Passage, index: int) -> bool:
    kinds = ("inside.joins", "small.article")
    return any(passage.has(kind, index) for kind in kinds)
