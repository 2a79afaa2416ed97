"""The words that names are made of, and which of them mean the same in another language.

Source: `words.tsv` beside this module.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from kg.identity.names import fold

_FILE: Final = "words.tsv"
_LEAST_LETTERS: Final = 4
"""Shorter words are not looked up without their plural ending."""


class Word(NamedTuple):
    """A word as names are compared by it, and how it is spelt, folded.

    `role` is head, head:state, portfolio, level:..., small, or "".
    """

    concept: str
    role: str = ""
    spelt: str = ""
    is_known: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """What the words of a name mean, in their order; small words are left out."""

    listed: tuple[Word, ...]

    @property
    def concepts(self) -> frozenset[str]:
        """What the name is made of."""
        return frozenset(word.concept for word in self.listed)

    def of(self, role: str) -> frozenset[str]:
        """Answer the concepts with a role, or with a role that begins so."""
        return frozenset(word.concept for word in self.listed if word.role.startswith(role))


@lru_cache(maxsize=65536)
def words(name: str) -> Words:
    """Answer the words of a name.

    Example:
        >>> sorted(words("Instituto Nacional de las Mujeres").concepts)
        ['institute', 'national', 'women']
        >>> words("National Institute for Women").concepts == words("INM, Mujeres").concepts
        False
    """
    found = map(_word, fold(name).split())
    return Words(tuple(word for word in found if word.role != "small"))


def _word(folded: str) -> Word:
    known = _known()
    singular = folded[:-1] if len(folded) > _LEAST_LETTERS and folded.endswith("s") else folded
    word = known.get(folded) or known.get(singular) or Word(singular)
    return word._replace(spelt=folded)


@cache
def _known() -> dict[str, Word]:
    """Answer the words of the file; of a word in two rows, the first counts."""
    text = (files(__package__) / _FILE).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")][1:]
    found: dict[str, Word] = {}
    for concept, role, *languages in rows:
        for spelt in "|".join(languages).split("|"):
            found.setdefault(spelt, Word(concept, role, is_known=True))
    found.pop("", None)
    return found
