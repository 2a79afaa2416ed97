"""The text that a reader sees of a raw one, with an index back to where each character stands.

Tags, entities, link targets, mojibake, split numbers and doubled white space are undone for
reading only; a span of the reading maps to the slice of the raw text that says it.
"""

import html
import re
from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple, Self

from kg.text import personal, repairs
from kg.text.markup import BLOCKS, tags

_ENTITY: Final = re.compile(
    r"&(?:amp;)*(?P<name>\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
)


class Edit(NamedTuple):
    """What a reader sees in the place of `text[start:end]`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A clean text: character `i` is what stands in the raw text from `starts[i]` to `ends[i]`.

    Example:
        >>> reading = read("In Ciudad Ju&aacute;rez, in 202 1")
        >>> reading.text
        'In Ciudad Juárez, in 2021'
        >>> reading.span(3, 16)
        (3, 23)
    """

    text: str
    starts: "array[int]"
    ends: "array[int]"

    @classmethod
    def plain(cls, raw: str) -> Self:
        """Answer the reading of a text that says what it shows."""
        return cls(raw, array("I", range(len(raw))), array("I", range(1, len(raw) + 1)))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Answer where in the raw text the clean `text[start:end]` stands.

        Raises:
            IndexError: the span is empty or not within the text.
        """
        if not 0 <= start < end:
            raise IndexError(f"reading: {start} to {end}: a span has at least one character")
        return self.starts[start], self.ends[end - 1]

    def edited(self, edits: Iterable[Edit]) -> "Reading":
        """Answer the reading after edits of its text, which come in order and do not overlap."""
        parts: list[str] = []
        starts, ends = array("I"), array("I")
        at = 0
        for start, end, text in edits:
            parts += (self.text[at:start], text)
            starts += self.starts[at:start]
            ends += self.ends[at:start]
            if text:
                starts.extend([self.starts[start]] * len(text))
                ends.extend([self.ends[end - 1]] * len(text))
            at = end
        if not at:
            return self
        parts.append(self.text[at:])
        return Reading("".join(parts), starts + self.starts[at:], ends + self.ends[at:])

    def replaced(
        self, pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str]
    ) -> "Reading":
        """Answer the reading after every match of a pattern is replaced."""
        found = (Edit(m.start(), m.end(), replacement(m)) for m in pattern.finditer(self.text))
        return self.edited(edit for edit in found if edit.text != self.text[edit.start : edit.end])


@lru_cache(maxsize=32)
def read(raw: str) -> Reading:
    """Answer what a reader sees of a raw text."""
    reading = shown(raw)
    reading = reading.edited(Edit(*span, "") for span in personal.addresses(reading.text))
    for repair in repairs.repairs():
        reading = reading.replaced(repair.pattern, repair)
    return reading


def shown(raw: str) -> Reading:
    """Answer a raw text without its mark-up, its entities decoded, and nothing else done to it."""
    marks = (Edit(t.start, t.end, "\n" if t.name in BLOCKS else "") for t in tags(raw))
    return Reading.plain(raw).edited(marks).replaced(_ENTITY, _decoded)


def _decoded(entity: re.Match[str]) -> str:
    """Answer what an entity stands for, however often it was escaped."""
    return html.unescape(f"&{entity['name']};")
