"""What a build got right and wrong in one page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kg.evaluate import errors, linking
from kg.evaluate.answers import Answers, FoundMeasurement, FoundMention
from kg.evaluate.counts import Counts
from kg.evaluate.errors import Error, Teller
from kg.evaluate.gold import Page
from kg.evaluate.measurements import match_measurements
from kg.evaluate.mentions import CLASSES, match_mentions
from kg.evaluate.participations import match_participations


class Criterion(NamedTuple):
    """What is counted, and what it takes to be right."""

    class_: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The counts of one page by criterion, and its errors in the order of classes."""

    page: Page
    counts: Mapping[Criterion, Counts]
    errors: tuple[Error, ...]


def judge(page: Page, answers: Answers, agency: str = "") -> Judgement:
    """Answer how a page was read.

    `agency` is who reports, where the gold does not say it: its name, or how its slug begins.
    """
    tell = Teller.of(page)
    parts = (
        _mentions(tell, answers.mentions.get(page.name, ())),
        _identity(tell, answers.mentions.get(page.name, ()), page.gold.document.agency or agency),
        _measurements(tell, answers.measurements.get(page.name, ())),
        _participations(tell, answers),
    )
    return Judgement(
        page=page,
        counts={criterion: counts for part in parts for criterion, counts in part.counts.items()},
        errors=tuple(error for part in parts for error in part.errors),
    )


class _Part(NamedTuple):
    counts: dict[Criterion, Counts]
    errors: Iterable[Error]


def _mentions(tell: Teller, found: Sequence[FoundMention]) -> _Part:
    lenient = {class_: match_mentions(tell.page, found, class_, strict=False) for class_ in CLASSES}
    counts: dict[Criterion, Counts] = {}
    for class_, matching in lenient.items():
        strict = match_mentions(tell.page, found, class_, strict=True)
        counts[Criterion(class_, "lenient")] = matching.counts
        counts[Criterion(class_, "strict")] = strict.counts
    return _Part(counts, errors.mention_errors(tell, lenient))


def _identity(tell: Teller, found: Sequence[FoundMention], agency: str) -> _Part:
    linked = linking.links(tell.page, found, agency)
    counts = {Criterion("identity", "IRI"): linking.count(linked)}
    return _Part(counts, errors.link_errors(tell, linked))


def _measurements(tell: Teller, found: Sequence[FoundMeasurement]) -> _Part:
    by_value = match_measurements(tell.page, found, full=False)
    in_full = match_measurements(tell.page, found, full=True)
    counts = {
        Criterion("measurement", "value"): by_value.counts,
        Criterion("measurement", "full"): in_full.counts,
    }
    return _Part(counts, errors.measurement_errors(tell, by_value))


def _participations(tell: Teller, answers: Answers) -> _Part:
    name = tell.page.name
    matching = match_participations(
        tell.page, answers.mentions.get(name, ()), answers.participations.get(name, ())
    )
    counts = {Criterion("participation", "ends"): matching.counts}
    return _Part(counts, errors.participation_errors(tell, matching))
