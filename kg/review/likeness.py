"""How alike two things are by their names, from 0 to 1, and what is alike."""

from collections import Counter
from collections.abc import Iterable
from itertools import product
from math import fsum, log
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from kg.identity.forms import is_short
from kg.identity.words import words
from kg.records import LangText
from kg.review.things import Thing

LEAST: Final = 0.6
"""From this likeness on a pair is worth a question."""

_INITIALS, _LETTERS = 0.9, 0.7
_LEAST: Final = 3
"""How many letters an abbreviation has at least, and words what it stands for; two say too little."""

_SPELLING: Final = 0.88
_ELSEWHERE: Final = 0.75
"""What a likeness is worth where both belong to a country, and not to the same."""

_PERCENT: Final = 100


class Likeness(NamedTuple):
    """How alike two things are, by which of their names, and in what way."""

    score: float
    reason: str
    names: tuple[str, str]


class Weights:
    """How much a word tells: the rarer in the names of a build, the more.

    Source: inverse document frequency, Spärck Jones (1972).
    """

    def __init__(self, things: Iterable[Thing]) -> None:
        self._total = 0
        self._used: Counter[str] = Counter()
        for thing in things:
            self._total += 1
            self._used.update(thing.concepts)

    def of(self, concepts: Iterable[str]) -> float:
        """Answer the weight of some words together, in whatever order they come."""
        return fsum(log(2 + self._total / (1 + self._used[concept])) for concept in concepts)


def likeness(one: Thing, two: Thing, weights: Weights) -> Likeness:
    """Answer how alike two things are by the names that are most alike."""
    found = (_alike(name, other, weights) for name, other in product(one.names, two.names))
    best = max(found, default=Likeness(0.0, "no name", ("", "")))
    if one.country and two.country and one.country != two.country:
        return best._replace(score=best.score * _ELSEWHERE)
    return best


def _alike(one: LangText, two: LangText, weights: Weights) -> Likeness:
    names = (one.text, two.text)
    if score := max(_abbreviates(*names), _abbreviates(*names[::-1])):
        return Likeness(score, "abbreviation", names)
    first, second = words(one.text).concepts, words(two.text).concepts
    shared = first & second
    if shared and first == second:
        is_translated = bool(one.lang and two.lang) and one.lang != two.lang
        return Likeness(1.0, "translation" if is_translated else "same words", names)
    spelling = fuzz.token_sort_ratio(one.text.casefold(), two.text.casefold()) / _PERCENT
    score = weights.of(shared) / weights.of(first | second) if shared else 0.0
    if spelling >= max(_SPELLING, score):
        return Likeness(spelling, "spelling", names)
    return Likeness(score, f"words: {', '.join(sorted(shared))}", names)


def _abbreviates(short: str, name: str) -> float:
    """Answer how well an abbreviation stands for a name: by its initials, or by more letters.

    "INCULTURA" begins with the initials of its name, and has more letters than that has words.
    """
    parts = words(name).listed
    if " " in short or min(len(short), len(parts)) < _LEAST or not is_short(short, name):
        return 0.0
    initials = "".join(word.spelt[0] for word in parts)
    if initials == short.casefold():
        return _INITIALS
    return _LETTERS if len(short) > len(parts) and short.casefold().startswith(initials) else 0.0
