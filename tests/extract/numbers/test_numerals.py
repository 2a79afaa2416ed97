"""Numbers in digits and in words: right and wrong ones side by side."""

import tomllib
from decimal import Decimal
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.numbers.numerals import Numerals, parse
from kg.extract.tokens import folded

VALUES = {
    "7": "7",
    "1857": "1857",
    "1,250": "1250",
    "1.250": "1250",
    "34.508": "34508",
    "25 000 000": "25000000",
    "524.963.000": "524963000",
    "795,336,000": "795336000",
    "12,50,000": "1250000",
    "9,750,000.00": "9750000.00",
    "1.234,56": "1234.56",
    "17,7": "17.7",
    "17.7": "17.7",
    "0.575": "0.575",
    "0,5": "0.5",
    "00": "0",
}
NO_VALUES = (
    "2.4.1",
    "5.1.1",
    "1,2,3",
    "1.25.000",
    "1,2345,678",
    "12.345,678.9",
    ".5",
    "5.",
    "",
    "a",
)


@pytest.mark.parametrize(("raw", "value"), VALUES.items())
def test_value(raw: str, value: str) -> None:
    assert parse(raw) == Decimal(value)


@pytest.mark.parametrize("raw", NO_VALUES)
def test_no_value(raw: str) -> None:
    assert parse(raw) is None


@pytest.mark.parametrize(
    ("raw", "lang", "value"),
    [
        ("1.234", "en", "1.234"),
        ("1,234", "en", "1234"),
        ("1.234", "es", "1234"),
        ("1,234", "fr", "1.234"),
    ],
)
def test_a_scale_word_makes_the_point_of_the_language_a_point(
    raw: str, lang: str, value: str
) -> None:
    assert parse(raw, lang, is_scaled=True) == Decimal(value)


@given(st.integers(min_value=0, max_value=10**12))
def test_grouped_numbers_are_read_back(number: int) -> None:
    for mark in ",. ":
        assert parse(f"{number:,}".replace(",", mark)) == number


WORDS = [
    ("en", "fifteen", 15, 1),
    ("en", "twenty five women", 25, 2),
    ("en", "one hundred and twenty", 120, 4),
    ("en", "two thousand five hundred", 2500, 4),
    ("en", "five and ten", 5, 1),
    ("en", "two and three", 2, 1),
    ("en", "hundred", 100, 1),
    ("es", "treinta y cinco", 35, 3),
    ("es", "ciento veinte", 120, 2),
    ("es", "dos mil quinientas", 2500, 3),
    ("es", "dos y tres", 2, 1),
    ("fr", "vingt et un", 21, 3),
    ("fr", "soixante quinze", 75, 2),
    ("fr", "quatre vingt dix neuf", 99, 4),
    ("fr", "mille deux", 1002, 2),
]


@pytest.mark.parametrize(("lang", "words", "value", "length"), WORDS)
def test_words(lang: str, words: str, value: int, length: int) -> None:
    assert _numerals(lang).read(words.split()) == (value, length)


@pytest.mark.parametrize("words", ["women", "and", "first two", ""])
def test_no_words_for_numbers(words: str) -> None:
    assert _numerals("en").read(words.split()) is None


def _numerals(lang: str) -> Numerals:
    content = (files("kg.extract") / "lexicon" / f"{lang}.toml").read_text("utf-8")
    table = tomllib.loads(content)["number"]
    units, factors = (
        {folded(word): value for word, value in table[kind].items()}
        for kind in ("units", "factors")
    )
    return Numerals(units, factors, frozenset(table["joins"]))
