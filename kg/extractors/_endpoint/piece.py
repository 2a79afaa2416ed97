"""A piece of a narrative that is sent as one question, and where words and numbers stand in it."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.extract.numbers.quantities import Quantities
from kg.extract.numbers.quantity import Quantity
from kg.extract.passage import Passage, passage
from kg.extractors._task import Task
from kg.records import Key, MentionType
from kg.text.sentences import sentences

Span = tuple[int, int]


def pieces(task: Task, characters: int) -> Iterator["Piece"]:
    """Answer the narrative in pieces of whole sentences, none much longer than so many characters.

    Units: Unicode code points. A sentence that is longer alone is cut.
    """
    prose = Prose(task)
    text = task.reading.text
    start = end = 0
    for first, last in sentences(text, task.narrative.lang.partition("-")[0]):
        if last - start > characters and end > start:
            yield Piece(prose, start, end)
            start = first
        while last - start > characters:
            yield Piece(prose, start, start + characters)
            start += characters
        end = last
    if text[start:end].strip():
        yield Piece(prose, start, end)


@dataclass(frozen=True)
class Prose:
    """The narrative of a task, with the numbers and the known names in it."""

    task: Task

    @cached_property
    def quantities(self) -> list[tuple[Span, Quantity]]:
        """All numbers, with where each stands in the reading."""
        found = Quantities(self._passage, self.task.context.country).all()
        return [(self._span(one.first, one.last), one) for one in found]

    @cached_property
    def known(self) -> dict[tuple[Span, MentionType], set[Key]]:
        """What is known by the words between two places of the reading, by its type."""
        known: dict[tuple[Span, MentionType], set[Key]] = defaultdict(set)
        for hit in self.task.gazetteer.find(self._passage):
            for name in hit.names:
                known[self._span(hit.first, hit.last), name.type].add(name.key)
        return known

    @cached_property
    def _passage(self) -> Passage:
        narrative = self.task.narrative
        lang = (narrative.lang or self.task.context.lang).partition("-")[0]
        return passage(narrative.text, narrative.raw, narrative.start, lang)

    def _span(self, first: int, last: int) -> Span:
        tokens = self._passage.tokens
        return tokens[first].start, tokens[last - 1].end


@dataclass(frozen=True)
class Piece:
    """What stands from `start` to `end` of the reading of a narrative."""

    prose: Prose
    start: int
    end: int

    @property
    def task(self) -> Task:
        """The task whose narrative this is a piece of."""
        return self.prose.task

    @property
    def text(self) -> str:
        """What is sent."""
        return self.task.reading.text[self.start : self.end]

    def quotable(self, quote: str) -> list[Span]:
        """Answer where words stand with no address within."""
        return [span for span in self.occurrences(quote) if self.task.is_quotable(*span)]

    def occurrences(self, quote: str) -> list[Span]:
        """Answer where words stand in the reading, whole, whatever white space parts them."""
        words = r"\s+".join(map(re.escape, quote.split()))
        if not words:
            return []
        whole = re.compile(rf"(?<!\w){words}(?!\w)")
        return [m.span() for m in whole.finditer(self.task.reading.text, self.start, self.end)]

    def quantities(self, within: Span) -> list[tuple[Span, Quantity]]:
        """Answer the numbers between two places of the reading, with where each stands."""
        numbers = self.prose.quantities
        first = bisect_left(numbers, within[0], key=lambda one: one[0][0])
        last = bisect_left(numbers, within[1], key=lambda one: one[0][1] - 1)
        return numbers[first:last]

    def known(self, span: Span, type_: MentionType) -> Key | None:
        """Answer the one thing of a type that is known by what stands there."""
        found = self.prose.known.get((span, type_), set())
        return next(iter(found)) if len(found) == 1 else None
