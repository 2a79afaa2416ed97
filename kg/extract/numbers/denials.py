"""Numbers that measure nothing: dates, years, ordinals, codes, durations, telephone numbers."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final

from kg.extract.names.dated import is_year
from kg.extract.numbers.quantity import Quantity
from kg.extract.passage import Passage
from kg.extract.tokens import is_capital, is_unspaced

_MARKS: Final = frozenset(",-\u2013&/")
_NUMBER_SIGNS: Final = frozenset(".#\u00b0\u00ba")
_CODE_BEFORE: Final = frozenset("_/#@.\\")
_CODE_AFTER: Final = frozenset("_/\u00b0\u00ba\u00aa")
_MOST_AFTER: Final = 2
_LONGEST_LIST: Final = 20
_FARTHEST_ITEM: Final = 150
_OPENING: Final = frozenset(".:;")
_DAYS: Final = 31
_SECTION: Final = re.compile(r"[1-9]\d?\.\d{1,2}")
_MOST_JOINED: Final = 3
_OLDEST: Final = 100
_MOST_PAGED: Final = 8


@dataclass(slots=True)
class Denials:
    """Says of number expressions, in order, which measure nothing."""

    passage: Passage
    named: Collection[int]
    """The tokens that belong to names."""
    _last_numbered: int = field(default=-1)
    """Where the last number ended that belongs to a noun before it, as "and 6" may."""

    def denies(self, quantity: Quantity) -> bool:
        """Answer whether a number measures nothing."""
        denied = self._is_code(quantity) or self._is_named(quantity) or self._is_page(quantity)
        denied = denied or self._is_unscaled(quantity)
        if denied or quantity.kind not in {"count", "range"}:
            return denied
        if self._is_numbered(quantity):
            self._last_numbered = quantity.last
            return True
        rules = (
            self._is_fraction,
            self._is_date,
            self._is_year,
            self._is_compound,
            self._is_duration,
            self._is_pronoun,
            self._is_marker,
        )
        return any(rule(quantity) for rule in rules)

    def _is_page(self, quantity: Quantity) -> bool:
        """Answer whether a line tells which part of a list is shown: "Showing 1 - 3 of 9"."""
        first, last = self.passage.bounds(quantity.first)
        has_words = any(self.passage.tokens[at].word.isalpha() for at in range(quantity.last, last))
        is_short = last - first <= _MOST_PAGED
        return (
            is_short
            and self.passage.has("denial.pager", first)
            and (not has_words or self.passage.has("small.of", quantity.last))
        )

    def _is_unscaled(self, quantity: Quantity) -> bool:
        """Answer whether a word that nobody here reads may scale a number: there are no 3.5 women."""
        has_fraction = quantity.value != quantity.value.to_integral_value()
        is_sure = quantity.kind in {"percent", "multiple"} or quantity.end > quantity.last
        is_read = self.passage.lexicon.is_read
        return has_fraction and not is_sure and not is_read and self._is_word(quantity.last)

    def _is_word(self, index: int) -> bool:
        return self.passage.fold(index)[:1].isalpha()

    def _is_named(self, quantity: Quantity) -> bool:
        return quantity.first in self.named and quantity.last - 1 in self.named

    def _is_code(self, quantity: Quantity) -> bool:
        """Answer whether a number is a part of a code, an address, a fraction, an ordinal."""
        text, parts = self.passage.reading.text, self.passage.tokens
        start, end = parts[quantity.first].start, parts[quantity.last - 1].end
        before, after = text[max(start - 2, 0) : start], text[end : end + 2]
        is_sum = quantity.kind == "currency" and not after[1:].isdigit()  # "US$7.4m/US$7.9m"
        if before[-1:] in _CODE_BEFORE or (after[:1] in _CODE_AFTER and not is_sum):
            return True
        is_time = before[-1:] == ":" and before[:1].isdigit()
        if is_time or (after[:1] in {".", ":"} and after[1:].isalnum()):
            return True
        if quantity.last < len(parts) and self.passage.glued(quantity.last):
            word = parts[quantity.last].word
            return word[0].isalpha() and quantity.kind == "count" and not is_unspaced(word)
        return False

    def _is_fraction(self, quantity: Quantity) -> bool:
        """Answer whether number words say a part of something: "two thirds", or mean no number."""
        is_part = quantity.is_spelled and self.passage.has("number.fractions", quantity.last)
        return is_part or self.passage.signs.ends("denial.idiom", quantity.last) is not None

    def _is_date(self, quantity: Quantity) -> bool:
        """Answer whether a month stands beside a number: "12 January", "24 de agosto", "May 3"."""
        if quantity.value > _DAYS or quantity.is_spelled:
            return False
        last, first = self._last_joined(quantity), self._first_joined(quantity)
        is_of = self.passage.has("small.of", last)
        is_ordinal = not self.passage.lexicon.is_read and self.passage.fold(last) == "."
        after = self._is_month(last + (is_of or is_ordinal))  # German: "12. April"
        return after or (self._is_month(first - 1) and not is_of)

    def _last_joined(self, quantity: Quantity) -> int:
        """Answer where the numbers end that words join to one: "3 to 5 May", "12 a 17 años"."""
        last = quantity.last
        for _ in range(_MOST_JOINED):
            at = last + 1 + self.passage.has("small.article", last + 1)
            if not (self._is_join(last) and self._is_short(at)):
                break
            last = at + 1
        return last

    def _first_joined(self, quantity: Quantity) -> int:
        first = quantity.first
        for _ in range(_MOST_JOINED):
            if not (self._is_join(first - 1) and self._is_short(first - 2)):
                break
            first -= 2
        return first

    def _is_short(self, index: int) -> bool:
        word = self.passage.fold(index)
        return word.isdigit() and len(word) < len("100")

    def _is_month(self, index: int) -> bool:
        is_large = self.passage.lexicon.lang != "en" or (
            0 <= index < len(self.passage.tokens) and is_capital(self.passage.tokens[index].word)
        )
        return is_large and self.passage.has("denial.month", index)

    def _is_year(self, quantity: Quantity) -> bool:
        """Answer whether a number of four digits is a year: none is counted after a verb or first."""
        passage, first = self.passage, quantity.first
        if not is_year(passage.tokens[first].word):
            return False
        if quantity.qualifier == "atMost" and not passage.fold(quantity.last).isalpha():
            return True  # "hasta 2021": until
        if quantity.qualifier != "exact":
            return False
        if quantity.kind == "range" or not passage.lexicon.is_read:
            return True
        begins = first == passage.bounds(first)[0] or not passage.fold(first - 1).isalpha()
        is_dated = begins or passage.has("denial.year_before", first - 1)
        return is_dated or not passage.fold(quantity.last).isalpha() or self._is_month(first - 1)

    def _is_compound(self, quantity: Quantity) -> bool:
        """Answer whether a hyphen makes it part of a word or a date: "24-hour", "15-03-2016"."""
        before = self.passage.hyphened(quantity.first)
        after = self.passage.hyphened(quantity.last)
        is_hedge = self.passage.signs.begins("behind.about", quantity.last) is not None  # "90-odd"
        return before or (after and not is_hedge and self._is_alnum(quantity.last))

    def _is_alnum(self, index: int) -> bool:
        return self.passage.fold(index)[:1].isalnum()

    def _is_numbered(self, quantity: Quantity) -> bool:
        """Answer whether a noun before or after a number makes it a name: "SDG 5", "911 hotline"."""
        word = self.passage.tokens[quantity.first].word
        if word.startswith("0") and word.isdigit() and len(word) > 1:
            return True
        return (
            self._joins_numbered(quantity)
            or self._follows_noun(quantity.first)
            or self._precedes_noun(quantity.last)
        )

    def _joins_numbered(self, quantity: Quantity) -> bool:
        """Answer whether a number goes on a list of numbered things: "category 5 and 6"."""
        is_next = self._last_numbered == quantity.first - 1
        return is_next and not quantity.is_spelled and self._is_join(self._last_numbered)

    def _is_join(self, index: int) -> bool:
        kinds = ("small.and", "small.to")
        is_word = any(self.passage.has(kind, index) for kind in kinds)
        return is_word or self.passage.fold(index) in _MARKS

    def _follows_noun(self, first: int) -> bool:
        """Answer whether a noun whose things have numbers stands before one: "Phase 2", "No. 7"."""
        signs, passage = self.passage.signs, self.passage
        for at in (first, first - 1) if passage.fold(first - 1) in _NUMBER_SIGNS else (first,):
            if signs.ends("denial.before", at) is not None:
                return True
            titled = signs.ends("denial.titled", at)
            if titled is not None and is_capital(passage.tokens[titled].word):
                return True
        return False

    def _precedes_noun(self, last: int) -> bool:
        """Answer whether what follows a number, or one listed with it, says it is a name."""
        signs = self.passage.signs
        if signs.begins("denial.after", last):
            return True
        is_listed = self._is_join(last) and self.passage.fold(last + 1)[:1].isdigit()
        return is_listed and signs.begins("denial.after", last + 2) is not None

    def _is_duration(self, quantity: Quantity) -> bool:
        """Answer whether a number counts time, or tells an age."""
        signs = self.passage.signs
        if signs.begins("denial.time", quantity.last) or self._is_age(quantity):
            return True
        joined = self._last_joined(quantity)
        if joined > quantity.last and signs.begins("denial.time", joined):
            return True
        limit = self.passage.bounds(quantity.first)[1]
        for index in range(quantity.last, min(limit, quantity.last + _MOST_AFTER)):
            if self.passage.has("denial.time", index):
                return True
            if not self.passage.fold(index).isalpha() or self.passage.has("small.article", index):
                break
        at = quantity.start
        return any(signs.ends("denial.age", index) is not None for index in (at, at - 2))

    def _is_age(self, quantity: Quantity) -> bool:
        """Answer whether a bound behind persons is one of their age: "children under ten"."""
        at, is_old = quantity.start, quantity.value < _OLDEST
        is_bound = self.passage.has("denial.bound", at) and at + 1 == quantity.first
        return is_old and is_bound and self.passage.has("denial.person", at - 1)

    def _is_pronoun(self, quantity: Quantity) -> bool:
        """Answer whether a number word stands for a thing: "one of the", "the national one"."""
        passage = self.passage
        is_word = quantity.is_spelled and quantity.last - quantity.first == 1
        if not is_word or not passage.has("number.pronouns", quantity.first):
            return False
        if passage.lexicon.lang != "en":
            return True
        kinds = ("number.pronoun_before", "common.modifier")
        if any(passage.has(kind, quantity.first - 1) for kind in kinds):
            return True
        after = passage.has("number.pronoun_after", quantity.last)
        return after or not passage.fold(quantity.last).isalpha()

    def _is_marker(self, quantity: Quantity) -> bool:
        """Answer whether a number marks a member of a list: "1)", "2."."""
        first, last = self.passage.bounds(quantity.first)
        begins = quantity.first == first or self.passage.fold(quantity.first - 1) in _OPENING
        after = self.passage.fold(quantity.last)
        if self._is_enumerated(quantity) or self._is_section(quantity):
            return True
        if after == ")" and self._opened(quantity, first) is None:
            return quantity.value < _LONGEST_LIST
        return (
            begins and after == "." and last > quantity.last + 1 and quantity.value < _LONGEST_LIST
        )

    def _is_section(self, quantity: Quantity) -> bool:
        """Answer whether a number opens a line or sentence as that of a section: "2.1 Aims", "(2.1) We"."""
        passage, first = self.passage, self.passage.bounds(quantity.first)[0]
        opens = not any(self._is_alnum(at) for at in range(first, quantity.first))
        after = quantity.last + (passage.fold(quantity.last) == ")")
        is_title = after < len(passage.tokens) and is_capital(passage.tokens[after].word)
        is_one = quantity.last - quantity.first == 1
        return (
            opens and is_title and is_one and bool(_SECTION.fullmatch(passage.fold(quantity.first)))
        )

    def _is_enumerated(self, quantity: Quantity) -> bool:
        """Answer whether a number in brackets goes on or opens an enumeration: "(1) wells, (2) roads"."""
        parts = self.passage.tokens
        if quantity.value >= _LONGEST_LIST or not self._is_bracketed(quantity.first):
            return False
        beside = {str(int(quantity.value) - 1), str(int(quantity.value) + 1)}
        first, last = quantity.first - _FARTHEST_ITEM, quantity.first + _FARTHEST_ITEM
        near = range(max(1, first), min(len(parts) - 1, last))
        return any(parts[at].word in beside and self._is_bracketed(at) for at in near)

    def _is_bracketed(self, at: int) -> bool:
        """Answer whether a token stands alone in brackets."""
        return self.passage.fold(at - 1) == "(" and self.passage.fold(at + 1) == ")"

    def _opened(self, quantity: Quantity, floor: int) -> int | None:
        """Answer where the bracket opened that a number stands in."""
        for index in range(quantity.first - 1, floor - 1, -1):
            if self.passage.fold(index) == "(":
                return index
            if self.passage.fold(index) == ")":
                return None
        return None
