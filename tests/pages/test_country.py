"""Which country a page reports on, and how sure that is."""

from collections import Counter
from decimal import Decimal

import pytest

from kg.pages.clues import Clues
from kg.pages.countries import Countries, countries
from kg.pages.country import conflicts, country_of

KNOWN = Countries(
    {"MX": "MX", "MEX": "MX", "KE": "KE", "KEN": "KE", "NE": "NE", "NER": "NE", "SN": "SN"},
    {
        "mexico": "MX",
        "kenya": "KE",
        "niger": "NE",
        "senegal": "SN",
        "south sudan": "SS",
        "sudan": "SD",
    },
)
SPELLINGS = {"Mejhico": "MX"}


def clues(**said: object) -> Clues:
    return Clues(**{"file_name": "page.txt", **said})  # type: ignore[arg-type]  # what each test says


CASES = [
    (clues(settings={"country": "Kenya"}, address={"country": "MX"}), "KE", "settings"),
    (clues(address={"country": "KE"}, offices=Counter(["MEX"])), "KE", "address"),
    (
        clues(offices=Counter(["MEX", "MEX", "KEN"]), text="Kenya. Kenya."),
        "MX",
        "outcomeIdentifier",
    ),
    (clues(selected=("Kenya", "2020"), text="Niger. Niger."), "KE", "selector"),
    (clues(headers=("Mejhico",), text="Mexico did it."), "MX", "header"),
    (clues(text="In Kenya and in Kenya. Not in Niger."), "KE", "register"),
    (clues(text="Kenya did it once."), "KE", "register"),
    (clues(file_name="NE_2020.txt", text="Kenya did it once."), "NE", "fileName"),
    (clues(file_name="KEN_2020.txt"), "KE", "fileName"),
    (clues(file_name="our-kenya-page.txt"), "KE", "fileName"),
    (clues(offices=Counter(["RD"]), text="Kenya, Kenya, Kenya and Kenya."), "KE", "register"),
]


@pytest.mark.parametrize(("said", "country", "basis"), CASES)
def test_country(said: Clues, country: str, basis: str) -> None:
    found, region = country_of(said, KNOWN, SPELLINGS)
    assert found
    assert (found.value, found.basis) == (country, basis)
    assert region is None
    assert 0 < found.confidence <= 1


OPEN = [
    clues(),
    clues(headers=("Mexico",)),
    clues(headers=("Mexico",), text="Kenya did it."),
    clues(text="Kenya did it once. Niger too."),
    clues(text="Kenya. Kenya. Niger. Niger."),
    clues(selected=("Kenya", "Niger")),
    clues(file_name="NA.txt"),
    clues(file_name="kenya-and-niger.txt"),
    clues(text="kenya kenya kenya"),
]


@pytest.mark.parametrize("said", OPEN)
def test_what_is_not_sure_is_left_open(said: Clues) -> None:
    assert country_of(said, KNOWN, SPELLINGS) == (None, None)


def test_a_regional_office_has_a_region() -> None:
    found = country_of(clues(offices=Counter(["WCA"]), text="Senegal. Senegal. Niger."), KNOWN, {})
    assert found[0] is None
    assert found[1]
    assert (found[1].value, found[1].basis) == ("WCA", "outcomeIdentifier")
    found = country_of(clues(address={"region": "ECA"}, text="Kenya. Kenya. Kenya."), KNOWN, {})
    assert found[0] is None
    assert found[1]
    assert (found[1].value, found[1].basis, found[1].confidence) == ("ECA", "address", Decimal(1))


def test_conflicts_are_issues() -> None:
    said = clues(
        address={"country": "KE"}, offices=Counter(["MEX", "RD"]), headers=("Mejhico", "Caribbean")
    )
    found, _ = country_of(said, KNOWN, SPELLINGS)
    issues = list(conflicts(found, said, KNOWN, SPELLINGS))
    assert [(issue.code, issue.raw) for issue in issues] == [
        ("country-conflict", "MEX"), ("header-conflict", "Mejhico"),
    ]  # fmt: skip
    assert not list(conflicts(None, said, KNOWN, SPELLINGS))


def test_the_longest_name_counts() -> None:
    assert KNOWN.named("South Sudan and Sudan, Mexico’s south") == {"SS": 1, "SD": 1}


@pytest.mark.parametrize(
    ("said", "country"),
    [("MEX", "MX"), ("MX", "MX"), ("México", "MX"), ("Mexique", "MX"), ("Côte d'Ivoire", "CI"),
     ("Republic of Moldova", "MD"), ("Turkey", "TR"), ("Atlantis", None), ("", None)],
)  # fmt: skip
def test_shipped_countries(said: str, country: str | None) -> None:
    assert countries().of(said) == country


def test_words_are_no_countries() -> None:
    assert not countries().named("Us and them: the Car, the Turkey shoot is no name").get("CF")
    assert not countries().named("Us and them").get("US")
