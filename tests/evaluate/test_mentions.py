"""Names: by class and span."""

import msgspec

from kg.evaluate import Counts, Gold, Page
from kg.evaluate.answers import FoundMention
from kg.evaluate.mentions import match_mentions

BODY = {"span": [10, 20], "text": "", "type": "Organisation", "entity": "body"}


def page(*mentions: object, optional: tuple[object, ...] = ()) -> Page:
    gold = msgspec.convert({"mentions": mentions, "optional_mentions": optional}, Gold)
    return Page(name="p.txt", gold=gold)


def found(start: int, end: int, type_: str = "Organisation", entity: str = "a") -> FoundMention:
    return FoundMention((start, end), "", type_, entity, "")


def counts(
    gold: Page, *names: FoundMention, class_: str = "organisation", strict: bool = False
) -> Counts:
    return match_mentions(gold, names, class_, strict=strict).counts


def test_an_article_before_a_name_is_forgiven_but_not_strictly() -> None:
    assert counts(page(BODY), found(6, 20)) == Counts(1, 0, 0)
    assert counts(page(BODY), found(6, 20), strict=True) == Counts(0, 1, 1)


def test_another_span_may_be_as_good() -> None:
    other = page(BODY | {"alt_spans": [[6, 30]]})
    assert counts(other, found(6, 30), strict=True) == Counts(1, 0, 0)


def test_networks_count_as_organisations_and_places_do_not() -> None:
    assert counts(page(BODY), found(10, 20, "Network")) == Counts(1, 0, 0)
    assert counts(page(BODY), found(10, 20, "Place")) == Counts(0, 0, 1)
    assert counts(page(BODY), found(10, 20, "Place"), class_="place") == Counts(0, 1, 0)


def test_what_may_be_of_the_class_as_well_is_no_error_there() -> None:
    either = page(BODY | {"also": ["Place"]})
    assert counts(either, found(10, 20, "Place"), class_="place") == Counts(0, 0, 0)


def test_what_is_optional_is_excused_where_spans_touch() -> None:
    optional = page(optional=(BODY,))
    assert counts(optional, found(19, 40)) == Counts(0, 0, 0)
    assert counts(optional, found(20, 40)) == Counts(0, 1, 0)


def test_a_name_that_is_told_twice_counts_once() -> None:
    assert counts(page(BODY), found(10, 20), found(10, 20)) == Counts(1, 0, 0)
    assert counts(page(BODY), found(10, 20), found(10, 20, entity="b")) == Counts(1, 1, 0)


def test_an_equal_span_is_the_better_pair() -> None:
    inner = BODY | {"span": [10, 14], "entity": "inner"}
    matching = match_mentions(page(BODY, inner), [found(10, 14)], "organisation", strict=False)
    assert [gold.entity for gold, _ in matching.right] == ["inner"]
