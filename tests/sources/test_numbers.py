"""Numbers of tables: what is written is read as it was meant, or not at all."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sources._numbers import decimal_signs, is_number, plain


@pytest.mark.parametrize(
    ("cell", "sign", "number"),
    [
        ("1200", "", "1200"),
        ("-3,5", "", "-3.5"),
        ("0.125", "", "0.125"),
        ("1.200", "", None),
        ("-1,200", "", None),
        ("1.200", ",", "1200"),
        ("1.200", ".", "1.200"),
        ("1.200.000", ".", "1200000"),
        ("1,200.5", "", "1200.5"),
        ("1'200", "", "1200"),
        ("1\u202f200\u202f000,5", "", "1200000.5"),
        ("1.200,500.3", "", "1.200,500.3"),
        ("12 of 15", ".", "12 of 15"),
        ("5%", ".", "5%"),
        (Decimal("1.2"), ",", "1.2"),
    ],
)
def test_plain(cell: str | Decimal, sign: str, number: str | None) -> None:
    assert plain(cell, sign) == number


@given(
    st.decimals(-(10**9), 10**9, places=3, allow_nan=False),
    st.sampled_from([",.", ".,", " ,", "'."]),
    st.integers(0, 3),
)
def test_a_number_is_never_read_as_another(value: Decimal, signs: str, places: int) -> None:
    value = round(value, places)
    written = f"{value:,.{places}f}".translate(str.maketrans(",.", signs))
    said = plain(written, "")
    assert is_number(written)
    assert said is None or Decimal(said) == value
    assert Decimal(str(plain(written, signs[1]))) == value
    assert decimal_signs([written]) <= {signs[1]}


@pytest.mark.parametrize("cell", ["300", "~ 300", "45 %", "12 wells", "≥1,5", Decimal(3)])
def test_what_measures(cell: str | Decimal) -> None:
    assert is_number(cell)


@pytest.mark.parametrize("cell", ["More wells", "2. Less thirst", "1.1 Wells are dug", "", "%"])
def test_what_does_not(cell: str) -> None:
    assert not is_number(cell)
