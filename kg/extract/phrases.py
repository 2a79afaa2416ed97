"""Many phrases found in one pass over a text, at word boundaries, whatever their case and accents.

Source: Aho and Corasick, "Efficient string matching", CACM 18(6), 1975 (pyahocorasick).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import ahocorasick

from kg.extract.tokens import Token, tokens

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Haystack:
    """The folded tokens of a text with one space between, and which token ends where."""

    text: str
    ends: dict[int, int]

    @classmethod
    def of(cls, parts: Sequence[Token]) -> "Haystack":
        """Answer the haystack of a text."""
        ends, at = {}, 0
        for index, token in enumerate(parts):
            at += len(token.fold) + 1
            ends[at] = index + 1
        return cls(f" {' '.join(token.fold for token in parts)} ", ends)


@dataclass(slots=True)
class Phrases(Generic[T]):
    """Phrases and what each stands for; several things may have one phrase.

    Example:
        >>> found = Phrases.of([("sea lion", 1), ("lion", 2)])
        >>> list(found.find(Haystack.of(list(tokens("A Sea-Lion")))))
        [(1, 3, 1), (2, 3, 2)]
    """

    _automaton: ahocorasick.Automaton = field(default_factory=ahocorasick.Automaton)

    @classmethod
    def of(cls, entries: Iterable[tuple[str, T]]) -> "Phrases[T]":
        """Answer the automaton of phrases."""
        meanings: dict[str, tuple[int, list[T]]] = {}
        for phrase, meaning in entries:
            folds = [token.fold for token in tokens(phrase)]
            if folds:
                meanings.setdefault(" ".join(folds), (len(folds), []))[1].append(meaning)
        made = cls()
        for text, value in meanings.items():
            made._automaton.add_word(f" {text} ", value)
        made._automaton.make_automaton()
        return made

    def find(self, haystack: Haystack) -> Iterator[tuple[int, int, T]]:
        """Answer (first token, token after the last, meaning) of all phrases, ends in order."""
        if not self._automaton:
            return
        for end, (length, meanings) in self._automaton.iter(haystack.text):
            last = haystack.ends[end]
            for meaning in meanings:
                yield last - length, last, meaning
