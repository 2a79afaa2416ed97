"""Where an activity is: keys of places and their labels, points."""

import pytest

from tests.sources.iati_cases import activity, mapped


@pytest.mark.parametrize(
    ("inside", "key"),
    [
        ('<recipient-country code="mx"/>', "place:iso:MX"),
        ('<recipient-region code="89"/>', "place:region:89"),
        ('<recipient-region code="13" vocabulary="2"/>', "place:region:2:13"),
        ('<recipient-region code="a" vocabulary="99"/>', "place:region:99:ME-1:a"),
        ('<location><location-id vocabulary="A4" code="GT"/></location>', "place:iso:GT"),
    ],
)
def test_places_stand_as_keys(inside: str, key: str) -> None:
    found = mapped(activity(f'<reporting-org ref="ME-1"/>{inside}'))
    assert (key, "class", "Place", "") in found.output.claims


def test_a_region_is_labelled_by_the_list() -> None:
    found = mapped(activity('<recipient-region code="998"/>'))
    labels = {claim for claim in found.output.claims if claim.aspect == "label"}
    assert labels
    assert {claim.key for claim in labels} == {"place:region:998"}


@pytest.mark.parametrize("pos", ["91 0", "0 181", "10", "", "1,5 2", "a b", "1 2 3"])
def test_what_is_no_point_is_kept_as_it_stands(pos: str) -> None:
    found = mapped(activity(f"<location><point><pos>{pos}</pos></point></location>"))
    assert not any("POINT" in line for line in found.output.lines)
    assert any("point/pos" in line for line in found.output.lines) == bool(pos)


@pytest.mark.parametrize(
    ("latitude", "longitude"), [("", "1"), ("1", ""), ("north", "1"), ("1", "181")]
)
def test_coordinates_that_make_no_point_are_kept_as_they_stand(
    latitude: str, longitude: str
) -> None:
    pair = f'<coordinates latitude="{latitude}" longitude="{longitude}"/>'
    found = mapped(activity(f"<location>{pair}</location>"))
    assert not any("POINT" in line for line in found.output.lines)
    assert [issue.raw for issue in found.issues if "coordinates" in issue.path] == [
        raw for raw in (latitude, longitude) if raw
    ]
