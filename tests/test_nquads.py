"""Literals are escaped as the canonical form of N-Quads says."""

from decimal import Decimal

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import nquads
from kg.terms import XSD

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXTS)
def test_a_text_reads_back_as_it_was(text: str) -> None:
    line = f"<http://e/s> <http://e/p> {nquads.text(text)} .\n"
    (quad,) = ox.parse(line.encode(), ox.RdfFormat.N_QUADS)
    assert quad.object.value == text


@given(TEXTS)
def test_a_line_is_in_canonical_form(text: str) -> None:
    line = f"<http://e/s> <http://e/p> {nquads.text(text)} .\n"
    quads = ox.parse(line.encode(), ox.RdfFormat.N_QUADS)
    assert ox.serialize(quads, format=ox.RdfFormat.N_QUADS).decode() == line


@pytest.mark.parametrize("lang", ["", "not a tag", "es_MX", "toolonglanguagetag"])
def test_a_language_that_is_no_tag_is_left_out(lang: str) -> None:
    assert nquads.text("x", lang) == '"x"'


def test_a_language_tag_is_lower_case() -> None:
    assert nquads.text("x", "ES-mx") == '"x"@es-mx'


@pytest.mark.parametrize(
    ("value", "form"),
    [
        ("1250", "1250"),
        ("12.50", "12.5"),
        ("1E+3", "1000"),
        ("0.00", "0"),
        ("-0.0", "0"),
        ("-3.10", "-3.1"),
    ],
)
def test_a_decimal_has_one_form(value: str, form: str) -> None:
    assert nquads.decimal(Decimal(value)) == form


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_a_decimal_keeps_its_value(value: Decimal) -> None:
    assert Decimal(nquads.decimal(value)) == value


def test_a_string_has_no_datatype() -> None:
    assert nquads.typed("x", XSD.string) == '"x"'
