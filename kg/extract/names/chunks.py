"""Where a name begins and ends: words written large, and the small ones that may join them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kg.extract.gazetteer import Hit, is_country
from kg.extract.numbers.money import money
from kg.extract.passage import Passage
from kg.extract.tokens import is_acronym, is_capital

_MOST_JOINS: Final = 4


@dataclass(frozen=True, slots=True)
class Chunks:
    """Finds the ends of names in a passage whose known names are given by token."""

    passage: Passage
    known: Mapping[int, Hit]

    def is_name_word(self, index: int) -> bool:
        """Answer whether a token can be the first or last of a name."""
        if not is_capital(self._word(index)):
            return False
        is_never = self.passage.has("never.word", index) and not self.passage.hyphened(index)
        if is_never and not self._is_name_article(index):
            return False
        return not money().is_price(self.passage, index)

    def _is_name_article(self, index: int) -> bool:
        """Answer whether an article is part of a name: in a sentence it is not written large."""
        parts = self.passage.tokens
        is_within = 0 < index < len(parts) - 1 and parts[index - 1].word.islower()
        return (
            is_within
            and self.passage.has("name.article", index)
            and is_capital(parts[index + 1].word)
        )

    def end(
        self,
        start: int,
        limit: int,
        *,
        is_title: bool = False,
        directs: bool = False,
        is_member: bool = False,
        of_field: bool = False,
    ) -> int:
        """Answer where the name ends whose first word is at `start`.

        A title may hold any small word; the name of an act may say what it is directed to; that of
        a member of a list holds no "and" in the language of the text; behind the "and" in the name
        of a ministry stands a field.
        """
        at = end = start
        while at < limit:
            if self.is_name_word(at) or (at > start and self._runs_on(at, is_title=is_title)):
                at = end = self._after_known(at, limit)
            elif self._is_genitive(at):
                at += 2
            elif self._is_plural_genitive(at):
                at += 1
            else:
                following = self._joined(at, limit, is_title=is_title, directs=directs)
                if following is None:
                    break
                if self.has_join(at, following) and (
                    is_member or (of_field and not self._is_field(following))
                ):
                    break
                at = following
        return end

    def _runs_on(self, at: int, *, is_title: bool) -> bool:
        """Answer whether a small word is large as a title goes on: "Violence Against Women"."""
        if is_title or not is_capital(self._word(at)):
            return is_title and is_capital(self._word(at))
        if not is_capital(self._word(at - 1)) or at - 1 in self.known:
            return False
        parts, following = self.passage.tokens, at + 1
        while following < len(parts) and is_capital(self._word(following)):
            if self.is_name_word(following):
                return True
            following += 1
        return False

    def _after_known(self, at: int, limit: int) -> int:
        """Answer where the known name ends that begins at a token, else the next token."""
        hit = self.known.get(at)
        return hit.last if hit and hit.first == at and hit.last <= limit else at + 1

    def start(self, end: int, floor: int, *, joins: bool) -> int:
        """Answer where the name begins whose last word stands before `end`."""
        at = end
        while at > floor:
            if self.is_name_word(at - 1):
                at -= 1
            elif (at - 3 >= floor and self._is_genitive(at - 2) and self.is_name_word(at - 3)) or (
                at - 4 >= floor and self._word(at - 1) == ")" and self._word(at - 3) == "("
            ):
                at -= 3
            elif at - 2 >= floor and self._is_plural_genitive(at - 1):
                at -= 2
            elif joins and at < end and at - 2 >= floor and self._joins_left(at):
                at -= 2
                while at - 2 >= floor and self._lists_left(at):
                    at -= 2
            else:
                return self._run_start(at, floor)
        return at

    def _run_start(self, end: int, floor: int) -> int:
        """Answer where words in large letters begin that hold small words: "Leave No One Behind"."""
        first = end
        while first > floor and is_capital(self._word(first - 1)):
            first -= 1
        return first if floor < first < end - 1 and self.is_name_word(first) else end

    def _word(self, index: int) -> str:
        return self.passage.tokens[index].word

    def _is_genitive(self, index: int) -> bool:
        """Answer whether "'s" stands here, or "'" after a word that ends in s."""
        parts = self.passage.tokens
        return (
            index + 1 < len(parts)
            and parts[index].fold == "'"
            and parts[index + 1].fold == "s"
            and self.passage.glued(index)
        )

    def _is_plural_genitive(self, index: int) -> bool:
        """Answer whether this is the "'" of "Growers' Association"."""
        parts = self.passage.tokens
        return (
            0 < index < len(parts) - 1
            and parts[index].fold == "'"
            and parts[index - 1].word.endswith("s")
            and self.passage.glued(index)
            and not self.passage.glued(index + 1)
            and self.is_name_word(index - 1)
            and is_capital(parts[index + 1].word)
        )

    def _joins_left(self, at: int) -> bool:
        """Answer whether a small word before `at` belongs to the name that goes on there."""
        is_word = self.is_name_word(at - 2) or self._begins_title(at - 2)
        if not self.passage.has("small.left", at - 1) or not is_word:
            return False
        if self.passage.has("small.and", at - 1) and self._is_body(at - 2):
            return False  # "the Network and Blue Bank"
        return self.passage.has("small.of", at - 1) or not self.is_thing(at - 2)

    def _begins_title(self, index: int) -> bool:
        """Answer whether a small word is large behind an article: "the Together for Peace project"."""
        is_large = index > 0 and is_capital(self._word(index))
        return (
            is_large
            and self._word(index - 1).islower()
            and self.passage.has("small.article", index - 1)
        )

    def _is_body(self, index: int) -> bool:
        kinds = ("head.organisation", "head.network")
        return any(self.passage.signs.ends(kind, index + 1) is not None for kind in kinds)

    def _lists_left(self, at: int) -> bool:
        """Answer whether a name goes on to the left with a comma: "Truth, Justice and Peace"."""
        is_listed = self._word(at - 1) == "," and self.is_name_word(at - 2)
        return is_listed and not self.is_thing(at - 2)

    def is_thing(self, index: int) -> bool:
        """Answer whether a known thing or an abbreviation stands at a token."""
        return index in self.known or is_acronym(self._word(index))

    def _joined(self, at: int, limit: int, *, is_title: bool, directs: bool) -> int | None:
        """Answer where the name goes on after small words, or None where it does not."""
        passage, index = self.passage, at
        if passage.has("small.article", at) and not is_title and not self._joins(at):
            return None  # "Better Farms the Ministry": an article begins another name
        while index < limit and index - at < _MOST_JOINS and self.is_inside(index):
            index += 1
        if index == at or index >= limit or not self.is_name_word(index):
            return None
        if is_title:
            return index
        breaks = passage.has("small.by", at) or (passage.has("small.to", at) and not directs)
        is_placed = passage.has("small.in", at) and self.is_place(index)
        is_next = passage.has("small.and", at) or passage.has("small.clause", at)
        ends = is_next and (self._is_closed(at) or not self._goes_on(at, index))
        return None if breaks or is_placed or ends else index

    def _is_closed(self, at: int) -> bool:
        """Answer whether the country that a body is of stands before a token: names end with it."""
        before = self.known.get(at - 1)
        return (
            before is not None
            and before.last == at
            and self.passage.has("small.of", before.first - 1)
            and any(is_country(name.key) for name in before.names)
        )

    def _joins(self, index: int) -> bool:
        return self.passage.has("inside.joins", index) or self.passage.fold(index) == "'"

    def is_inside(self, index: int) -> bool:
        """Answer whether a small word stands here that may stand within a name."""
        return self.passage.has("inside.word", index) and not is_capital(self._word(index))

    def is_plain(self, index: int) -> bool:
        """Answer whether a word in small letters stands here that no sentence needs."""
        word = self._word(index)
        is_small = self.passage.has("never.word", index) or self.passage.has("inside.word", index)
        is_verb = word.endswith(self.passage.lexicon.endings("verb"))
        return word.isalpha() and word.islower() and not is_small and not is_verb

    def _is_field(self, index: int) -> bool:
        """Answer whether a word says what a body deals with, as far as words are known."""
        kinds = ("portfolio.field", "common.word", "common.modifier", "head.place")
        return any(self.passage.has(kind, index) for kind in kinds)

    def has_join(self, first: int, last: int) -> bool:
        """Answer whether "and" stands between tokens."""
        return any(self.passage.has("small.and", index) for index in range(first, last))

    def is_place(self, index: int) -> bool:
        """Answer whether a known name of a place stands at a token."""
        return index in self.known and any(name.type == "Place" for name in self.known[index].names)

    def _goes_on(self, at: int, index: int) -> bool:
        """Answer whether what follows "and" is a part of the name, not the next thing."""
        if self.is_thing(index) or self._begins_headed(index):
            return False
        if index > at + 1 and self.passage.signs.begins("head.organisation", index):
            return False
        is_next = index == at + 1 or self.passage.has("inside.joins", at + 1)
        has_article = index == at + 2 and self.passage.has("name.article", at + 1)
        return is_next or (has_article and self.passage.has("portfolio.field", index))

    def _begins_headed(self, index: int) -> bool:
        """Answer whether a name of its own, with a head and what it is of, begins here."""
        signs = self.passage.signs
        for kind in ("head.organisation", "head.network", "lower.organisation"):
            found = signs.begins(kind, index)
            if found and found[0] < len(self.passage.tokens) and self.is_inside(found[0]):
                return True
        return False
