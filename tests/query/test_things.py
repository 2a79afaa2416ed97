"""A thing is found as people write its name, and never guessed."""

import pytest

from kg.errors import UnknownName
from kg.query import find, named
from kg.store import Store

BASE = "https://example.org/id/"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Harbour Trust", "trust"),
        ("harbour trust", "trust"),
        ("HARBOUR-TRUST", "trust"),
        ("Fundación del Río Ñandú", "trust"),
        ("fundacion del rio nandu", "trust"),
        ("HT", "trust"),
        ("XX-1-77", "trust"),
        ("xx 1 77", "trust"),
        (f"{BASE}trust", "trust"),
        ("wells", "wells"),
        ("clean wells", "wells"),
        ("rio", "trust"),
        ("XX-LK", "lake-town"),
        (f"{BASE}health-b", "health-b"),
    ],
)
def test_a_name_means_one_thing(names: Store, name: str, found: str) -> None:
    assert find(names, name).iri == BASE + found


def test_the_kind_decides_between_like_names(names: Store) -> None:
    assert find(names, "Lake", "place").iri == f"{BASE}lake-town"
    assert find(names, "Lake", "programme").iri == f"{BASE}lake-programme"


def test_a_whole_name_goes_before_a_part_of_one(names: Store) -> None:
    assert [thing.iri for thing in named(names, "Many A")] == [f"{BASE}many-1"]
    assert len(named(names, "many")) == 6


@pytest.mark.parametrize("name", ["Lake", "Ministry of Health", "health"])
def test_a_name_of_several_lists_them(names: Store, name: str) -> None:
    with pytest.raises(UnknownName, match=r"may be .+ <https://example.org/id/.+>; .+the IRI"):
        find(names, name)


def test_of_many_the_first_are_listed(names: Store) -> None:
    with pytest.raises(UnknownName, match=r"Many A .+Many E .+ and 1 more"):
        find(names, "many")


@pytest.mark.parametrize(
    "name", ["", " ", "?!", "arbour", "nobody", f"{BASE}nothing", '" } UNION {', "a\nb"]
)
def test_what_is_not_there_is_said_on_one_line(names: Store, name: str) -> None:
    with pytest.raises(UnknownName, match="the graph has no organisation") as raised:
        find(names, name, "organisation")
    assert "\n" not in str(raised.value)


def test_the_answer_has_the_label_to_show_and_the_type(names: Store) -> None:
    assert find(names, "rio")[1:] == ("Harbour Trust", "Organisation")
