"""Who takes part in what: both ends, in either direction."""

from dataclasses import replace

import msgspec
import pytest

from kg.evaluate import Counts, Page
from kg.evaluate.answers import FoundEnd, FoundParticipation
from kg.evaluate.participations import match_participations
from tests.evaluate.conftest import mentions, participations

UNICEF, LABOUR = FoundEnd("iri:unicef", "x"), FoundEnd("iri:labour", "y")
UN_WOMEN = FoundEnd("iri:un-women", "z")


def act(one: FoundEnd, other: FoundEnd) -> FoundParticipation:
    return FoundParticipation((0, 1), one, "partner", other)


def counts(page: Page, *acts: FoundParticipation) -> Counts:
    return match_participations(page, mentions(page), acts).counts


def changed(page: Page, **fields: object) -> Page:
    first, *rest = page.gold.relations
    relations = (msgspec.structs.replace(first, **fields), *rest)
    return replace(page, gold=msgspec.structs.replace(page.gold, relations=relations))


def test_either_direction_is_right_and_counts_once(page: Page) -> None:
    assert counts(page, *participations(page)) == Counts(2, 0, 0)
    assert counts(page, act(UNICEF, UN_WOMEN), act(UN_WOMEN, UNICEF)) == Counts(1, 0, 1)


def test_an_end_that_no_mention_carries_is_known_by_name(page: Page) -> None:
    unknown = FoundEnd("iri:other", "ministry of LABOUR")
    assert counts(page, act(unknown, UN_WOMEN)) == Counts(1, 0, 1)
    assert counts(page, act(FoundEnd("", "UNICEF"), UN_WOMEN)) == Counts(1, 0, 1)


def test_an_iri_that_a_mention_carries_outweighs_the_label(page: Page) -> None:
    assert counts(page, act(FoundEnd("iri:kenya", "UNICEF"), UN_WOMEN)) == Counts(0, 1, 2)


def test_an_iri_stands_for_what_its_equal_spans_name(page: Page) -> None:
    unicef, *_ = [m for m in mentions(page) if m.entity == "iri:unicef"]
    labour = [m for m in mentions(page) if m.entity == "iri:labour"]
    blurred = [m._replace(span=(m.span[0], m.span[1] - 1), entity="iri:x") for m in labour]
    found = [unicef._replace(entity="iri:x"), *blurred, *mentions(page)]
    acts = [act(FoundEnd("iri:x", ""), UN_WOMEN), act(UNICEF, UN_WOMEN)]
    assert match_participations(page, found, acts).counts == Counts(1, 1, 1)
    assert match_participations(page, found[1:], acts).counts == Counts(2, 0, 0)


def test_two_that_the_gold_does_not_join_are_spurious(page: Page) -> None:
    assert counts(page, act(UNICEF, LABOUR)) == Counts(0, 1, 2)


@pytest.mark.parametrize(
    "fields",
    [{"basis": "inferred"}, {"type": "locatedIn"}, {"object": "kenya"}, {"object": "unnamed"}],
    ids=str,
)
def test_some_relations_are_optional(page: Page, fields: dict[str, str]) -> None:
    optional = changed(page, **fields)
    assert counts(optional) == Counts(0, 0, 1)
    ends = FoundEnd("iri:unicef", ""), FoundEnd(f"iri:{fields.get('object', 'un-women')}", "x")
    known = fields.get("object") != "unnamed"
    assert counts(optional, act(*ends)) == Counts(0, int(not known), 1)
