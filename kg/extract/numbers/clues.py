"""The clues to what a number is set against: its words, the signs and years around it, the rules.

A clue is a text, such as `before:target` or `sign+role.aims`; `learned/numbers.tsv` weighs them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kg.extract.clauses import clause
from kg.extract.learned.signposts import Signposts, about
from kg.extract.names.candidate import Names
from kg.extract.names.dated import is_year
from kg.extract.numbers.quantity import Quantity
from kg.extract.passage import Passage, Span
from kg.records import MeasureRole

SIGNS: Final = (
    "role.", "act.", "mood.", "group.", "number.whole", "number.setting", "period.", "small.of", "small.in",
    "small.to", "small.with", "small.and", "small.article", "participation.", "frame.", "table.",
)  # fmt: skip
_WINDOW, _NEAR, _FUTURE = 40, 4, 8
_STEM: Final = 5
_TOUCHING: Final = 3
_FEW: Final = 10


@dataclass(frozen=True, slots=True)
class NumberClues:
    """Answers the clues to the numbers of one passage; `year` is that of the page."""

    passage: Passage
    quantities: Sequence[Quantity]
    names: Names
    year: int | None
    posts: Signposts

    def of(self, position: int, rule: MeasureRole) -> Iterator[str]:
        """Answer the clues to the number at a position of the list, which rules take for `rule`."""
        quantity = self.quantities[position]
        first, last = self.passage.bounds(quantity.first)
        start, end = clause(self.passage, quantity.first)
        span = max(start, quantity.start - _WINDOW), min(end, quantity.end + _WINDOW)
        before = self.quantities[position - 1] if position else None
        after = self.quantities[position + 1] if position + 1 < len(self.quantities) else None
        before = before if before and before.first >= first else None
        after = after if after and after.first < last else None
        yield f"rule={rule}"
        yield from self._itself(quantity, first)
        yield from self._neighbours(quantity, before, after)
        yield from self._touching(quantity, (first, last))
        yield from self._words(quantity, span, before, after)
        yield from self._signs(quantity, span, before, after)
        yield from self._years(quantity, span, before, after)
        yield from self._bracket(quantity, first)
        yield from self._future(quantity, (first, last))

    def _itself(self, quantity: Quantity, first: int) -> Iterator[str]:
        yield f"kind={quantity.kind}"
        yield f"qualifier={quantity.qualifier}"
        yield f"spelled={quantity.is_spelled}"
        yield f"language={self.passage.lexicon.lang}"
        yield f"from-start={about(quantity.start - first)}"
        if quantity.kind == "count":
            yield f"few={quantity.value < _FEW}"
        if any(n.last > quantity.first for n in self.names.within(first, quantity.first + 1)):
            yield "in-name"

    def _neighbours(
        self, quantity: Quantity, before: Quantity | None, after: Quantity | None
    ) -> Iterator[str]:
        yield f"after-number={before.kind if before else 'none'}/{quantity.kind}"
        yield f"before-number={quantity.kind}/{after.kind if after else 'none'}"
        if before:
            yield f"between-={self._said(before.end, quantity.start)}"
        if after:
            yield f"between+={self._said(quantity.end, after.start)}"

    def _said(self, first: int, last: int) -> str:
        if last - first > _TOUCHING:
            return "much"
        words = (self.passage.tokens[at].fold for at in range(first, last))
        return " ".join(words).replace("\n", "|")

    def _touching(self, quantity: Quantity, sentence: Span) -> Iterator[str]:
        """Answer the words right before and after a number, by their distance and as pairs."""
        before = [self._word(quantity.start - n, sentence) for n in range(1, _NEAR + 1)]
        behind = [self._word(quantity.end + n, sentence) for n in range(_NEAR)]
        for side, words in (("-", before), ("+", behind)):
            for distance, word in enumerate(words, 1):
                yield f"word{side}{distance}={word}"
                if distance < _NEAR:
                    yield f"near{side}={word}"
        yield f"words-={before[1]} {before[0]}"
        yield f"words+={behind[0]} {behind[1]}"

    def _word(self, at: int, sentence: Span) -> str:
        if not sentence[0] <= at < sentence[1]:
            return "|"
        word = self.passage.tokens[at].fold
        return "#" if word[0].isdigit() else word.replace("\n", "|")

    def _words(
        self, quantity: Quantity, span: Span, before: Quantity | None, after: Quantity | None
    ) -> Iterator[str]:
        """Answer the stems of the clause; those with no other number between once more."""
        for at in range(span[0], quantity.start):
            if stem := self._stem(at):
                yield f"before:{stem}"
                if not before or at >= before.last:
                    yield f"before-1:{stem}"
        for at in range(quantity.end, span[1]):
            if stem := self._stem(at):
                yield f"behind:{stem}"
                if not after or at < after.start:
                    yield f"behind-1:{stem}"

    def _stem(self, at: int) -> str:
        word = self.passage.tokens[at].fold
        return word[:_STEM] if len(word) > _TOUCHING - 1 and word[0].isalpha() else ""

    def _signs(
        self, quantity: Quantity, span: Span, before: Quantity | None, after: Quantity | None
    ) -> Iterator[str]:
        """Answer the kinds of signs around a number, with how near the nearest of each is."""
        nearest: dict[str, int] = {}
        for (_, end), kind in self.posts.among(span[0], quantity.start):
            if end <= quantity.start + 1:
                nearest[kind] = end
        for kind, end in nearest.items():
            yield f"sign-{kind}"
            yield f"sign-{kind}@{about(quantity.start - end)}"
            if before and end <= before.last:
                yield f"sign-{kind}@beyond"
        nearest.clear()
        for (at, _), kind in self.posts.among(quantity.end, span[1]):
            nearest.setdefault(kind, at)
        for kind, at in nearest.items():
            yield f"sign+{kind}"
            yield f"sign+{kind}@{about(at - quantity.end)}"
            if after and at >= after.start:
                yield f"sign+{kind}@beyond"

    def _years(
        self, quantity: Quantity, span: Span, before: Quantity | None, after: Quantity | None
    ) -> Iterator[str]:
        """Answer whether the clause tells years: before, of, or after the page's own."""
        others = {other.first for other in (before, after) if other}
        for at in range(*span):
            word = self.passage.tokens[at].word
            if is_year(word):
                side = "-" if at < quantity.first else "+"
                yield f"year{side}{self._against(int(word))}"
                near, far = sorted((at, quantity.first))
                if not any(near < other < far for other in others):
                    yield f"year-1{side}{self._against(int(word))}"

    def _against(self, year: int) -> str:
        if self.year is None:
            return "?"
        return "<" if year < self.year else "=" if year == self.year else ">"

    def _bracket(self, quantity: Quantity, floor: int) -> Iterator[str]:
        for at in range(quantity.start - 1, max(floor, quantity.start - _WINDOW) - 1, -1):
            word = self.passage.tokens[at].word
            if word == ")":
                return
            if word == "(":
                opening = self.passage.fold(at + 1) if at + 1 < quantity.start else "#"
                yield "bracket"
                yield f"bracket={opening[:_STEM]}"
                return

    def _future(self, quantity: Quantity, sentence: Span) -> Iterator[str]:
        endings = self.passage.lexicon.endings("future")
        if not endings:
            return
        before = range(max(sentence[0], quantity.start - _FUTURE), quantity.start)
        behind = range(quantity.end, min(sentence[1], quantity.end + _FUTURE))
        for side, span in (("-", before), ("+", behind)):
            if any(self.passage.tokens[at].word.endswith(endings) for at in span):
                yield f"future{side}"
