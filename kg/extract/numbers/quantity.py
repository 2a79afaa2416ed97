"""Number expressions: digits or words, with scale, percent sign, currency and hedge."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, get_args

from kg.extract.numbers.money import money
from kg.extract.numbers.numerals import Numerals, parse
from kg.extract.passage import Passage
from kg.extract.tokens import is_number
from kg.records import MeasureKind, Qualifier

_QUALIFIERS: Final[tuple[Qualifier, ...]] = tuple(q for q in get_args(Qualifier) if q != "exact")
_GROUP_DIGITS: Final = 3
_GLUED_SCALES: Final = {"m": 10**6, "k": 10**3, "mn": 10**6, "mm": 10**6, "bn": 10**9, "b": 10**9}
_MOST_SKIPPED: Final = 2
_ARABIC: Final = str.maketrans("\u066b\u066c", ".,")
"""The marks of decimals and of thousands that Arabic writes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number at tokens `first` to `last`, in the words `start` to `end` that belong to it.

    The number expression has its percent sign, not its currency; `start` to `end` has both, and
    the hedge before.
    """

    first: int
    last: int
    start: int
    end: int
    value: Decimal
    kind: MeasureKind = "count"
    currency: str = ""
    upper: Decimal | None = None
    qualifier: Qualifier = "exact"
    is_spelled: bool = False


@dataclass(frozen=True, slots=True)
class Quantities:
    """Finds the number expressions of a passage."""

    passage: Passage
    country: str | None

    def all(self) -> Iterator[Quantity]:
        """Answer the number expressions in order."""
        index = 0
        while index < len(self.passage.tokens):
            found = self._at(index)
            if found:
                yield self._hedged(self._priced(found))
            index = found.last if found else index + 1

    def _at(self, index: int) -> Quantity | None:
        token = self.passage.tokens[index]
        if is_number(token.word):
            return self._scaled(index)
        if self.passage.lexicon.has("number.units", token.fold) or self.passage.lexicon.has(
            "number.factors", token.fold
        ):
            return self._spelled(index)
        multiple = self.passage.signs.begins("number.multiples", index)
        if multiple:
            last, sign = multiple
            value = Decimal(sign.value)
            return Quantity(
                first=index, last=last, start=index, end=last, value=value, kind="multiple"
            )
        return None

    def _spelled(self, index: int) -> Quantity | None:
        limit = self.passage.bounds(index)[1]
        words = [token.fold for token in self.passage.tokens[index : min(limit, index + 8)]]
        found = numerals(self.passage).read(words)
        if found is None:
            return None
        value, length = found
        last = index + length
        return self._share(
            Quantity(
                first=index, last=last, start=index, end=last, value=Decimal(value), is_spelled=True
            )
        )

    def _scaled(self, index: int) -> Quantity | None:
        """Answer the number in digits at a token, with what scales it."""
        last = self._grouped(index)
        scale, end, lang = self._scale(last)
        value = parse(self._digits(index, last), lang, is_scaled=scale > 1)
        if value is None:
            return None
        found = Quantity(first=index, last=end, start=index, end=end, value=_plain(value * scale))
        return self._ranged(self._share(found))

    def _digits(self, first: int, last: int) -> str:
        said = " ".join(token.word for token in self.passage.tokens[first:last])
        return said.translate(_ARABIC)

    def _grouped(self, index: int) -> int:
        """Answer where a number ends whose thousands are parted by spaces."""
        parts = self.passage.tokens
        last = index + 1
        if not parts[index].word.isdigit() or len(parts[index].word) > _GROUP_DIGITS:
            return last
        while (
            last < len(parts)
            and parts[last].word[:_GROUP_DIGITS].isdigit()
            and len(parts[last].word.partition(",")[0]) == _GROUP_DIGITS
            and parts[last].start - parts[last - 1].end == 1
            and not self.passage.hyphened(last)
        ):
            last += 1
        return last

    def _scale(self, last: int) -> tuple[int, int, str]:
        """Answer what follows a number and multiplies it, where that ends, and in which language.

        In a text that is not read, the word tells the language.
        """
        parts, words = self.passage.tokens, self.passage.lexicon
        if last < len(parts) and self.passage.glued(last):
            glued = _GLUED_SCALES.get(parts[last].fold)
            if glued:
                return glued, last + 1, words.lang
        found = self.passage.signs.begins("number.scales", last)
        if not found:
            return 1, last, words.lang
        return int(found[1].value), found[0], words.lang if words.is_read else found[1].lang

    def _share(self, found: Quantity) -> Quantity:
        """Answer a number as a share or a multiple, where a sign says so."""
        parts, last = self.passage.tokens, found.last
        if last < len(parts) and parts[last].word == "%":
            return replace(found, last=last + 1, end=last + 1, kind="percent")
        if sign := self.passage.signs.begins("number.percent", last):
            return replace(found, last=sign[0], end=sign[0], kind="percent")
        if sign := self.passage.signs.begins("number.times", last):
            return replace(found, end=sign[0], kind="multiple")
        return found

    def _ranged(self, found: Quantity) -> Quantity:
        """Answer a number and the one that it reaches to: "7-8,000"."""
        parts, last = self.passage.tokens, found.last
        if last >= len(parts):
            return found
        at = last if self.passage.hyphened(last) else last + 1
        is_joined = at == last or (parts[last].word in {"\u2013", "\u2014", "-"})
        if not is_joined or at >= len(parts) or not is_number(parts[at].word):
            return found
        upper = self._scaled(at)
        if upper is None or upper.value <= found.value:
            return found
        low = found.value * 1000 if found.value * 1000 < upper.value else found.value
        return replace(
            upper, first=found.first, start=found.start, value=low, upper=upper.value, kind="range"
        )

    def _priced(self, found: Quantity) -> Quantity:
        """Answer a number as a sum of money, where a currency stands before or after it."""
        if found.kind not in {"count", "range"}:
            return found
        before = money().before(self.passage, found.first, self.country)
        is_short = found.last - found.first > 1 and self.passage.fold(found.last) == "."
        after = money().after(self.passage, found.last + is_short, self.country)  # "3 Mio. Euro"
        if before:
            return replace(found, start=before[0], currency=before[1], kind="currency")
        if after:
            return replace(found, end=after[0], currency=after[1], kind="currency")
        return found

    def _hedged(self, found: Quantity) -> Quantity:
        """Answer a number with its qualifier: what stands right before it, or "or more" after."""
        at = found.start
        for _ in range(_MOST_SKIPPED + 1):
            if before := self._qualifier_before(at, self.passage.bounds(found.first)[0]):
                return replace(found, start=before[0], qualifier=before[1])
            if not self.passage.has("number.skipped", at - 1):
                break
            at -= 1
        if self.passage.fold(found.last) == "+" and self.passage.glued(found.last):
            return replace(found, qualifier="atLeast", end=found.last + 1)
        if self.passage.has("small.and", found.end):
            for qualifier in _QUALIFIERS:
                if after := self.passage.signs.begins(f"qualifier.{qualifier}", found.end):
                    return replace(found, qualifier=qualifier, end=after[0])
        return found

    def _qualifier_before(self, at: int, floor: int) -> tuple[int, Qualifier] | None:
        """Answer the longest qualifier that ends before a token, and where it begins."""
        ends = self.passage.signs.ends
        found = [
            (first, qualifier)
            for qualifier in _QUALIFIERS
            if (first := ends(f"qualifier.{qualifier}", at)) is not None and first >= floor
        ]
        return min(found, default=None)


def _plain(value: Decimal) -> Decimal:
    """Answer a value without the zeros behind a point that scaling leaves."""
    whole = value.to_integral_value()
    return whole if whole == value else value


def numerals(passage: Passage) -> Numerals:
    """Answer the number words of the language of a passage."""
    words = passage.lexicon
    joins = words.words.get("number.joins", frozenset())
    units, factors = (words.values.get(f"number.{kind}", {}) for kind in ("units", "factors"))
    return Numerals(units, factors, joins)
