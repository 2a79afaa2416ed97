"""Which numbers are a part of another: "120 people, of whom 80 women", "12 of the 15 centres"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby
from typing import Final

from kg.extract.numbers.quantity import Quantity
from kg.extract.passage import Passage

_NEAR: Final = 4
"""How soon after a number the noun comes that it counts."""
_FAR: Final = 8
"""How far apart the parts of one whole are at most."""
_STOPS: Final = frozenset({";", ".", ")"})
_HUNDRED: Final = Decimal(100)


def wholes(passage: Passage, quantities: Sequence[Quantity]) -> dict[int, int]:
    """Answer, by position in the list, of which other number a number is said to be a part."""
    return Parts(passage, quantities).read()


@dataclass(frozen=True, slots=True)
class Parts:
    """Reads the parts among the numbers of a passage, in the order of the text."""

    passage: Passage
    quantities: Sequence[Quantity]
    found: dict[int, int] = field(default_factory=dict)

    def read(self) -> dict[int, int]:
        """Answer what is a part of what, by position."""
        numbered = range(len(self.quantities))
        for _, sentence in groupby(numbered, self._sentence):
            positions = list(sentence)
            for position in positions:
                whole = self._whole(position, positions)
                if whole is not None:
                    self.found[position] = whole
            self._add_up(positions)
        return self.found

    def _sentence(self, position: int) -> int:
        return self.passage.sentence_of[self.quantities[position].first]

    def _whole(self, position: int, positions: Sequence[int]) -> int | None:
        """Answer the whole of a number: the first that a way of saying it tells."""
        ways = (self._out_of, self._told, self._opened, self._bracketed, self._continued)
        return next((w for way in ways if (w := way(position, positions)) is not None), None)

    def _out_of(self, position: int, positions: Sequence[int]) -> int | None:
        """Answer the number that follows: "12 of the 15 centres", "80 women out of 120"."""
        following = position + 1
        if following not in positions or not self._fits(position, following):
            return None
        part, whole = self.quantities[position], self.quantities[following]
        if self.passage.has("small.of", part.end) and whole.start == part.end + 1:
            return following
        for at in range(part.end, min(part.end + _NEAR, whole.start)):
            cue = self.passage.signs.begins("part.out_of", at)
            if cue and cue[0] in {whole.start, whole.first}:
                return following
            if not self.passage.tokens[at].word[0].isalnum():
                break
        return None

    def _told(self, position: int, positions: Sequence[int]) -> int | None:
        """Answer the number before the words that tell a part: "of whom 80", "80 of them"."""
        quantity, signs = self.quantities[position], self.passage.signs
        for start in self._starts(quantity):
            begin = signs.ends("part.told", start)
            if begin is not None:
                return self._before(position, positions, begin, is_root=True)
            if signs.ends("part.including", start) is not None:
                return self._before(position, positions, start, is_root=False)
        if signs.begins("part.told", quantity.end):
            return self._before(position, positions, quantity.end, is_root=True)
        return None

    def _starts(self, quantity: Quantity) -> Iterator[int]:
        """Answer where a number may begin: with its hedge, a small word, a comma before it."""
        start = quantity.start
        yield start
        while start > 0 and (
            self.passage.has("number.skipped", start - 1) or self.passage.fold(start - 1) == ","
        ):
            start -= 1
            yield start

    def _before(
        self, position: int, positions: Sequence[int], begin: int, *, is_root: bool
    ) -> int | None:
        """Answer the number that a part is of: in its sentence, or the only one of that before.

        What counts the places or meetings that people are in is no whole of people; and of "12 of
        the 15 centres" the 12 are spoken of.
        """
        if begin == self.passage.bounds(begin)[0]:
            return self._in_sentence_before(positions[0])
        said = [p for p in reversed(positions) if p < position and self.found.get(p - 1) != p]
        earlier = [p for p in said if self._fits(position, p)]
        free = [p for p in earlier if not self._is_setting(p)] or earlier
        if not free:
            return None
        root = min(self.found.get(free[0], free[0]), free[0]) if is_root else free[0]
        return root if self._fits(position, root) else free[0]

    def _in_sentence_before(self, first: int) -> int | None:
        """Answer the one number of the sentence before that is no part: "Of these, 80 were women"."""
        sentence = self._sentence(first) - 1
        before = [p for p in range(first) if self._sentence(p) == sentence and p not in self.found]
        is_one = len(before) == 1 and self._fits(first, before[0])
        return before[0] if is_one else None

    def _opened(self, position: int, positions: Sequence[int]) -> int | None:
        """Answer the number that opens the sentence: "Of the 120 people trained, 80 were women"."""
        opening = positions[0]
        whole, part = self.quantities[opening], self.quantities[position]
        start = self.passage.bounds(whole.first)[0]
        cue = self.passage.signs.begins("part.opening", start)
        if not cue or cue[0] not in {whole.start, whole.first} or position == opening:
            return None
        commas = [at for at in range(whole.end, part.start) if self.passage.fold(at) == ","]
        is_first = (
            all(self.quantities[p].start < commas[0] for p in positions if p < position)
            if commas
            else False
        )
        return opening if is_first and self._fits(position, opening) else None

    def _bracketed(self, position: int, positions: Sequence[int]) -> int | None:
        """Answer the number before a bracket: "120 people (80 women)"."""
        before, start = position - 1, self.quantities[position].start
        is_bracket = self.passage.fold(start - 1) == "("
        if before not in positions or not is_bracket or not self._names_part(position):
            return None
        between = range(self.quantities[before].end, start - 1)
        is_near = all(self.passage.tokens[at].word[0].isalnum() for at in between)
        return before if is_near and self._fits(position, before) else None

    def _continued(self, position: int, positions: Sequence[int]) -> int | None:
        """Answer the whole of the part before, if the number goes on: "of whom 40 women, 30 men"."""
        before, start = position - 1, self.quantities[position].start
        whole = self.found.get(before) if before in positions else None
        if whole is None or whole > before or not self._fits(position, whole):
            return None
        if not self._is_joined(before, position):
            return None
        kind = self.quantities[position].kind
        same = [p for p, w in self.found.items() if w == whole and self.quantities[p].kind == kind]
        total = sum(self.quantities[p].value for p in (*same, position))
        limit = _HUNDRED if kind == "percent" else _most(self.quantities[whole])
        is_part = total < limit and self._names_part(position)
        return whole if start and (is_part or total == limit) else None

    def _add_up(self, positions: Sequence[int]) -> None:
        """Take note of kinds of people that add up to the number beside them: "701 women, 3 men of 704"."""
        runs: list[list[int]] = []
        for position in positions:
            if self.quantities[position].kind != "count" or not self._names_part(position):
                continue
            if runs and runs[-1][-1] == position - 1 and self._is_joined(position - 1, position):
                runs[-1].append(position)
            else:
                runs.append([position])
        for run in runs:
            total = sum(self.quantities[p].value for p in run)
            near = [p for p in reversed(positions) if p < run[0]] + [
                p for p in positions if p == run[-1] + 1
            ]
            whole = next((p for p in near if self._is_total(p, total)), None)
            if len(run) > 1 and whole is not None:
                self.found.update(dict.fromkeys(run, whole))

    def _is_total(self, position: int, total: Decimal | int) -> bool:
        quantity = self.quantities[position]
        return quantity.kind == "count" and quantity.value == total

    def _is_joined(self, before: int, position: int) -> bool:
        """Answer whether a number goes on a list that the one before it is in."""
        end, start = self.quantities[before].end, self.quantities[position].start
        is_listed = self.passage.fold(start - 1) == "," or self.passage.has("small.and", start - 1)
        words = (self.passage.tokens[at].word for at in range(end, start))
        return is_listed and start - end <= _FAR and _STOPS.isdisjoint(words)

    def _names_part(self, position: int) -> bool:
        """Answer whether a number counts one of the kinds that people are told apart by."""
        return self._is_followed("part.noun", position)

    def _is_setting(self, position: int) -> bool:
        """Answer whether a number counts places, or tells where something is: "in 12 workshops"."""
        start = self.quantities[position].start
        is_in = any(self.passage.has(kind, start - 1) for kind in ("small.in", "number.setting"))
        return is_in or self._is_followed("group.place", position)

    def _is_followed(self, kind: str, position: int) -> bool:
        """Answer whether a noun of a kind follows a number soon, in the same phrase."""
        end = self.quantities[position].end
        for at in range(end, min(end + _NEAR, self.passage.bounds(end - 1)[1])):
            word = self.passage.tokens[at].word
            if self.passage.signs.begins(kind, at):
                return True
            if not word[0].isalpha():
                break
        return False

    def _fits(self, part: int, whole: int) -> bool:
        """Answer whether a number can be a part of another: a share, or no more of the same."""
        one, other = self.quantities[part], self.quantities[whole]
        if one.kind == "percent":
            return other.kind in {"count", "range", "currency"} and one.value <= _HUNDRED
        kinds = {"count", "range"}
        is_same = one.kind == other.kind or {one.kind, other.kind} == kinds
        is_summed = one.kind in {*kinds, "currency"} and one.currency == other.currency
        return is_same and is_summed and _most(one) <= _most(other)


def _most(quantity: Quantity) -> Decimal:
    return quantity.value if quantity.upper is None else quantity.upper
