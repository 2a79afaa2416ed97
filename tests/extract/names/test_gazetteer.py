"""Known names: at word boundaries, the longest, and written as names are."""

import pytest

from kg.extract.gazetteer import Gazetteer, Name, gazetteer, names_from
from kg.extract.passage import passage
from kg.records import Claim, Key, TextRef
from tests.extract.cases import registers

ADA = Name("ADA", Key("org:id:A"), "Organisation")
META = Name("Meta", Key("place:iso:CO-MET"), "Place", country="CO")
META_CITY = Name("Meta City", Key("place:geonames:1"), "Place", country="CO")
UNICEF = Name("UNICEF", Key("org:id:U"), "Organisation")
UNION = Name("Unión", Key("place:geonames:2"), "Place")


def found(text: str, *names: Name, lang: str = "en") -> list[str]:
    part = passage(TextRef("source", "x"), text, 0, lang)
    return [part.words(hit.first, hit.last) for hit in Gazetteer.of(names).find(part)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ADA met Ada and ada.", ["ADA"]),
        ("In Meta, the meta is near.", ["Meta"]),
        ("In Meta City.", ["Meta City"]),
        ("In Metaville.", []),
        ("UNICEF and Unicef, not unicef.", ["UNICEF", "Unicef"]),
        ("The Union and UNION.", []),
    ],
)
def test_found(text: str, names: list[str]) -> None:
    assert found(text, ADA, META, META_CITY, UNICEF, UNION) == names


def test_accents_are_not_needed() -> None:
    assert found("In Juchitan.", Name("Juchitán", Key("place:inegi:1"), "Place")) == ["Juchitan"]


def test_places_are_found_within_the_names_of_bodies() -> None:
    university = Name("Meta City University", Key("org:id:M"), "Organisation")
    assert found("Meta City University", META_CITY, university) == [
        "Meta City University",
        "Meta City",
    ]


def test_what_documents_claim_are_names() -> None:
    claims = [
        Claim(Key("activity:id:A1"), "label", "Clean Rivers", "en"),
        Claim(Key("activity:id:A1"), "country", "MX"),
        Claim(Key("outcome:id:O1"), "label", "An outcome", "en"),
    ]
    (name,) = names_from(claims)
    assert (name.text, name.type, name.key) == ("Clean Rivers", "Programme", "activity:id:A1")


def test_the_digest_tells_names_and_not_their_order() -> None:
    one, other = Gazetteer.of([ADA, META]), Gazetteer.of([META, ADA, ADA])
    assert one.digest == other.digest
    assert one.digest != Gazetteer.of([ADA]).digest


def test_a_gazetteer_has_the_names_of_a_country_and_of_the_world() -> None:
    keys = gazetteer(registers(), "MX", ()).entries
    assert Key("place:iso:MX-JAL") in keys
    assert Key("org:id:XM-DAC-41114") in keys
    assert Key("place:iso:PE-PIU") not in keys
    assert Key("place:iso:MX-JAL") not in gazetteer(registers(), None, ()).entries
