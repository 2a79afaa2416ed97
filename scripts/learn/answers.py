"""What annotated pages say is right: the lessons of a page with the answers of its gold."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from lessons import Lesson

from kg.evaluate.gold import SCORED_RELATIONS, Gold, Mention

NONE: Final = "none"
TIE: Final = "tie"
_TYPES: Final[Mapping[str, str]] = {
    "Organisation": "Organisation",
    "Network": "Organisation",
    "Place": "Place",
    "Programme": "Programme",
    "Initiative": "Programme",
    "Event": "Event",
    "Law": "Law",
}
_TAKES_PART: Final = frozenset({"Organisation", "Programme", "Event"})

Span = tuple[int, int]


class Answered(NamedTuple):
    """A lesson with its right answer."""

    lesson: Lesson
    answer: str
    is_passage: bool = False


def answered(lesson: Lesson, gold: Gold, *, is_passage: bool) -> Iterator[Answered]:
    """Answer a lesson with what is right, unless that is left open."""
    match lesson.table:
        case "names":
            answer = _name(lesson, gold)
        case "numbers":
            answer = _role(lesson, gold)
        case _:
            answer = _tie(lesson, gold)
    if answer:
        yield Answered(lesson, answer, is_passage)


def _name(lesson: Lesson, gold: Gold) -> str | None:
    span = lesson.spans[0]
    found = [m for m in gold.mentions if m.type in _TYPES and any(_agree(span, s) for s in m.spans)]
    if found:
        return _TYPES[min(found, key=lambda m: _apart(span, m.span)).type]
    is_open = any(_touch(span, m.span) for m in gold.optional_mentions)
    return None if is_open or lesson.told else NONE


def _role(lesson: Lesson, gold: Gold) -> str | None:
    """Answer the role of a number; what the gold does not measure is no lesson."""
    found = [m for m in gold.measurements if _touch(lesson.spans[0], m.span)]
    return found[0].role if found and not found[0].optional else None


def _tie(lesson: Lesson, gold: Gold) -> str | None:
    actor, target, sentence = lesson.spans
    mentions = [*gold.mentions, *gold.optional_mentions]
    one, other = _named(actor, mentions), _named(target, mentions)
    if one is None or other is None:
        return NONE
    ends = frozenset({one.entity, other.entity})
    if len(ends) == 1:
        return None
    told = [r for r in gold.relations if r.ends == ends]
    sure = [r for r in told if r.basis != "inferred" and r.type in SCORED_RELATIONS]
    if any(r.evidence_span is None or _touch(sentence, r.evidence_span) for r in sure):
        return TIE
    is_denied = any(r.ends == ends for r in gold.negated_relations)
    is_scored = all(_TYPES.get(m.type) in _TAKES_PART for m in (one, other))
    return None if told or is_denied or not is_scored else NONE


def _named(span: Span, mentions: list[Mention]) -> Mention | None:
    near = [m for m in mentions if _touch(span, m.span) and m.type != "Place"]
    return min(near, key=lambda m: _apart(span, m.span), default=None)


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _apart(one: Span, other: Span) -> int:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _agree(found: Span, right: Span) -> bool:
    """Answer whether spans share an edge, or one found is within the other and half of it."""
    is_within = right[0] <= found[0] and found[1] <= right[1]
    is_half = 2 * (found[1] - found[0]) >= right[1] - right[0]
    has_edge = found[0] == right[0] or found[1] == right[1]
    return _touch(found, right) and (has_edge or (is_within and is_half))
