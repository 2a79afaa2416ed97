"""Which year a page reports on."""

from decimal import Decimal

import pytest

from kg.pages.clues import Clues
from kg.pages.year import conflicts, year_of


def clues(**said: object) -> Clues:
    return Clues(**{"file_name": "page.txt", **said})  # type: ignore[arg-type]  # what each test says


CASES = [
    (clues(settings={"year": "2001"}, address={"year": "2002"}), "2001", "settings"),
    (clues(address={"year": "2002"}, selected=("2003",)), "2002", "address"),
    (clues(selected=("Kenya", "2003"), result_years=("2004",)), "2003", "selector"),
    (clues(result_years=("2004", "2006", "2005"), text="In 2007."), "2006", "resultYears"),
    (clues(text="In 2007 and 2007, not 2008.", file_name="2009.txt"), "2007", "narrative"),
    (
        clues(text="By 2025, since 2019 and until the end of 2024; in 2021 it began."),
        "2021",
        "narrative",
    ),
    (clues(text="Avant, d'ici 2025; en 2021."), "2021", "narrative"),
    (clues(text="In 2007, not 2008.", file_name="MX_2009.txt"), "2009", "fileName"),
    (clues(file_name="MX_2009.txt"), "2009", "fileName"),
]


@pytest.mark.parametrize(("said", "year", "basis"), CASES)
def test_year(said: Clues, year: str, basis: str) -> None:
    found = year_of(said)
    assert found
    assert (found.value, found.basis) == (year, basis)
    assert 0 < found.confidence <= 1


OPEN = [
    clues(),
    clues(text="In 2007, not 2008."),
    clues(text="2,015 women, 2015.5 and 2015% of 12-2015 or 20155"),
    clues(text="2001 2001 2002 2003 2004 2005"),
    clues(file_name="2011-2013.txt"),
]


@pytest.mark.parametrize("said", OPEN)
def test_what_is_not_sure_is_left_open(said: Clues) -> None:
    assert year_of(said) is None


def test_the_share_is_the_confidence() -> None:
    found = year_of(clues(text="In 2007, in 2007 and in 2008."))
    assert found
    assert found.confidence == Decimal("0.67")


def test_a_page_of_another_year_than_its_address_says_is_an_issue() -> None:
    said = clues(address={"year": "2020"}, selected=("2019", "Kenya"))
    issues = list(conflicts(year_of(said), said))
    assert [(issue.code, issue.raw) for issue in issues] == [("year-conflict", "2019")]
    assert not list(conflicts(None, said))
