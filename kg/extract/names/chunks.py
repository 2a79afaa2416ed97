"""Where a name begins and ends: words written large, and the small ones that may join them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kg.extract.gazetteer import Hit
from kg.extract.passage import Passage
from kg.extract.tokens import is_acronym, is_capital

_MOST_JOINS: Final = 4
_AND: Final = {"en": ("and", "&", "or"), "es": ("y", "e", "o", "u"), "fr": ("et", "ou")}
_ANY_AND: Final = frozenset(word for words in _AND.values() for word in words)
_LEFT_JOINS: Final = frozenset({"and", "&", "of", "for", "on", "by", "to", "in"})
_BREAKS: Final = frozenset(
    {
        "with",
        "by",
        "from",
        "at",
        "as",
        "con",
        "por",
        "avec",
        "par",
        "dans",
        "or",
        "o",
        "ou",
        "desde",
    }
)
"""Small words that join the parts of a title, but follow the name of a body."""
_PLACING: Final = frozenset({"in", "en", "dans", "at", "sur", "on"})
_DIRECTING: Final = frozenset(
    {"to", "a", "al", "au", "aux", "towards", "against", "contra", "contre"}
)


@dataclass(frozen=True, slots=True)
class Chunks:
    """Finds the ends of names in a passage whose known names are given by token."""

    passage: Passage
    known: Mapping[int, Hit]

    def is_name_word(self, index: int) -> bool:
        """Answer whether a token can be the first or last of a name."""
        token = self.passage.tokens[index]
        return is_capital(token.word) and not self.passage.lexicon.has("never.word", token.fold)

    def end(
        self,
        start: int,
        limit: int,
        *,
        is_title: bool = False,
        directs: bool = False,
        is_member: bool = False,
    ) -> int:
        """Answer where the name ends whose first word is at `start`.

        A title may hold any small word; the name of an act may say what it is directed to; that of
        a member of a list holds no "and" in the language of the text.
        """
        at = end = start
        while at < limit:
            if self.is_name_word(at) or (is_title and at > start and is_capital(self._word(at))):
                at = end = self._after_known(at, limit)
            elif self._is_genitive(at):
                at += 2
            else:
                following = self._joined(at, limit, is_title=is_title, directs=directs)
                if following is None or (is_member and self.has_join(at, following)):
                    break
                at = following
        return end

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
            elif joins and at < end and at - 2 >= floor and self._joins_left(at):
                at -= 2
            else:
                break
        return at

    def _word(self, index: int) -> str:
        return self.passage.tokens[index].word

    def _fold(self, index: int) -> str:
        return self.passage.tokens[index].fold

    def _is_genitive(self, index: int) -> bool:
        """Answer whether "'s" stands here, or "'" after a word that ends in s."""
        parts = self.passage.tokens
        return (
            index + 1 < len(parts)
            and parts[index].fold == "'"
            and parts[index + 1].fold == "s"
            and self.passage.glued(index)
        )

    def _joins_left(self, at: int) -> bool:
        """Answer whether a small word before `at` belongs to the name that goes on there."""
        word = self._fold(at - 1)
        if word not in _LEFT_JOINS or not self.is_name_word(at - 2):
            return False
        return word not in {"and", "&", "in", "to", "by"} or not self.is_thing(at - 2)

    def is_thing(self, index: int) -> bool:
        """Answer whether a known thing or an abbreviation stands at a token."""
        return index in self.known or is_acronym(self._word(index))

    def _joined(self, at: int, limit: int, *, is_title: bool, directs: bool) -> int | None:
        """Answer where the name goes on after small words, or None where it does not."""
        folds: list[str] = []
        index = at
        while index < limit and len(folds) < _MOST_JOINS and self.is_inside(index):
            folds.append(self._fold(index))
            index += 1
        if not folds or index >= limit or not self.is_name_word(index):
            return None
        if is_title:
            return index
        first = folds[0]
        if first in _BREAKS or (first in _DIRECTING and not directs):
            return None
        if first in _PLACING and index in self.known and self._is_place(index):
            return None
        if first in _ANY_AND and not self._goes_on(folds, index):
            return None
        return index

    def is_inside(self, index: int) -> bool:
        """Answer whether a small word stands here that may stand within a name."""
        return self.passage.lexicon.has("inside.word", self._fold(index)) and not is_capital(
            self._word(index)
        )

    def is_plain(self, index: int) -> bool:
        """Answer whether a word in small letters stands here that no sentence needs."""
        token = self.passage.tokens[index]
        return (
            token.word.isalpha()
            and token.word.islower()
            and not self.passage.lexicon.has("never.word", token.fold)
            and not self.passage.lexicon.has("inside.word", token.fold)
        )

    def has_join(self, first: int, last: int) -> bool:
        """Answer whether "and" stands between tokens."""
        ands = _AND.get(self.passage.lexicon.lang, _ANY_AND)
        return any(self._fold(index) in ands for index in range(first, last))

    def _is_place(self, index: int) -> bool:
        return any(name.type == "Place" for name in self.known[index].names)

    def _goes_on(self, folds: list[str], index: int) -> bool:
        """Answer whether what follows "and" is a part of the name, not the next thing."""
        if self.is_thing(index) or self._begins_headed(index):
            return False
        return len(folds) == 1 or self.passage.lexicon.has("inside.joins", folds[1])

    def _begins_headed(self, index: int) -> bool:
        """Answer whether a name of its own, with a head and what it is of, begins here."""
        signs = self.passage.signs
        for kind in ("head.organisation", "head.network", "lower.organisation"):
            found = signs.begins(kind, index)
            if found and found[0] < len(self.passage.tokens) and self.is_inside(found[0]):
                return True
        return False
