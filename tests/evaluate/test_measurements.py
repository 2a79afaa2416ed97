"""Numbers: by value, then by qualifier and role."""

from decimal import Decimal

import msgspec

from kg.evaluate import Counts, Gold, Page
from kg.evaluate.answers import FoundMeasurement
from kg.evaluate.measurements import match_measurements

GOLD = {"span": [10, 15], "text": "5.17%", "value": 5.17, "qualifier": "about", "role": "target"}


def page(*measurements: object) -> Page:
    return Page(name="p.txt", gold=msgspec.convert({"measurements": measurements}, Gold))


def found(
    value: str, *, start: int = 10, qualifier: str = "about", role: str = "target"
) -> FoundMeasurement:
    return FoundMeasurement((start, start + 5), "", Decimal(value), qualifier, role)


def counts(gold: Page, *numbers: FoundMeasurement, full: bool = False) -> Counts:
    return match_measurements(gold, numbers, full=full).counts


def test_the_value_counts_and_the_span_touches() -> None:
    assert counts(page(GOLD), found("5.170")) == Counts(1, 0, 0)
    assert counts(page(GOLD), found("5.17", start=14)) == Counts(1, 0, 0)
    assert counts(page(GOLD), found("5.17", start=15)) == Counts(0, 1, 1)
    assert counts(page(GOLD), found("517")) == Counts(0, 1, 1)


def test_in_full_qualifier_and_role_count_too() -> None:
    assert counts(page(GOLD), found("5.17"), full=True) == Counts(1, 0, 0)
    assert counts(page(GOLD), found("5.17", qualifier="exact"), full=True) == Counts(0, 1, 1)
    assert counts(page(GOLD), found("5.17", role="result"), full=True) == Counts(0, 1, 1)


def test_the_first_of_a_value_at_a_place_counts() -> None:
    twice = (found("5.17", role="result"), found("5.17"))
    assert counts(page(GOLD), *twice) == Counts(1, 0, 0)
    assert counts(page(GOLD), *twice, full=True) == Counts(0, 1, 1)


def test_what_is_optional_is_excused_with_its_value_only() -> None:
    optional = page(GOLD | {"optional": True})
    assert counts(optional, found("5.17", role="result"), full=True) == Counts(0, 0, 0)
    assert counts(optional, found("5")) == Counts(0, 1, 0)
