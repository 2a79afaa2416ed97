"""Numbers: found where the gold has one of the same value."""

from collections.abc import Sequence

from kg.evaluate.answers import FoundMeasurement
from kg.evaluate.gold import Measurement, Page
from kg.evaluate.matching import Matching, match
from kg.evaluate.spans import touch


def match_measurements(
    page: Page, found: Sequence[FoundMeasurement], *, full: bool
) -> Matching[Measurement, FoundMeasurement]:
    """Answer which numbers are right: by value or, in full, by qualifier and role as well."""
    first: dict[object, FoundMeasurement] = {}
    for one in found:
        first.setdefault((one.span, one.value), one)
    return match(
        [m for m in page.gold.measurements if not m.optional],
        [m for m in page.gold.measurements if m.optional],
        sorted(first.values()),
        fits=(_same,) if full else (_equal,),
        excuses=_equal,
    )


def differences(gold: Measurement, found: FoundMeasurement) -> list[str]:
    """Answer in what two measurements of one value differ."""
    return [name for name in ("qualifier", "role") if getattr(gold, name) != getattr(found, name)]


def _equal(found: FoundMeasurement, gold: Measurement) -> bool:
    return touch(found.span, gold.span) and found.value == gold.value


def _same(found: FoundMeasurement, gold: Measurement) -> bool:
    return _equal(found, gold) and not differences(gold, found)
