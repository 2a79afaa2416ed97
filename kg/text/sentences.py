"""Where the sentences of a clean text begin and end."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from kg.text.language import languages

_BREAK: Final = re.compile(
    r"""
    \n+
    | (?<! [.!?…] ) [.!?…]++ ["'”’»)\]]*+ \s++ (?= ["'“‘«(\[¿¡•]* [^\W_a-zß-öø-ÿ] | [•▪◦] )
    | (?<= [^\W\d_]{2} [.!?] ) (?= [A-ZÀ-Ý][a-zß-ÿ] )
    | \s (?= [•▪◦] \s )
    """,
    re.VERBOSE,
)
MAX_CHARACTERS: Final = 3000
"""What is longer is a list or lost its marks: it is cut, so that the work grows with the text."""

_PIECE: Final = re.compile(
    rf"""
    .{{{MAX_CHARACTERS // 2},{MAX_CHARACTERS}}} (?<= ; ) (?= \s )
    | .{{{MAX_CHARACTERS // 2},{MAX_CHARACTERS}}} (?<= [,:] ) (?= \s )
    | .{{1,{MAX_CHARACTERS}}} (?= \s | \Z )
    | .{{1,{MAX_CHARACTERS}}}
    """,
    re.VERBOSE | re.DOTALL,
)
_LAST_WORD: Final = re.compile(r"[^\s(\[“\"«'’]+$")
_WORD_CHARACTERS: Final = 32
_INITIAL: Final = re.compile(r"(?:[A-ZÀ-Ý]\.)*[A-ZÀ-Ý]|\d{1,2}|[ivx]{1,4}|[a-z]")


def sentences(text: str, lang: str = "") -> list[tuple[int, int]]:
    """Answer the spans of the sentences of a clean text, in order, without outer white space.

    `lang` is a BCP 47 tag; without one, abbreviations of all known languages count. A line end
    ends a sentence.

    Example:
        >>> text = "Dr. Paz met 5.5 million people. See art. 5. Then she left."
        >>> [text[start:end] for start, end in sentences(text, "en")]
        ['Dr. Paz met 5.5 million people.', 'See art. 5.', 'Then she left.']
    """
    return list(_spans(text, lang))


def _spans(text: str, lang: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _BREAK.finditer(text):
        if _ends(text, start, match, lang):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if end - start > MAX_CHARACTERS:
        for piece in _PIECE.finditer(text, start, end):
            yield from _trimmed(text, *piece.span())
        return
    sentence = text[start:end]
    if sentence.strip():
        yield start + len(sentence) - len(sentence.lstrip()), start + len(sentence.rstrip())


def _ends(text: str, start: int, match: re.Match[str], lang: str) -> bool:
    """Answer whether a sentence that began at `start` ends at a match."""
    if match[0].strip() != ".":
        return True
    if text[match.end()].islower():
        return False  # in scripts whose small letters the pattern does not list
    last = _LAST_WORD.search(text[max(start, match.start() - _WORD_CHARACTERS) : match.start()])
    if not last:
        return True
    word = last[0]
    any_, numbered = _abbreviations(lang)
    if word.casefold() in any_ or (word.casefold() in numbered and text[match.end()].isdigit()):
        return False
    is_first = match.start() - start <= len(word) + 1
    return not (_INITIAL.fullmatch(word) and (is_first or word[-1].isupper()))


@lru_cache(maxsize=16)
def _abbreviations(lang: str) -> tuple[frozenset[str], frozenset[str]]:
    known = languages()
    chosen = [known[lang]] if lang in known else list(known.values())
    return (
        frozenset().union(*(language.abbreviations for language in chosen)),
        frozenset().union(*(language.before_numbers for language in chosen)),
    )
