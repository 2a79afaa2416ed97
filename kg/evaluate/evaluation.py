"""The figures of a build: by class, for all pages, for each language and for each country."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from kg.evaluate.answers import Answers
from kg.evaluate.bootstrap import Intervals, intervals
from kg.evaluate.counts import Counts, total
from kg.evaluate.errors import Error
from kg.evaluate.gold import Page
from kg.evaluate.judgement import Criterion, Judgement, judge
from kg.records import Issue


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """How well one class was read in one part of the pages.

    `part` is all, language or country, and `value` which one, "" where none is known. One document
    gives no intervals.
    """

    part: str
    value: str
    criterion: Criterion
    documents: int
    counts: Counts
    intervals: Intervals | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Figures of all pages first, errors in the order of pages, and issues with the gold."""

    figures: tuple[Figure, ...]
    errors: tuple[Error, ...]
    issues: tuple[Issue, ...]


def evaluate(pages: Sequence[Page], answers: Answers, agency: str = "") -> Evaluation:
    """Answer how well a build read the pages of a gold set.

    `agency` is who reports, where the gold does not say it: its name, or how its slug and those of
    its offices begin. Its mentions tell little about identity and are left out of that figure.
    """
    judgements = [judge(page, answers, agency) for page in pages]
    return Evaluation(
        figures=tuple(_figures(judgements)),
        errors=tuple(error for one in judgements for error in one.errors),
        issues=tuple(_gaps(pages, answers)),
    )


def _figures(judgements: Sequence[Judgement]) -> Iterator[Figure]:
    yield from _part("all", "", judgements)
    for part, of in (("language", attrgetter("lang")), ("country", attrgetter("country"))):
        grouped: dict[str, list[Judgement]] = defaultdict(list)
        for one in judgements:
            grouped[of(one.page)].append(one)
        for value in sorted(grouped):
            yield from _part(part, value, grouped[value])


def _part(part: str, value: str, judgements: Sequence[Judgement]) -> Iterator[Figure]:
    """Answer the figures of some pages; none of a class that is neither expected nor found."""
    for criterion in judgements[0].counts if judgements else ():
        counts = [one.counts[criterion] for one in judgements]
        together = total(counts)
        if any(together):
            yield Figure(
                part=part,
                value=value,
                criterion=criterion,
                documents=len(counts),
                counts=together,
                intervals=intervals(counts) if len(counts) > 1 else None,
            )


def _gaps(pages: Iterable[Page], answers: Answers) -> Iterator[Issue]:
    """Answer the pages that the build does not hold, or holds more than once."""
    for page in pages:
        sources = answers.documents.get(page.name, 0)
        if not sources:
            message = "the build has no such document: what the gold expects of it counts as missed"
            yield Issue(code="gold-unbuilt", message=message, path=page.name)
        elif sources > 1:
            message = f"the build has {sources} such documents: they are judged as one"
            yield Issue(code="gold-twice", message=message, path=page.name)
