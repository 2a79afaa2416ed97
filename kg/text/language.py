"""Which language a text is in, told by its function words (`languages.toml`)."""

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_MIN_WORDS: Final = 3
_MIN_SHARE: Final = 0.15
_MIN_LEAD: Final = 1.2
"""How many times as many words of the first language there are as of the second."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language: what it is told by, and words that matter to other readers of texts."""

    tag: str
    function_words: frozenset[str]
    abbreviations: frozenset[str]
    before_numbers: frozenset[str]
    before_other_years: frozenset[str]


@lru_cache(maxsize=1)
def languages() -> dict[str, Language]:
    """Answer the languages that are known, by tag."""
    content = tomllib.loads((files("kg.text") / "languages.toml").read_text("utf-8"))
    return {
        tag: Language(
            tag, **{key: frozenset(words.casefold().split()) for key, words in table.items()}
        )
        for tag, table in content.items()
    }


@lru_cache(maxsize=64)
def language(text: str) -> str:
    """Answer the BCP 47 tag of the language of a clean text, or "" where that is not clear.

    Example:
        >>> language("Las mujeres de la región participan en el programa con sus socios")
        'es'
        >>> language("NA")
        ''
    """
    words = Counter(_WORD.findall(text.casefold()))
    found = sorted(
        ((sum(words[w] for w in known.function_words), tag) for tag, known in languages().items()),
        reverse=True,
    )
    (most, tag), (second, _) = found[:2]
    enough = most >= max(_MIN_WORDS, _MIN_SHARE * words.total())
    return tag if enough and most >= _MIN_LEAD * second else ""
