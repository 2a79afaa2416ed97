"""A piece of text ready to be read: its clean form, tokens, sentences, and the signs in it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.extract.lexicon import Lexicon, Sign, lexicon
from kg.extract.phrases import Haystack
from kg.extract.tokens import Token, tokens
from kg.records import Evidence, TextRef
from kg.text import evidence
from kg.text.reading import Reading, read
from kg.text.sentences import sentences

Span = tuple[int, int]
"""First token, and the token after the last."""


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs in a passage, by kind and by where they begin and end."""

    at: dict[str, dict[int, tuple[int, Sign]]] = field(default_factory=dict)
    """Kind to first token to (token after the last, sign); of two, the longest."""
    to: dict[str, dict[int, int]] = field(default_factory=dict)
    """Kind to token after the last to first token; of two, the longest."""

    def begins(self, kind: str, index: int) -> tuple[int, Sign] | None:
        """Answer where the sign of a kind that begins at a token ends, and the sign."""
        return self.at.get(kind, {}).get(index)

    def ends(self, kind: str, index: int) -> int | None:
        """Answer where the sign of a kind that ends before a token begins."""
        return self.to.get(kind, {}).get(index)

    def all(self, kind: str) -> Sequence[tuple[int, int, Sign]]:
        """Answer all signs of a kind in order; of those that end together, the longest."""
        to = self.to.get(kind, {})
        found = sorted(self.at.get(kind, {}).items())
        return [(first, last, sign) for first, (last, sign) in found if to[last] == first]


@dataclass(frozen=True, slots=True)
class Passage:
    """A raw text that begins at `offset` of the text `ref`, as a reader sees it."""

    ref: TextRef
    raw: str
    offset: int
    reading: Reading
    lexicon: Lexicon
    tokens: Sequence[Token]
    sentences: Sequence[Span]
    sentence_of: Sequence[int]
    """Of each token, the number of its sentence."""
    haystack: Haystack
    signs: Signs

    def fold(self, index: int) -> str:
        """Answer a token as it is compared; beyond the ends there is nothing."""
        return self.tokens[index].fold if 0 <= index < len(self.tokens) else ""

    def has(self, kind: str, index: int) -> bool:
        """Answer whether a token is a word of a kind (`kg.extract.lexicon`)."""
        return self.lexicon.has(kind, self.fold(index))

    def words(self, first: int, last: int) -> str:
        """Answer the clean text of some tokens."""
        return self.reading.text[self.tokens[first].start : self.tokens[last - 1].end]

    def is_quotable(self, first: int, last: int) -> bool:
        """Answer whether some tokens may be quoted whole: nothing personal stands among them."""
        start, end = self._raw(first, last)
        return not any(a < end and start < b for a, b in evidence.withheld(self.raw))

    def evidence(self, first: int, last: int, keep: Span | None = None) -> Evidence:
        """Answer the evidence of some tokens, with all of `keep` in it where that may be quoted."""
        is_kept = keep is not None and self.is_quotable(*keep)
        return evidence.evidence(
            self.ref,
            self.raw,
            *self._raw(first, last),
            offset=self.offset,
            keep=self._raw(*keep) if keep and is_kept else None,
        )

    def place(self, first: int, last: int) -> Span:
        """Answer where some tokens stand in the text that the passage is of, in code points."""
        start, end = self._raw(first, last)
        return self.offset + start, self.offset + end

    def bounds(self, index: int) -> Span:
        """Answer the sentence that a token stands in."""
        return self.sentences[self.sentence_of[index]]

    def glued(self, index: int) -> bool:
        """Answer whether no space parts a token from the one before."""
        return index > 0 and self.tokens[index - 1].end == self.tokens[index].start

    def hyphened(self, index: int) -> bool:
        """Answer whether a hyphen joins a token to the one before."""
        if not 0 < index < len(self.tokens):
            return False
        between = self.reading.text[self.tokens[index - 1].end : self.tokens[index].start]
        return len(between) == 1 and not between.isspace()

    def _raw(self, first: int, last: int) -> Span:
        return self.reading.span(self.tokens[first].start, self.tokens[last - 1].end)


def passage(ref: TextRef, raw: str, offset: int, lang: str) -> Passage:
    """Answer a raw text ready to be read."""
    reading = read(raw)
    parts = list(tokens(reading.text))
    haystack = Haystack.of(parts)
    words = lexicon(lang)
    spans = _sentences(reading.text, parts, lang)
    return Passage(
        ref=ref,
        raw=raw,
        offset=offset,
        reading=reading,
        lexicon=words,
        tokens=parts,
        sentences=spans,
        sentence_of=[n for n, (first, last) in enumerate(spans) for _ in range(first, last)],
        haystack=haystack,
        signs=_signs(words, haystack),
    )


def _sentences(text: str, parts: Sequence[Token], lang: str) -> list[Span]:
    """Answer the sentences as spans of tokens; a line end belongs to the sentence before it."""
    starts = [token.start for token in parts]
    firsts = dict.fromkeys(bisect_left(starts, start) for start, _ in sentences(text, lang))
    begins = [0, *list(firsts)[1:]]
    return [
        pair for pair in zip(begins, [*begins[1:], len(parts)], strict=True) if pair[0] < pair[1]
    ]


def _signs(words: Lexicon, haystack: Haystack) -> Signs:
    at: dict[str, dict[int, tuple[int, Sign]]] = defaultdict(dict)
    to: dict[str, dict[int, int]] = defaultdict(dict)
    for first, last, sign in words.phrases.find(haystack):
        kind = sign.kind
        begins, ends = at[kind], to[kind]
        known = begins.get(first)
        if not known or known[0] < last or (known[0] == last and sign.lang == words.lang):
            begins[first] = (last, sign)
        if ends.get(last, first) >= first:
            ends[last] = first
    return Signs(dict(at), dict(to))
