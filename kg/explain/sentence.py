"""The sentence around quoted words, as a reader sees it."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from kg.text.reading import read
from kg.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class Sentence:
    """Quoted words and what stands before and after them, up to where their sentence ends.

    Mark-up, entities and addresses of a text are not shown, so this is no slice of it.
    """

    before: str
    words: str
    after: str


def around(text: str, lang: str, exact: str, prefix: str, suffix: str) -> Sentence:
    """Answer the sentence of a narrative's text around a quote that stands between two others.

    Of a quote that is not found in the text, what stands beside it is all there is.

    Example:
        >>> around("Two met. Then 40 came; they left. All of 40.", "en", "40", "en ", " came")
        Sentence(before='Then ', words='40', after=' came; they left.')
    """
    words = _shown(exact)
    places = [match.start() for match in re.finditer(re.escape(words), _shown(text))]
    if not words or not places:
        return Sentence(f"... {_shown(prefix)}", words, f"{_shown(suffix)} ...")
    shown, before, after = _shown(text), _shown(prefix), _shown(suffix)
    start = max(places, key=lambda at: _alike(shown, at, at + len(words), before, after))
    end = start + len(words)
    spans = _spans(text, lang)
    first = max((a for a, _ in spans if a <= start), default=0)
    last = min((b for _, b in spans if b >= end), default=len(shown))
    return Sentence(_line(shown[first:start]), _line(words), _line(shown[end:last]))


def _alike(text: str, start: int, end: int, before: str, after: str) -> int:
    """Answer how many characters beside a place are those that should stand there."""
    left = text[max(0, start - len(before)) : start]
    return _begun(left[::-1], before[::-1]) + _begun(text[end:], after)


def _begun(text: str, other: str) -> int:
    same = takewhile(lambda pair: pair[0] == pair[1], zip(text, other, strict=False))
    return sum(1 for _ in same)


@lru_cache(maxsize=8)
def _spans(text: str, lang: str) -> list[tuple[int, int]]:
    return sentences(_shown(text), lang)


def _shown(raw: str) -> str:
    return read(raw).text


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text)
