"""A clean text as tokens: words, numbers and marks, each with its folded form and its place."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from kg.identity.names import fold

_UNSPACED: Final = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
"""The letters of scripts that put no space between words, or none between a number and a word."""

_SUM: Final = r"""
    \d{1,3} (?: [.,]\d{3} )+ (?!\w) | \d+ (?: [.,]\d+ )? [ ]? (?: mil\w* | bill\w* | bn | mn | m | k ) \b
"""
"""The figures of a sum that its currency may touch; of a code ("COVID19", "G20") they are none."""

_TOKEN: Final = re.compile(
    rf"""
    \d+ (?: [.,\u066b\u066c] \d+ | ['\u2019] \d{{3}} (?!\d) )*   # a number with its separators
    | [^\W\d_{_UNSPACED}]{{1,4}} (?= {_SUM} )      # a currency that touches a sum: "R8,950", "N41 million"
    | [{_UNSPACED}]                             # a letter for itself, as where a word ends is unknown
    | [^\W\d_{_UNSPACED}] [^\W_{_UNSPACED}]*     # a word; a hyphen within one parts its halves
    | (?! (?<=[^\W_]) [-\u2010\u2011] (?=[^\W_]) ) [^\w\s]
    | \n
    """,
    re.VERBOSE,
)
_ALONE: Final = re.compile(f"[{_UNSPACED}]")
_APOSTROPHES: Final = frozenset("'\u2019\u02bc")


class Token(NamedTuple):
    """A word, number or mark: as written, as compared, and where in the clean text."""

    word: str
    fold: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """Answer the tokens of a clean text in order.

    Example:
        >>> [token.fold for token in tokens("L'École, 1,250 sub-offices")]
        ['l', "'", 'ecole', ',', '1,250', 'sub', 'offices']
    """
    for match in _TOKEN.finditer(text):
        word = match[0]
        yield Token(word, folded(word), match.start(), match.end())


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """Answer the form under which a word is compared; marks stand for themselves."""
    if word[0].isalpha():
        return fold(word)
    return "'" if word in _APOSTROPHES else word


@lru_cache(maxsize=65536)
def is_capital(word: str) -> bool:
    """Answer whether a word begins with a capital letter."""
    return word[0].isupper()


@lru_cache(maxsize=65536)
def is_acronym(word: str) -> bool:
    """Answer whether a word looks like an abbreviation: two capitals or more, not one in front.

    Example:
        >>> [is_acronym(w) for w in ("ILO", "MoCDGWSG", "WEPs", "Women", "A")]
        [True, True, True, False, False]
    """
    return sum(c.isupper() for c in word) > 1


def is_number(word: str) -> bool:
    """Answer whether a token is written with digits."""
    return word[0].isdigit()


def is_unspaced(word: str) -> bool:
    """Answer whether a token is of a script that parts no words, so that it may touch a number.

    Example:
        >>> [token.word for token in tokens("240\u540d\u5973")], is_unspaced("\u540d")
        (['240', '\u540d', '\u5973'], True)
    """
    return _ALONE.match(word) is not None
