"""Numbers that measure nothing: dates, years, ordinals, codes, durations, telephone numbers."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final

from kg.extract.names.dated import is_year
from kg.extract.numbers.quantity import Quantity
from kg.extract.passage import Passage
from kg.extract.tokens import is_capital, is_number

_JOINS: Final = frozenset(
    {"and", ",", "y", "e", "et", "to", "a", "or", "o", "ou", "-", "\u2013", "&", "/"}
)
_ORDINALS: Final = frozenset(
    {"st", "nd", "rd", "th", "er", "ere", "e", "eme", "o", "a", "\u00ba", "\u00aa", "\u00b0"}
)
_CODE_BEFORE: Final = frozenset("_/#@.\\")
_CODE_AFTER: Final = frozenset("_/\u00b0\u00ba\u00aa")
_OF: Final = frozenset({"of", "de", "du", "del"})
_PRONOUN_BEFORE: Final = frozenset(
    {"no", "any", "every", "each", "this", "that", "the", "another", "which", "some"}
)
_PRONOUN_AFTER: Final = frozenset(
    {
        "of",
        "another",
        "side",
        "hand",
        "who",
        "that",
        "which",
        "such",
        "time",
        "can",
        "day",
        "way",
        "is",
        "was",
        "to",
        "and",
        "or",
    }
)
_MOST_AFTER: Final = 3


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
        denied = self._is_code(quantity) or self._is_named(quantity)
        if denied or quantity.kind not in {"count", "range"}:
            return denied
        if self._is_numbered(quantity):
            self._last_numbered = quantity.last
            return True
        rules = (
            self._is_date,
            self._is_year,
            self._is_compound,
            self._is_duration,
            self._is_pronoun,
            self._is_marker,
        )
        return any(rule(quantity) for rule in rules)

    def _fold(self, index: int) -> str:
        return self.passage.tokens[index].fold if 0 <= index < len(self.passage.tokens) else ""

    def _is_named(self, quantity: Quantity) -> bool:
        return quantity.first in self.named and quantity.last - 1 in self.named

    def _is_code(self, quantity: Quantity) -> bool:
        """Answer whether a number is a part of a code, an address, a fraction, an ordinal."""
        text, parts = self.passage.reading.text, self.passage.tokens
        start, end = parts[quantity.first].start, parts[quantity.last - 1].end
        before, after = text[start - 1 : start], text[end : end + 2]
        if (before in _CODE_BEFORE and before) or (after and after[0] in _CODE_AFTER):
            return True
        if after[:1] in {".", ":"} and after[1:].isalnum():
            return True
        if quantity.last < len(parts) and self.passage.glued(quantity.last):
            follower = parts[quantity.last]
            return follower.word[0].isalpha() and (quantity.kind == "count")
        return before == ":" and text[start - 2 : start - 1].isdigit()

    def _is_date(self, quantity: Quantity) -> bool:
        """Answer whether a month stands beside a number: "12 January", "24 de agosto", "May 3"."""
        at = quantity.last + (self._fold(quantity.last) in _OF)
        is_day = quantity.value <= 31  # noqa: PLR2004  # the days of a month
        if not is_day or quantity.is_spelled:
            return False
        return self._is_month(at) or (
            self._is_month(quantity.first - 1) and self._fold(quantity.last) not in _OF
        )

    def _is_month(self, index: int) -> bool:
        fold = self._fold(index)
        if not self.passage.lexicon.has("denial.month", fold):
            return False
        return is_capital(self.passage.tokens[index].word) or self.passage.lexicon.lang != "en"

    def _is_year(self, quantity: Quantity) -> bool:
        """Answer whether a number of four digits is a year: none is counted after a verb or first."""
        word = self.passage.tokens[quantity.first].word
        if not is_year(word) or quantity.last - quantity.first > 1 or quantity.qualifier != "exact":
            return is_year(word) and quantity.kind == "range"
        begins = quantity.first == self.passage.bounds(quantity.first)[0]
        before = self._fold(quantity.first - 1)
        is_dated = (
            begins or not before.isalpha() or self.passage.lexicon.has("denial.year_before", before)
        )
        follower = (
            self.passage.tokens[quantity.last].word
            if quantity.last < len(self.passage.tokens)
            else ""
        )
        return is_dated or not follower.isalpha() or self._is_month(quantity.first - 1)

    def _is_compound(self, quantity: Quantity) -> bool:
        """Answer whether a hyphen makes a number part of a word: "24-hour", "COVID-19"."""
        parts, at = self.passage.tokens, quantity.last
        if self.passage.hyphened(quantity.first) and not is_number(parts[quantity.first - 1].word):
            return True
        return at < len(parts) and self.passage.hyphened(at) and parts[at].word[0].isalpha()

    def _is_numbered(self, quantity: Quantity) -> bool:
        """Answer whether a noun before or after a number makes it a name: "SDG 5", "911 hotline"."""
        signs, first = self.passage.signs, quantity.first
        word = self.passage.tokens[first].word
        if word.startswith("0") and word.isdigit() and len(word) > 1:
            return True
        if self._joins_denied(quantity) or signs.ends("denial.before", first) is not None:
            return True
        at = first - 1 if self._fold(first - 1) in {".", "#", "\u00b0", "\u00ba"} else first
        titled = signs.ends("denial.titled", at)
        if at < first and signs.ends("denial.before", at) is not None:
            return True
        if titled is not None and is_capital(self.passage.tokens[titled].word):
            return True
        if signs.begins("denial.after", quantity.last):
            return True
        follower = quantity.last + 1
        joined = self._fold(quantity.last) in _JOINS and follower < len(self.passage.tokens)
        return bool(
            joined
            and is_number(self.passage.tokens[follower].word)
            and signs.begins("denial.after", follower + 1)
        )

    def _joins_denied(self, quantity: Quantity) -> bool:
        """Answer whether a number goes on a list of denied ones: "category 5 and 6"."""
        between = range(self._last_numbered, quantity.first)
        is_short = self._last_numbered >= 0 and len(between) == 1 and not quantity.is_spelled
        return is_short and all(self._fold(index) in _JOINS for index in between)

    def _is_duration(self, quantity: Quantity) -> bool:
        """Answer whether a number counts time, or tells an age."""
        words, signs = self.passage.lexicon, self.passage.signs
        limit = self.passage.bounds(quantity.first)[1]
        for index in range(quantity.last, min(limit, quantity.last + _MOST_AFTER - 1)):
            if words.has("denial.time", self._fold(index)):
                return True
            if not self._fold(index).isalpha():
                break
        if signs.begins("denial.time", quantity.last):
            return True
        at = quantity.start
        return any(signs.ends("denial.age", index) is not None for index in (at, at - 2))

    def _is_pronoun(self, quantity: Quantity) -> bool:
        """Answer whether a number word stands for a thing: "one of the", "the other one"."""
        if quantity.last - quantity.first > 1 or not quantity.is_spelled:
            return False
        if not self.passage.lexicon.has("number.pronouns", self._fold(quantity.first)):
            return False
        if self.passage.lexicon.lang != "en":
            return True
        after = self._fold(quantity.last)
        return (
            self._fold(quantity.first - 1) in _PRONOUN_BEFORE
            or after in _PRONOUN_AFTER
            or not after.isalpha()
        )

    def _is_marker(self, quantity: Quantity) -> bool:
        """Answer whether a number marks a member of a list: "1)", "2."."""
        begins = quantity.first == self.passage.bounds(quantity.first)[0]
        before, after = self._fold(quantity.first - 1), self._fold(quantity.last)
        if after == ")" and before != "(" and self._last_open(quantity) is None:
            return quantity.value < 20  # noqa: PLR2004  # no list of a narrative is as long
        return (
            begins and after == "." and self.passage.bounds(quantity.first)[1] > quantity.last + 1
        )

    def _last_open(self, quantity: Quantity) -> int | None:
        """Answer where the bracket opened that a number stands in."""
        floor = self.passage.bounds(quantity.first)[0]
        for index in range(quantity.first - 1, floor - 1, -1):
            if self._fold(index) == "(":
                return index
            if self._fold(index) == ")":
                return None
        return None
