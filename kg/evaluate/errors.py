"""What went wrong in one page, each with its place and the sentence it stands in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from kg.evaluate.answers import FoundMeasurement, FoundMention, FoundParticipation
from kg.evaluate.gold import MENTION_CLASSES, Measurement, Mention, Page, Relation
from kg.evaluate.linking import Link
from kg.evaluate.matching import Matching
from kg.evaluate.measurements import differences
from kg.evaluate.spans import Span, touch
from kg.text.reading import read
from kg.text.sentences import sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Error:
    """One error. `expected` is what the gold says, `found` what the build says; one may be "".

    `kind` is missed, spurious, wrong span, wrong type, wrong value, wrong qualifier, wrong role or
    other thing. `start` and `end` count Unicode code points of the page.
    """

    kind: str
    class_: str
    document: str
    start: int
    end: int
    expected: str
    found: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Teller:
    """Makes errors of one page: it knows where the sentences are."""

    page: Page
    sentences: Sequence[Span]

    @classmethod
    def of(cls, page: Page) -> Self:
        """Answer the teller of a page."""
        return cls(page, sentences(page.text, page.lang))

    def error(
        self, kind: str, class_: str, span: Span, expected: str = "", found: str = ""
    ) -> Error:
        """Answer an error at a span."""
        return Error(
            kind=kind,
            class_=class_,
            document=self.page.name,
            start=span[0],
            end=span[1],
            expected=_shown(expected),
            found=_shown(found),
            sentence=self._around(span),
        )

    def _around(self, span: Span) -> str:
        inside = [text for text in self.sentences if touch(text, span)]
        return _shown(self.page.text[inside[0][0] : inside[-1][1]]) if inside else ""


def _shown(raw: str) -> str:
    """Answer a raw text as a reader sees it, on one line."""
    return " ".join(read(raw).text.split())


def mention_errors(
    tell: Teller, matchings: dict[str, Matching[Mention, FoundMention]]
) -> Iterator[Error]:
    """Answer the errors in names, class by class."""
    unused = [f for m in matchings.values() for f in (*m.spurious, *m.excused)]
    spurious = {f: class_ for class_, m in matchings.items() for f in m.spurious}
    for class_, matching in matchings.items():
        for gold in matching.missed:
            near = _near(gold, unused, class_)
            if near is None:
                yield tell.error("missed", class_, gold.span, gold.text)
                continue
            unused.remove(near)
            spurious.pop(near, None)
            same = MENTION_CLASSES[near.type] == class_
            kind, found = (
                ("wrong span", near.text) if same else ("wrong type", f"{near.text} ({near.type})")
            )
            yield tell.error(kind, class_, gold.span, gold.text, found)
    for one, class_ in spurious.items():
        yield tell.error("spurious", class_, one.span, found=one.text)


def _near(gold: Mention, unused: Sequence[FoundMention], class_: str) -> FoundMention | None:
    """Answer what was found where a missed name stands, of its own class if possible."""
    here = [one for one in unused if touch(one.span, gold.span)]
    return min(here, key=lambda one: MENTION_CLASSES[one.type] != class_, default=None)


def link_errors(tell: Teller, linked: Sequence[Link]) -> Iterator[Error]:
    """Answer the mentions that stand on another IRI than most of their thing."""
    for link in linked:
        if not link.same:
            found = f"{link.found.label} ({link.found.entity})"
            yield tell.error("other thing", "identity", link.gold.span, link.expected, found)


def measurement_errors(
    tell: Teller, matching: Matching[Measurement, FoundMeasurement]
) -> Iterator[Error]:
    """Answer the errors in numbers; of those with the right value, in qualifier and role."""
    unused = list(matching.spurious)
    for gold, right in matching.right:
        for name in differences(gold, right):
            said = (
                f"{gold.text} ({getattr(gold, name)})",
                f"{right.text} ({getattr(right, name)})",
            )
            yield tell.error(f"wrong {name}", "measurement", gold.span, *said)
    for gold in matching.missed:
        near = next((one for one in unused if touch(one.span, gold.span)), None)
        expected = f"{gold.text} = {gold.value} ({gold.role})"
        if near is None:
            yield tell.error("missed", "measurement", gold.span, expected)
            continue
        unused.remove(near)
        yield tell.error("wrong value", "measurement", gold.span, expected, _number(near))
    for one in unused:
        yield tell.error("spurious", "measurement", one.span, found=_number(one))


def _number(found: FoundMeasurement) -> str:
    return f"{found.text} = {found.value} ({found.role})"


def participation_errors(
    tell: Teller, matching: Matching[Relation, FoundParticipation]
) -> Iterator[Error]:
    """Answer the participations that were missed and those that are spurious."""
    names = {entity.slug: entity.name for entity in tell.page.gold.entities}
    for gold in matching.missed:
        one, other = (names.get(slug, slug) for slug in (gold.subject, gold.object))
        said = f"{one} {gold.type} {other}"
        yield tell.error("missed", "participation", gold.evidence_span or (0, 0), said)
    for found in matching.spurious:
        said = f"{found.participant.label} {found.role} {found.target.label}"
        yield tell.error("spurious", "participation", found.span, found=said)
