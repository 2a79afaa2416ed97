"""Names that no rule knows, such as "Wontanara": words written large, told by what stands around.

What a chunk names is what `learned/names.tsv` makes of its clues at all its places in a passage.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, cast

from kg.extract.learned.signposts import Signposts, about
from kg.extract.learned.weights import softmax, weights, written
from kg.extract.learned.words import ordinary
from kg.extract.names.candidate import Candidate, Origin
from kg.extract.names.chunks import Chunks
from kg.extract.passage import Passage, Span
from kg.extract.tokens import is_acronym, is_capital
from kg.records import MentionType

SIGNS: Final = (
    "participation.", "act.", "mood.", "frame.", "introduces.", "lower.", "head.", "small.", "governs.",
    "refers.", "common.", "denial.", "list.", "inside.joins", "never.word", "group.", "table.",
)  # fmt: skip
NONE: Final = "none"
_NOUNS: Final = (
    "head.organisation", "head.network", "head.programme", "head.event", "head.law",
    "head.product", "head.place", "lower.programme", "lower.event",
)  # fmt: skip
_OFFICES: Final = ("person.title", "person.office")
_PERSON: Final = range(2, 4)
_TABLE: Final = "names"
_LEAST: Final = 0.6
"""From this share on a chunk is a name: at a half, three guesses in ten were wrong."""
_CLOSING: Final = {"\u201c": "\u201d", "\u00ab": "\u00bb", '"': '"', "\u2018": "\u2019"}
_MOST_QUOTED: Final = 8
_MOST_MATES: Final = 3
_NEAR, _STEM, _PART = 3, 6, 3


def guessed(chunks: Chunks, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """Answer the names among what is written large and none of the chosen names holds."""
    table = weights(_TABLE)
    spans: dict[str, list[Span]] = defaultdict(list)
    clues = NameClues.of(chunks, chosen)
    for span in loose(chunks, clues.taken):
        spans[chunks.passage.words(*span)].append(span)
    for label, places in spans.items():
        sums = [table.sums(clues.at(span)) for span in places]
        shares = softmax(sum(answers) / len(sums) ** 0.5 for answers in zip(*sums, strict=True))
        share, type_ = max(zip(shares, table.answers, strict=True))
        if type_ == NONE or share < _LEAST:
            continue
        for first, last in places:
            yield Candidate(
                first=first,
                last=last,
                type=cast("MentionType", type_),
                label=label,
                origin=Origin.PARTICIPANT,
                confidence=written(share),
            )


def loose(chunks: Chunks, taken: Collection[int]) -> Iterator[Span]:
    """Answer the stretches written large that no name holds, and whole titles in quotes."""
    parts, at = chunks.passage.tokens, 0
    while at < len(parts):
        if at in taken or (not (quoted := _quoted(chunks, at, taken)) and not _begins(chunks, at)):
            at += 1
            continue
        limit = chunks.passage.bounds(at)[1]
        limit = next((index for index in range(at, limit) if index in taken), limit)
        end = quoted or chunks.end(at, limit, is_member=True)
        if not _is_noun(chunks.passage, at, end) and not _is_person(chunks.passage, at, end):
            yield at, end
        at = end


def _is_noun(passage: Passage, first: int, last: int) -> bool:
    """Answer whether a chunk is but a noun that names are made with: "the Ministry"."""
    found = (passage.signs.begins(kind, first) for kind in _NOUNS)
    return any(sign is not None and sign[0] == last for sign in found)


def _is_person(passage: Passage, first: int, last: int) -> bool:
    """Answer whether a chunk is called like a person: by a title before, or a given name and another."""
    at = first - 1 - (passage.fold(first - 1) == ".")
    is_titled = any(passage.has(kind, at) for kind in _OFFICES)
    is_given = last - first in _PERSON and passage.has("person.name", first)
    return is_titled or is_given or any(passage.has(kind, first) for kind in _OFFICES)


def _begins(chunks: Chunks, at: int) -> bool:
    return chunks.is_name_word(at) and len(chunks.passage.tokens[at].word) > 1


def _quoted(chunks: Chunks, at: int, taken: Collection[int]) -> int:
    """Answer where the title ends that begins at a token behind a quotation mark, else 0."""
    parts = chunks.passage.tokens
    closing = _CLOSING.get(parts[at - 1].word) if at else None
    if closing is None or not is_capital(parts[at].word):
        return 0
    for end in range(at + 1, min(len(parts), at + _MOST_QUOTED + 1)):
        if parts[end].word == closing:
            return end
        if end in taken:
            break
    return 0


def _how_many(answers: Iterable[bool]) -> str:
    found = list(answers)
    return "all" if all(found) else "some" if any(found) else "none"


@dataclass(frozen=True)
class NameClues:
    """Answers the clues to what the loose chunks of a passage name, beside the names chosen."""

    passage: Passage
    posts: Signposts
    starting: dict[int, Candidate]
    ending: dict[int, Candidate]
    taken: frozenset[int]

    @classmethod
    def of(cls, chunks: Chunks, chosen: Sequence[Candidate]) -> "NameClues":
        """Answer what the clues of a passage are read from."""
        return cls(
            chunks.passage,
            Signposts.of(chunks.passage, SIGNS),
            {name.first: name for name in reversed(chosen)},
            {name.last: name for name in chosen},
            frozenset(at for name in chosen for at in range(name.first, name.last)),
        )

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that the passage writes small."""
        return frozenset(t.fold for t in self.passage.tokens if t.word.islower())

    def at(self, span: Span) -> Iterator[str]:
        """Answer the clues to what the chunk of some tokens names."""
        yield from self._shape(span, self.passage.bounds(span[0]))
        yield from self._parts(span)
        yield from self.around(span)

    def around(self, span: Span) -> Iterator[str]:
        """Answer the clues that stand around a chunk, whatever it is."""
        sentence = self.passage.bounds(span[0])
        yield f"language={self.passage.lexicon.lang}"
        yield from self._beside(span, sentence)
        yield from self._signs(span, sentence)
        yield from self._mates(span, sentence)

    def _shape(self, span: Span, sentence: Span) -> Iterator[str]:
        tokens = self.passage.tokens[slice(*span)]
        words = [token.word for token in tokens]
        place = (
            "first" if span[0] == sentence[0] else "second" if span[0] == sentence[0] + 1 else "in"
        )
        size = about(len(words))
        yield f"size={size}"
        yield f"place={place}"
        yield f"place={place}/size={size}"
        if all(is_acronym(word) for word in words):
            letters = "large" if words[0].isupper() else "mixed"
            yield f"letters={letters}"
            yield f"letters={letters}/{about(len(words[0]))}"
        if any(word.islower() for word in words):
            yield "holds-small"
        here = _how_many(token.fold in self.small for token in tokens)
        yield f"small-here={here}"
        yield f"small-here={here}/{place}"
        anywhere = _how_many(token.fold in ordinary() for token in tokens)
        yield f"ordinary={anywhere}"
        yield f"ordinary={anywhere}/{place}"
        yield f"ordinary={anywhere}/{place}/size={size}"
        if span[0] and self.passage.tokens[span[0] - 1].word in _CLOSING:
            yield "quoted"
        if self.passage.hyphened(span[0]) or self.passage.hyphened(span[1]):
            yield "hyphened"

    def _parts(self, span: Span) -> Iterator[str]:
        """Answer how the words of a chunk begin and end, and what kinds they are of."""
        for at in range(*span):
            fold = self.passage.tokens[at].fold
            role = "first" if at == span[0] else "further"
            yield f"word={fold[:_STEM]}"
            yield f"{role}^{fold[:_PART]}"
            yield f"{role}${fold[-_PART:]}"
        yield f"last${self.passage.tokens[span[1] - 1].fold[-_PART:]}"
        for _, kind in self.posts.among(*span):
            yield f"holds-{kind}"

    def _beside(self, span: Span, sentence: Span) -> Iterator[str]:
        before = [self._word(span[0] - n, sentence) for n in range(1, _NEAR + 1)]
        behind = [self._word(span[1] + n, sentence) for n in range(_NEAR)]
        for side, words in (("-", before), ("+", behind)):
            for distance, word in enumerate(words, 1):
                yield f"word{side}{distance}={word}"
                yield f"near{side}={word}"
                yield f"ending{side}{distance}={word[-_PART:]}"
        yield f"words-={before[1]} {before[0]}"
        yield f"words+={behind[0]} {behind[1]}"
        yield f"both={before[0]} {behind[0]}"

    def _word(self, at: int, sentence: Span) -> str:
        if not sentence[0] <= at < sentence[1]:
            return "|"
        if at in self.taken:
            name = self.starting.get(at) or self.ending.get(at + 1)
            return f"<{name.type if name else ''}>"
        token = self.passage.tokens[at]
        if token.word[0].isdigit():
            return "#"
        return "<Large>" if is_capital(token.word) else token.fold[:_STEM].replace("\n", "|")

    def _signs(self, span: Span, sentence: Span) -> Iterator[str]:
        ends = self.passage.signs.to
        at = max(sentence[0], span[0] - _NEAR - _NEAR)
        for (_, end), kind in self.posts.among(at, span[0]):
            if end <= span[0] and ends[kind].get(end) is not None:
                yield f"sign-{kind}@{about(span[0] - end)}"
        for (first, _), kind in self.posts.among(span[1], min(sentence[1], span[1] + _NEAR)):
            yield f"sign+{kind}@{about(first - span[1])}"

    def _mates(self, span: Span, sentence: Span) -> Iterator[str]:
        """Answer the types of the names next to a chunk, with what parts them."""
        for at in range(span[0], max(sentence[0], span[0] - _MOST_MATES) - 1, -1):
            if name := self.ending.get(at):
                yield f"mate-={name.type}:{self._between(at, span[0])}"
                break
        for at in range(span[1], min(sentence[1], span[1] + _MOST_MATES) + 1):
            if name := self.starting.get(at):
                yield f"mate+={name.type}:{self._between(span[1], at)}"
                break

    def _between(self, first: int, last: int) -> str:
        words = (token.fold for token in self.passage.tokens[first:last])
        return " ".join(words).replace("\n", "|")
