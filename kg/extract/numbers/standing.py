"""What a number is set against: result, target, baseline, or context of what was done."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from kg.extract.clauses import clause
from kg.extract.names.candidate import Names
from kg.extract.names.dated import is_year
from kg.extract.numbers.quantity import Quantity
from kg.extract.numbers.told import Told
from kg.extract.numbers.vicinity import Vicinity
from kg.extract.passage import Passage
from kg.records import MeasureRole

_NEAR, _FAR = 4, 8
_APOSTROPHES: Final = frozenset({"'", "\u2019"})
_ENDS: Final = frozenset({";", "."})


@dataclass(frozen=True)
class Standings:
    """Answers the roles of the numbers of one passage."""

    passage: Passage
    quantities: Sequence[Quantity]
    names: Names
    year: int | None

    @cached_property
    def starts(self) -> frozenset[int]:
        """Where the numbers begin."""
        return frozenset(quantity.first for quantity in self.quantities)

    def role(self, position: int) -> MeasureRole:
        """Answer the role of the number at a position of the list."""
        quantity = self.quantities[position]
        before = self.quantities[position - 1] if position else None
        told = Told(Vicinity(self.passage, self.quantities, self.names), position, self.year)
        if told.is_start():
            return "baseline"
        target = self._nearest(quantity, before, "target_before", _FAR)
        baseline = self._nearest(quantity, before, "baseline_before", _NEAR)
        if (
            self._is_after(quantity, "target_after")
            or target > baseline
            or self._is_to_come(position)
            or self._is_pending(quantity)
            or told.is_aim()
        ):
            return "target"
        if baseline > target or self._is_baseline(quantity) or told.is_earlier():
            return "baseline"
        if before and self._continues_target(quantity, before):
            return "target"
        is_changed = before is not None and self._ends_change(quantity, before)
        return (
            "context"
            if not is_changed and (self._is_context(quantity, before) or told.is_measure())
            else "result"
        )

    def _ends_change(self, quantity: Quantity, before: Quantity) -> bool:
        """Answer whether a number is what another changed to: "rose from 5 to 7 dollars a day"."""
        between = range(before.last, quantity.start)
        is_to = bool(between) and self.passage.has("small.to", between[-1])
        return is_to and self._nearest(before, None, "baseline_before", _NEAR) >= 0

    def _nearest(self, quantity: Quantity, before: Quantity | None, kind: str, reach: int) -> int:
        """Answer where a word ends that sets a number, if no other number stands between, else -1."""
        end = self._governs(quantity, kind, reach)
        return end if end is not None and (before is None or before.last <= end) else -1

    def _is_after(self, quantity: Quantity, kind: str) -> bool:
        """Answer whether a word soon after a number sets it, before another number comes."""
        limit = self.passage.bounds(quantity.first)[1]
        for index in range(quantity.end, min(limit, quantity.end + _NEAR)):
            if found := self.passage.signs.begins(f"role.{kind}", index):
                following = self.passage.fold(found[0])[:1]
                behind = found[0] + self.passage.has("small.of", found[0])
                return following != ":" and not self.passage.fold(behind)[:1].isdigit()
            word = self.passage.tokens[index].word
            if index in self.starts or word[0].isdigit() or word in {",", ";", "(", ")", "."}:
                break
        return False

    def _governs(self, quantity: Quantity, kind: str, reach: int) -> int | None:
        """Answer where a word that sets a number ends, if nothing stands between that breaks it."""
        floor = self.passage.bounds(quantity.first)[0]
        for index in range(quantity.start, max(floor, quantity.start - reach), -1):
            first = self.passage.signs.ends(f"role.{kind}", index)
            if first is not None and first >= floor:
                return index
            word = self.passage.tokens[index - 1].word
            is_dated = is_year(word) and kind == "baseline_before"  # "desde 2019": since
            if word in _ENDS or word == ")" or is_dated:
                break
        return None

    def _is_to_come(self, position: int) -> bool:
        """Answer whether the verb of a number is in the future, where verbs have one: "se sumarán"."""
        endings = self.passage.lexicon.endings("future")
        quantity = self.quantities[position]
        first, last = self.passage.bounds(quantity.first)
        if position:
            first = max(first, self.quantities[position - 1].last)
        if position + 1 < len(self.quantities):
            last = min(last, self.quantities[position + 1].start)
        near = range(max(first, quantity.start - _NEAR), min(last, quantity.end + _FAR))
        return bool(endings) and any(
            self.passage.tokens[at].word.endswith(endings)
            for at in near
            if not quantity.start <= at < quantity.last
        )

    def _is_pending(self, quantity: Quantity) -> bool:
        """Answer whether a sum waits for something: "a loan of 5 million is under negotiation"."""
        if quantity.kind != "currency":
            return False
        limit = clause(self.passage, quantity.first)[1]
        signs = self.passage.signs.at.get("act.pending", {})
        following = (at for at in range(quantity.end, limit) if at in self.starts)
        return any(at in signs for at in range(quantity.end, next(following, limit)))

    def _continues_target(self, quantity: Quantity, before: Quantity) -> bool:
        """Answer whether a number goes on what was set before it, in a bracket or a clause."""
        if before.first < self.passage.bounds(quantity.first)[0]:
            return False
        bracket = self._bracket(quantity)
        if bracket is None:
            return self._continues(quantity)
        signs = self.passage.signs.at.get("role.target_before", {})
        if any(bracket < index < quantity.start for index in signs):
            return True
        return self._follows_goal(quantity, bracket)

    def _bracket(self, quantity: Quantity) -> int | None:
        floor = self.passage.bounds(quantity.first)[0]
        for index in range(quantity.start - 1, floor - 1, -1):
            word = self.passage.tokens[index].word
            if word == "(":
                return index
            if word == ")":
                return None
        return None

    def _follows_goal(self, quantity: Quantity, bracket: int) -> bool:
        """Answer whether a bracket tells one of the goals that a clause lists: "(12)"."""
        if bracket != quantity.start - 1 or self.passage.fold(quantity.last) != ")":
            return False
        floor = self.passage.bounds(quantity.first)[0]
        signs = self.passage.signs.at.get("role.target_before", {})
        return any(floor <= index < bracket for index in signs)

    def _continues(self, quantity: Quantity) -> bool:
        """Answer whether an aim set by a verb goes on to a further number of its clause."""
        floor = self.passage.bounds(quantity.first)[0]
        for index in range(quantity.start - 1, floor - 1, -1):
            if self.passage.tokens[index].word in _ENDS:
                return False
            if self.passage.signs.begins("role.aims", index):
                return True
        return False

    def _is_baseline(self, quantity: Quantity) -> bool:
        return (
            self._is_after(quantity, "baseline_after")
            or self._is_bracketed_baseline(quantity)
            or self._was_earlier(quantity)
            or self._was(quantity)
        )

    def _is_bracketed_baseline(self, quantity: Quantity) -> bool:
        """Answer whether "(baseline)" follows a number and what it counts."""
        limit = self.passage.bounds(quantity.first)[1]
        for index in range(quantity.end, min(limit, quantity.end + _NEAR)):
            if self.passage.tokens[index].word == "(":
                return self.passage.signs.begins("role.baseline_after", index + 1) is not None
        return False

    def _was_earlier(self, quantity: Quantity) -> bool:
        """Answer whether a number set against another is of an earlier year: "against 67% in 2021"."""
        floor, limit = self.passage.bounds(quantity.first)
        if not any(
            floor <= i < quantity.start for i in self.passage.signs.at.get("role.against", {})
        ):
            return False
        for index in range(quantity.end, min(limit, quantity.end + _NEAR)):
            word = self.passage.tokens[index].word
            if is_year(word):
                return self.year is None or int(word) < self.year
            if not word.isalpha():
                break
        return False

    def _was(self, quantity: Quantity) -> bool:
        """Answer whether a number is told of an earlier year: "in 2014 there were 12"."""
        floor = self.passage.bounds(quantity.first)[0]
        near = range(max(floor, quantity.start - _FAR), quantity.start)
        if self.year is None or not any(self.passage.has("role.was", at) for at in near[-2:]):
            return False
        years = (
            self.passage.tokens[at].word for at in near if self.passage.has("small.in", at - 1)
        )
        return any(is_year(word) and int(word) < self.year for word in years)

    def _is_context(self, quantity: Quantity, before: Quantity | None) -> bool:
        return (
            self._is_whole(quantity, before)
            or (self._is_after(quantity, "context_after") and quantity.kind == "currency")
            or self._governs(quantity, "context_before", 1) is not None
            or self._is_setting(quantity)
            or self._is_opening(quantity)
            or self._is_situation(quantity)
            or self._is_partners(quantity)
        )

    def _is_whole(self, quantity: Quantity, before: Quantity | None) -> bool:
        """Answer whether a number is what another is a part of: "46 of 48", "91 of the 513"."""
        if before is None:
            return False
        between = range(before.last, quantity.start)
        is_whole = all(self.passage.has("number.whole", at) for at in between)
        return bool(between) and (is_whole or self._is_of(between))

    def _is_of(self, between: range) -> bool:
        """Answer whether words say what a number is of: "41 of the country's 61 towns"."""
        is_of = self.passage.has("small.of", between[0]) and len(between) <= _NEAR + 1
        has_article = self.passage.has("small.article", between[0] + 1)
        tokens = (self.passage.tokens[at] for at in between)
        return is_of and has_article and all(t.word.islower() or t.fold == "'" for t in tokens)

    def _is_opening(self, quantity: Quantity) -> bool:
        """Answer whether a sentence begins with a whole or a setting: "Of 90 cases", "In the 31 schools"."""
        first, at = self.passage.bounds(quantity.first)[0], quantity.start - 1
        has_article = at > first and self.passage.has("small.article", at)
        is_whole = at == first and self.passage.has("small.of", at)
        is_setting = has_article and at - 1 == first and self.passage.has("small.in", at - 1)
        return is_whole or is_setting

    def _is_situation(self, quantity: Quantity) -> bool:
        """Answer whether a number tells how things stand, not what was done: "9,000 people in need"."""
        return self._governs(quantity, "situation_before", 2) is not None or self._is_after(
            quantity, "situation_after"
        )

    def _is_setting(self, quantity: Quantity) -> bool:
        """Answer whether places are counted in which something happens: "in four municipalities"."""
        if quantity.kind != "count" or quantity.start == 0:
            return False
        noun = any(
            self.passage.signs.begins("group.place", index)
            for index in (quantity.last, quantity.last + 1)
        )
        return noun and self.passage.has("number.setting", quantity.start - 1)

    def _is_partners(self, quantity: Quantity) -> bool:
        """Answer whether partners are counted that are not named: "with 12 organizations"."""
        if not group(self.passage, quantity):
            return False
        at = quantity.start
        if self.passage.has("small.with", at - 1) or any(
            self.passage.signs.ends(f"participation.{role}.after", at) is not None
            for role in ("partner", "implementer", "lead", "host", "member")
        ):
            return True
        is_listed = self.passage.has("small.and", at - 1) or self.passage.fold(at - 1) == ","
        return is_listed and any(
            c.last == at - 1 and c.type in {"Organisation", "Network"}
            for c in self.names.within(self.passage.bounds(at)[0], at)
        )


def group(passage: Passage, quantity: Quantity) -> int | None:
    """Answer where the noun ends of a group of organisations that a number counts, if it does."""
    if quantity.kind != "count":
        return None
    limit = passage.bounds(quantity.first)[1]
    for index in range(quantity.last, min(limit, quantity.last + _NEAR)):
        if found := passage.signs.begins("group.noun", index):
            return found[0]
        word = passage.tokens[index].word
        if not (word.isalpha() or word in _APOSTROPHES) or passage.lexicon.has(
            "never.word", passage.tokens[index].fold
        ):
            return None
    return None
