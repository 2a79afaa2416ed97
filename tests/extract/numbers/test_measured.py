"""What short texts measure: value, kind, qualifier, role; and numbers that measure nothing."""

from decimal import Decimal

import pytest

from kg.extract.numbers.money import money
from kg.extract.passage import passage
from kg.records import Measurement, TextRef
from tests.extract.cases import read


def measured(text: str, lang: str = "en", country: str = "MX") -> list[Measurement]:
    facts = read(text, lang=lang, country=country, year="2021")
    return [fact for fact in facts if isinstance(fact, Measurement)]


NOTHING = [
    "It began on 12 January 2021 and ended on May 3.",
    "See SDG 5.1 and 16.7, or Goal No. 7.",
    "The Resolution 1325 was read in Pillar 2.",
    "Call 911 or 089 Emergency Lines, or helpline 1145.",
    "COVID-19 and COVID 19 lasted 24 months, in a 48-hour day.",
    "The 15th Meeting and the 8th report, R2 and 2.4.1 and 5.c.",
    "From 2018-2022 and by 2026, in 2021 women lead.",
    "On 15-03-2016 and at 10:30, 24/7.",
    "None of them, not one of the women, but the other one came.",
    "Girls aged 15 to 19, and boys of 12 years.",
    "Set out: 1) to open, 2) to close.",
    "The parts are: (1) wells, (2) roads and (3) schools.",
    "2.1 Aims of the project",
    "(2.1) They met in the hall.",
    "See pp. 5-10, and Flight 370 to Gate 2.",
    "One quarter came and two-thirds left.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_measures_nothing(text: str) -> None:
    assert [fact.evidence.exact for fact in measured(text)] == []


KINDS = [
    ("They sold 41 % of it.", "41 %", "41", "percent", ""),
    ("They sold five per cent of it.", "five per cent", "5", "percent", ""),
    ("It cost EUR 3.5 million.", "3.5 million", "3500000", "currency", "EUR"),
    ("It cost US$2M.", "2M", "2000000", "currency", "USD"),
    ("It cost 85,500 pesos.", "85,500", "85500", "currency", "MXN"),
    ("More than 22 thousand people came.", "22 thousand", "22000", "count", ""),
    ("Incomes rose threefold.", "threefold", "3", "multiple", ""),
    ("They won 2,036 followers.", "2,036", "2036", "count", ""),
    ("They trained 1999 women.", "1999", "1999", "count", ""),
    ("It cost US$7.4m/unit.", "7.4m", "7400000", "currency", "USD"),
    ("It cost 3 M FCFA.", "3 M", "3000000", "currency", "XOF"),
    ("It has 3 thousand 500 seats.", "3 thousand 500", "3500", "count", ""),
    ("They trained 25 (twenty-five) women.", "25 (twenty-five)", "25", "count", ""),
    ("They sold 5% (five per cent) of it.", "5% (five per cent)", "5", "percent", ""),
]


@pytest.mark.parametrize(("text", "exact", "value", "kind", "currency"), KINDS)
def test_kind(text: str, exact: str, value: str, kind: str, currency: str) -> None:
    (fact,) = measured(text)
    assert (fact.evidence.exact, fact.value, fact.kind, fact.currency) == (
        exact,
        Decimal(value),
        kind,
        currency,
    )


def test_letters_are_a_currency_in_its_country_alone() -> None:
    assert measured("It cost R8,950.", country="ZA")[0].currency == "ZAR"
    assert measured("It cost N41 million.", country="NG")[0].value == 41_000_000
    assert [fact.currency for fact in measured("It cost K8,950.", country="KE")] == [""]


def test_the_country_in_a_currency_is_no_place() -> None:
    part = passage(TextRef("source", "a.txt"), "Of US $300, 40 US dollars went to the US.", 0, "en")
    words = [token.word for token in part.tokens]
    at = [index for index, word in enumerate(words) if word == "US"]
    assert [money().names(part, index, index + 1) for index in at] == [True, True, False]


QUALIFIERS = {
    "12 women came": "exact",
    "about 12 women came": "about",
    "nearly 12 women came": "about",
    "some 12 women came": "about",
    "at least 12 women came": "atLeast",
    "no less than 12 women came": "atLeast",
    "12 or more women came": "atLeast",
    "12+ women came": "atLeast",
    "12 women or so came": "about",
    "ninety-odd women came": "about",
    "12 women came at least once": "exact",
    "12 women at least came": "atLeast",
    "over 12 women came": "moreThan",
    "more than the 12 women came": "moreThan",
    "up to 12 women came": "atMost",
    "no more than 12 women came": "atMost",
    "fewer than 12 women came": "lessThan",
}


@pytest.mark.parametrize(("text", "qualifier"), QUALIFIERS.items())
def test_qualifier(text: str, qualifier: str) -> None:
    (fact,) = measured(f"There, {text}.")
    assert fact.qualifier == qualifier


ROLES = [
    ("633 women came against a target of 500 and a baseline of 210.", "result target baseline"),
    ("4,870 came (target: 5,000, of whom 40% women).", "result target target"),
    ("The rate was 80%, against 67% in 2020 and a target of 75%.", "result baseline target"),
    ("Seats rose from a baseline of 3 to 11.", "baseline result"),
    ("Women hold 91 of the 513 seats.", "result context"),
    ("418 came, short of the 600 planned.", "result target"),
    ("It met its goals on halls (12) and courses (5).", "target target"),
    ("Staff came from 6 countries.", "context"),
    ("It plans to open 20 halls.", "target"),
    ("Women now hold 77 seats (baseline).", "baseline"),
]


@pytest.mark.parametrize(("text", "roles"), ROLES)
def test_role(text: str, roles: str) -> None:
    assert " ".join(fact.role for fact in measured(text)) == roles


def test_a_currency_of_several_countries_is_that_of_the_page() -> None:
    assert measured("It cost 9 pesos.", country="MX")[0].currency == "MXN"
    assert measured("It cost 9 pesos.", country="CO")[0].currency == "COP"
    assert measured("It cost 9 pesos.", country="PE")[0].currency == ""


def test_the_period_is_the_year_said_behind_a_number_or_before_all() -> None:
    (early, late) = measured("In 2019, they trained 40 women and 60 women in 2020.")
    assert (early.period_start, early.period_end) == ("2019-01-01", "2019-12-31")
    assert late.period_start == "2020-01-01"
