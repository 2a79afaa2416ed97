"""Number expressions: digits or words, with scale, percent sign and currency."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from kg.extract.numbers.hedges import hedged
from kg.extract.numbers.money import money
from kg.extract.numbers.numerals import Numerals, parse, plain
from kg.extract.numbers.quantity import Quantity
from kg.extract.numbers.ranges import ranged
from kg.extract.passage import Passage
from kg.extract.tokens import is_capital, is_number

_GROUP_DIGITS: Final = 3
_THOUSAND: Final = 1000
_GLUED_SCALES: Final = {"m": 10**6, "k": 10**3, "mn": 10**6, "mm": 10**6, "bn": 10**9, "b": 10**9}
_ARABIC: Final = str.maketrans("\u066b\u066c", ".,")
"""The marks of decimals and of thousands that Arabic writes."""


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
                yield hedged(self.passage, self._priced(found))
            index = found.last if found else index + 1

    def _at(self, index: int) -> Quantity | None:
        """Answer the number that begins at a token, said once or twice, and what it reaches to."""
        found = self._read(index)
        if found is None:
            return None
        if is_number(self.passage.tokens[index].word):
            found = ranged(self.passage, found, self._read)
        return self._repeated(found)

    def _read(self, index: int) -> Quantity | None:
        token = self.passage.tokens[index]
        if is_number(token.word):
            return self._scaled(index)
        if lot := self.passage.signs.begins("number.lots", index):
            return Quantity(
                first=index,
                last=lot[0],
                start=index,
                end=lot[0],
                value=Decimal(lot[1].value),
                qualifier="about",
                is_spelled=True,
            )
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
        said = numerals(self.passage).read(words)
        if said is None:
            return None
        value, length = said
        last = index + length
        scale = self.passage.lexicon.values.get("number.factors", {}).get(words[length - 1], 1)
        found = Quantity(
            first=index, last=last, start=index, end=last, value=Decimal(value), is_spelled=True
        )
        return self._share(self._halved(replace(found, scale=scale if scale >= _THOUSAND else 1)))

    def _scaled(self, index: int) -> Quantity | None:
        """Answer the number in digits at a token, with what scales it."""
        last = self._grouped(index)
        scale, end, lang = self._scale(last, index)
        value = parse(self._digits(index, last), lang, is_scaled=scale > 1)
        if value is None:
            return None
        found = Quantity(
            first=index, last=end, start=index, end=end, value=plain(value * scale), scale=scale
        )
        return self._share(self._added(self._halved(found)))

    def _halved(self, found: Quantity) -> Quantity:
        """Answer a number with the half that is added to it: "2 millones y medio"."""
        half = self.passage.signs.begins("number.halves", found.last)
        if not half:
            return found
        last, value = half[0], found.value + Decimal(found.scale) / 2
        if found.scale == 1:  # "two and a half million"
            scale, last, _ = self._scale(last, found.first)
            value, found = value * scale, replace(found, scale=scale)
        return replace(found, last=last, end=last, value=plain(value))

    def _added(self, found: Quantity) -> Quantity:
        """Answer a number with the lesser one that goes on it: "12 mil 500", "3 millones 250 mil"."""
        at = found.last
        if found.scale < _THOUSAND or at >= len(self.passage.tokens):
            return found
        word = self.passage.tokens[at].word
        if not word.isdigit() or len(word) > _GROUP_DIGITS or word.startswith("0"):
            return found
        scale, last, _ = self._scale(at + 1, at)
        is_whole = scale > 1 or len(word) == _GROUP_DIGITS
        is_next = is_whole and scale * _THOUSAND == found.scale
        if not is_next or self._share(replace(found, last=last)).kind != "count":
            return found
        return replace(found, last=last, end=last, value=found.value + int(word) * scale)

    def _repeated(self, found: Quantity) -> Quantity:
        """Answer as one a number that brackets say again: "eleven (11)", "five per cent (5%)"."""
        at = found.last
        if self.passage.fold(at) != "(" or at + 1 >= len(self.passage.tokens):
            return found
        again = self._read(at + 1)
        if (
            again is None
            or again.value != found.value
            or again.is_spelled == found.is_spelled
            or self.passage.fold(again.last) != ")"
        ):
            return found
        last = again.last + 1
        kind = found.kind if again.kind == "count" else again.kind
        return replace(found, last=last, end=last, kind=kind, is_spelled=True)

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

    def _scale(self, last: int, first: int) -> tuple[int, int, str]:
        """Answer what follows a number and multiplies it, where that ends, and in which language.

        In a text that is not read, the word tells the language.
        """
        parts, words = self.passage.tokens, self.passage.lexicon
        glued = _GLUED_SCALES.get(parts[last].fold) if last < len(parts) else None
        if glued and (self.passage.glued(last) or self._is_sum(first, last)):
            return glued, last + 1, words.lang
        found = self.passage.signs.begins("number.scales", last)
        if not found:
            return 1, last, words.lang
        return int(found[1].value), found[0], words.lang if words.is_read else found[1].lang

    def _is_sum(self, first: int, last: int) -> bool:
        """Answer whether a currency stands around a number and a letter that may scale it: "£1.2 m"."""
        if money().before(self.passage, first, self.country) is not None:
            return True
        is_large = is_capital(self.passage.tokens[last].word)  # "3 M d'euros", no metres
        return is_large and money().after(self.passage, last + 1, self.country) is not None

    def _share(self, found: Quantity) -> Quantity:
        """Answer a number as a share or a multiple, where a sign says so."""
        parts, last = self.passage.tokens, found.last
        if last < len(parts) and parts[last].word == "%":
            return replace(found, last=last + 1, end=last + 1, kind="percent")
        if sign := self.passage.signs.begins("number.percent", last):
            return replace(found, last=sign[0], end=sign[0], kind="percent")
        if sign := self.passage.signs.begins("number.times", last):
            return replace(found, end=sign[0], kind="multiple")
        if found.value != found.value.to_integral_value() and self.passage.has("number.fold", last):
            return replace(found, end=last + 1, kind="multiple")
        return found

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


def numerals(passage: Passage) -> Numerals:
    """Answer the number words of the language of a passage."""
    words = passage.lexicon
    joins = words.words.get("number.joins", frozenset())
    units, factors = (words.values.get(f"number.{kind}", {}) for kind in ("units", "factors"))
    return Numerals(units, factors, joins)
