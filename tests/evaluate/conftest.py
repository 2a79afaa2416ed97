"""A small gold set in three languages, and answers made from it."""

from collections import Counter
from pathlib import Path

import pytest

from kg.evaluate import GoldSet, Page, read
from kg.evaluate.answers import (
    Answers,
    FoundEnd,
    FoundMeasurement,
    FoundMention,
    FoundParticipation,
)

GOLD = Path(__file__).parent / "gold"


@pytest.fixture(scope="session")
def gold() -> GoldSet:
    return read(GOLD)


@pytest.fixture(scope="session")
def page(gold: GoldSet) -> Page:
    return next(page for page in gold.pages if page.lang == "en")


def perfect(pages: tuple[Page, ...]) -> Answers:
    """Answer what a build would say that reads pages as the annotator does."""
    return Answers(
        documents=Counter(page.name for page in pages),
        mentions={page.name: mentions(page) for page in pages},
        measurements={page.name: measurements(page) for page in pages},
        participations={page.name: participations(page) for page in pages},
    )


def mentions(page: Page) -> list[FoundMention]:
    return [
        FoundMention(m.span, m.text, m.type, f"iri:{m.entity}", m.text) for m in page.gold.mentions
    ]


def measurements(page: Page) -> list[FoundMeasurement]:
    return [
        FoundMeasurement(m.span, m.text, m.value, m.qualifier, m.role)
        for m in page.gold.measurements
    ]


def participations(page: Page) -> list[FoundParticipation]:
    names = {entity.slug: entity.name for entity in page.gold.entities}

    def end(slug: str) -> FoundEnd:
        return FoundEnd(f"iri:{slug}", names[slug])

    return [
        FoundParticipation(r.evidence_span or (0, 0), end(r.subject), "partner", end(r.object))
        for r in page.gold.relations
    ]
