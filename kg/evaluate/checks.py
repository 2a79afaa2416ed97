"""What is wrong with a gold file: each flaw is an issue with its place, and changes no figure."""

from collections.abc import Iterator, Sequence

from kg.evaluate.gold import MENTION_CLASSES, UNSCORED, Gold, Measurement, Mention
from kg.evaluate.spans import Span, touch
from kg.records import Issue

Annotation = Mention | Measurement

_TYPES = MENTION_CLASSES.keys() | UNSCORED


def check(name: str, gold: Gold, text: str | None) -> Iterator[Issue]:
    """Answer the issues of a gold file; without a text, spans are not compared with it."""
    parts: dict[str, Sequence[Annotation]] = {
        "mentions": gold.mentions,
        "optional_mentions": gold.optional_mentions,
        "measurements": gold.measurements,
    }
    if text is not None:
        for part, annotations in parts.items():
            yield from _spans(f"{name}: {part}", annotations, text)
    for part in ("mentions", "measurements"):
        yield from _overlaps(f"{name}: {part}", parts[part])
    yield from _types(f"{name}: mentions", gold.mentions)
    yield from _types(f"{name}: optional_mentions", gold.optional_mentions)
    yield from _ends(f"{name}: relations", gold)


def _spans(place: str, annotations: Sequence[Annotation], text: str) -> Iterator[Issue]:
    for at, annotation in enumerate(annotations):
        start, end = annotation.span
        if not 0 <= start < end <= len(text):
            message = f"span {start} to {end}: not within the page of {len(text)} characters"
            yield Issue(code="gold-span", message=message, path=f"{place}[{at}]", start=start)
        elif text[start:end] != annotation.text:
            message = f"the page says {text[start:end]!r} here"
            yield Issue(
                code="gold-text",
                message=message,
                path=f"{place}[{at}]",
                start=start,
                raw=annotation.text,
            )


def _overlaps(place: str, annotations: Sequence[Annotation]) -> Iterator[Issue]:
    """Answer annotations that overlap where none of the two is said to be nested."""
    outer = sorted(
        (
            (annotation.span, at)
            for at, annotation in enumerate(annotations)
            if not (isinstance(annotation, Mention) and annotation.nested)
        ),
        key=lambda one: (one[0][0], -one[0][1]),
    )
    reach: Span | None = None
    for span, at in outer:
        if reach and touch(reach, span):
            yield Issue(
                code="gold-overlap",
                message=f"overlaps {reach[0]} to {reach[1]}: say which is nested, or mend a span",
                path=f"{place}[{at}]",
                start=span[0],
                raw=annotations[at].text,
            )
        reach = max(reach or span, span, key=lambda one: one[1])


def _types(place: str, mentions: Sequence[Mention]) -> Iterator[Issue]:
    for at, mention in enumerate(mentions):
        for type_ in (mention.type, *mention.also):
            if type_ not in _TYPES:
                yield Issue(
                    code="gold-type",
                    message=f"{type_}: not scored: use one of {', '.join(sorted(_TYPES))}",
                    path=f"{place}[{at}]",
                    start=mention.span[0],
                    raw=mention.text,
                )


def _ends(place: str, gold: Gold) -> Iterator[Issue]:
    known = {entity.slug for entity in gold.entities} | {m.entity for m in gold.mentions}
    known |= {mention.entity for mention in gold.optional_mentions}
    for at, relation in enumerate(gold.relations):
        for slug in sorted(relation.ends - known):
            message = "neither an entity nor the entity of a mention"
            yield Issue(code="gold-entity", message=message, path=f"{place}[{at}]", raw=slug)
