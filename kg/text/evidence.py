"""The words a fact rests on: a quote that is the raw text, and holds nothing personal.

What is personal in a text (addresses, account names, the targets of links) is never quoted: a quote
that would span it ends at the clause before, or begins after it. A quote is cut, never altered.
"""

import re
from functools import lru_cache
from typing import Final

from kg.errors import KGError
from kg.records import Evidence, TextRef
from kg.text import personal
from kg.text.markup import Tag, tags
from kg.text.reading import shown

CONTEXT_CHARACTERS: Final = 32
"""How much of the text around a quote is kept to find it again."""

_TARGET: Final = re.compile(r"\b(?:href|src)\s*=|://|@|%40", re.IGNORECASE)
_CLAUSE_END: Final = re.compile(r"[,;:.!?](?=\s)|\s(?=[(–—])|\n")

_SPACE: Final = re.compile(r"\s*")
_LEFT_OVER: Final = re.compile(r"[\s)\],.;:]*")

Span = tuple[int, int]


def evidence(
    ref: TextRef, raw: str, start: int, end: int, *, offset: int = 0, keep: Span | None = None
) -> Evidence:
    """Answer the evidence for `raw[start:end]`, where `raw` begins at `offset` of the text `ref`.

    `keep` is the part of the span that must be quoted: names or a number. Without it, the longest
    part that may be quoted is taken.

    Raises:
        KGError: nothing of the span, or not all of `keep`, may be quoted: whoever asks has read
            a text that no reader sees.
    """
    if not 0 <= start < end <= len(raw):
        raise KGError(
            f"{ref.id}: {start} to {end} is no span of a text of {len(raw)}: mend the extractor"
        )
    hidden = withheld(raw)
    start, end = _quotable(raw, (start, end), hidden, keep, ref)
    before = max([start - CONTEXT_CHARACTERS, 0, *(b for _, b in hidden if b <= start)])
    after = min([end + CONTEXT_CHARACTERS, len(raw), *(a for a, _ in hidden if a >= end)])
    return Evidence(
        text=ref,
        start=offset + start,
        end=offset + end,
        exact=raw[start:end],
        prefix=raw[before:start],
        suffix=raw[end:after],
    )


@lru_cache(maxsize=32)
def withheld(raw: str) -> tuple[Span, ...]:
    """Answer the spans of a raw text that no quote holds, in order: link targets and addresses.

    Example:
        >>> raw = 'Ask <a href="mailto:a@example.org">Ana</a> or b@example.org'
        >>> [raw[start:end] for start, end in withheld(raw)]
        ['<a href="mailto:a@example.org">', 'b@example.org']
    """
    targets = [(t.start, t.end) for t in tags(raw) if _has_target(raw, t)]
    reading = shown(raw)
    said = [reading.span(start, end) for start, end in personal.addresses(reading.text)]
    return tuple(_merged(sorted(targets + said)))


def _has_target(raw: str, tag: Tag) -> bool:
    return tag.kind in {"raw", "cut"} or bool(_TARGET.search(raw, tag.start, tag.end))


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _quotable(
    raw: str, span: Span, hidden: tuple[Span, ...], keep: Span | None, ref: TextRef
) -> Span:
    inside = [(a, b) for a, b in hidden if a < span[1] and b > span[0]]
    if not inside:
        return span
    edges = [span[0], *(edge for pair in inside for edge in pair), span[1]]
    between = zip(edges[::2], edges[1::2], strict=True)
    parts = [part for a, b in between if a < b and (part := _words(raw, a, b, a > span[0]))]
    if keep:
        parts = [(a, b) for a, b in parts if a <= keep[0] and keep[1] <= b]
    if not parts:
        raise KGError(f"{ref.id}: nothing to quote at {span[0]}: take spans from the reading alone")
    start, end = max(parts, key=lambda part: part[1] - part[0])
    leads_up = any(a >= end for a, _ in inside)
    return (start, _clause_end(raw, start, end, keep)) if leads_up else (start, end)


def _words(raw: str, start: int, end: int, follows: bool) -> Span | None:
    """Answer a part without outer white space, and without the marks left over from a cut before."""
    match = (_LEFT_OVER if follows else _SPACE).match(raw, start, end)
    start = match.end() if match else start
    end = start + len(raw[start:end].rstrip())
    return (start, end) if start < end else None


def _clause_end(raw: str, start: int, end: int, keep: Span | None) -> int:
    """Answer where the last whole clause of a part ends, which leads up to what was cut out."""
    least = keep[1] if keep else start + 1
    ends = [m.start() for m in _CLAUSE_END.finditer(raw, start, end) if m.start() >= least]
    return start + len(raw[start : ends[-1] if ends else end].rstrip())
