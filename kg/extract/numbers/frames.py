"""What times a sentence tells of, and which of them a number is of: "since July 2019", "to date"."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final, NamedTuple

from kg.extract.numbers.dates import Span, point
from kg.extract.numbers.quantity import Quantity
from kg.extract.passage import Passage

_MOST_BEHIND: Final = 9
_MOST_OPENING: Final = 6
_MOST_BEFORE: Final = 8
_KINDS: Final = ("between", "since", "until", "within")
_ALL: Final = ("cumulative", "annual", *_KINDS, "vague")
_BREAKS: Final = frozenset({";", "("})


class Period(NamedTuple):
    """The first and the last day that a number holds for, as far as the text says them.

    `cumulative` is whether it adds up what came since some beginning, False where it is of a year.
    """

    start: date | None = None
    end: date | None = None
    cumulative: bool | None = None


class Frame(NamedTuple):
    """Words that say a time, exactly or not: "since it began" tells no day."""

    first: int
    last: int
    period: Period


@dataclass(frozen=True)
class Frames:
    """Answers the times that the numbers of a passage are of; `named` tokens belong to names."""

    passage: Passage
    named: Collection[int]
    country: str | None
    _found: dict[tuple[int, int], list[Frame]] = field(default_factory=dict)

    @cached_property
    def _begins(self) -> list[int]:
        """Where words begin that may say what time a number is of."""
        kinds = (self.passage.signs.at.get(f"period.{kind}", {}) for kind in _ALL)
        return sorted({at for found in kinds for at in found})

    def period(self, quantity: Quantity) -> Period:
        """Answer the time of a number: what stands soon behind it, else before it in its sentence."""
        first, last = self.passage.bounds(quantity.first)
        frames = self._frames(first, last)
        found = self._behind(quantity, frames) or self._before(quantity, frames, first)
        start = next((f.period.start for f in found if f.period.start), None)
        end = next((f.period.end for f in found if f.period.end), None)
        told = [f.period.cumulative for f in found if f.period.cumulative is not None]
        return Period(start, end, True if True in told else next(iter(told), None))

    def following(self, index: int) -> int:
        """Answer where the next frame of a sentence begins behind a token, or its end."""
        first, last = self.passage.bounds(index)
        return next((f.first for f in self._frames(first, last) if f.first > index), last)

    def _frames(self, first: int, last: int) -> list[Frame]:
        """Answer the frames of a sentence in order; none is in a name."""
        if (first, last) not in self._found:
            self._found[first, last] = list(self._read(first, last))
        return self._found[first, last]

    def _read(self, first: int, last: int) -> Iterator[Frame]:
        end = first
        for at in self._begins[bisect_left(self._begins, first) : bisect_left(self._begins, last)]:
            if at >= end and at not in self.named and (found := self._at(at)):
                yield found
                end = found.last

    def _at(self, at: int) -> Frame | None:
        signs = self.passage.signs
        for kind, is_cumulative in (("cumulative", True), ("annual", False)):
            if found := signs.begins(f"period.{kind}", at):
                return Frame(at, found[0], Period(cumulative=is_cumulative))
        for kind in _KINDS:
            if (found := signs.begins(f"period.{kind}", at)) and (
                frame := self._dated(kind, at, found[0])
            ):
                return frame
        if vague := signs.begins("period.vague", at):
            return Frame(at, vague[0], Period())
        return None

    def _dated(self, kind: str, first: int, at: int) -> Frame | None:
        """Answer the frame that a small word opens before a point in time."""
        if kind == "between":
            return self._between(first, at)
        then = point(self.passage, at, self.country)
        if then is None:
            return None
        match kind:
            case "since":
                return Frame(first, then.end, Period(start=then.first, cumulative=True))
            case "until":
                return Frame(first, then.end, Period(end=then.until))
            case _:
                return Frame(first, then.end, Period(then.first, then.until))

    def _between(self, first: int, at: int) -> Frame | None:
        """Answer a time with both its ends; the first may take its year from the last."""
        for joined in range(at + 1, min(at + _MOST_OPENING, len(self.passage.tokens))):
            to = self.passage.signs.begins("period.to", joined)
            is_hyphen = self.passage.hyphened(joined) or self.passage.fold(joined) == "\u2013"
            if not to and not is_hyphen:
                continue
            behind = to[0] if to else joined + (self.passage.fold(joined) == "\u2013")
            after = point(self.passage, behind, self.country)
            before = self._first(at, joined, after) if after else None
            if before and after and before.first <= after.until:
                return Frame(first, after.end, Period(before.first, after.until))
        return None

    def _first(self, at: int, end: int, after: Span) -> Span | None:
        """Answer the point in time that fills the tokens before the word that joins it to another."""
        year = self.passage.tokens[at].word
        if end == at + 1 and year.isdigit() and len(year) == len("2021"):
            return Span(end, date(int(year), 1, 1), date(int(year), 12, 31))
        found = point(self.passage, at, self.country, after.until.year)
        return found if found and found.end == end else None

    def _behind(self, quantity: Quantity, frames: Sequence[Frame]) -> list[Frame]:
        """Answer the frames that follow a number soon, before another number comes."""
        found: list[Frame] = []
        at, limit = quantity.end, quantity.end + _MOST_BEHIND
        for frame in frames:
            if frame.first < at:
                continue
            if frame.first >= limit or self._is_broken(at, frame.first):
                break
            if self._opens(frame):
                break
            found.append(frame)
            at, limit = frame.last, frame.last + _MOST_OPENING
        return found

    def _before(self, quantity: Quantity, frames: Sequence[Frame], first: int) -> list[Frame]:
        """Answer the last frame before a number, if it is near or alone opens the sentence.

        One that follows another number is of that.
        """
        earlier = [frame for frame in frames if frame.last <= quantity.start]
        if not earlier:
            return []
        nearest = earlier[-1]
        opens = self._opens(nearest)
        is_near = quantity.start - nearest.last <= _MOST_BEFORE
        is_free = opens or not self._is_broken(first, nearest.first)
        if is_near and is_free and not self._is_broken(nearest.last, quantity.start):
            return [nearest]
        return [nearest] if opens and nearest.first <= first + _MOST_OPENING else []

    def _opens(self, frame: Frame) -> bool:
        """Answer whether a frame is of what follows it: a clause or a number begins behind it."""
        passage = self.passage
        before = passage.fold(frame.first - 1)
        is_first = frame.first == passage.bounds(frame.first)[0] or not before.isalnum()
        begins = is_first or passage.has("small.and", frame.first - 1)
        behind = frame.last + (passage.fold(frame.last) == ",")
        is_number = passage.fold(behind)[:1].isdigit() or passage.has("number.units", behind)
        return begins and (behind > frame.last or is_number)

    def _is_broken(self, first: int, last: int) -> bool:
        """Answer whether another number or clause stands between."""
        words = [token.word for token in self.passage.tokens[first:last]]
        return any(word[0].isdigit() or word in _BREAKS for word in words)
