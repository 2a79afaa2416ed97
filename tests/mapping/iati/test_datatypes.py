"""Published texts as canonical terms."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse

from kg.mapping.iati import datatypes
from kg.mapping.iati.datatypes import Parse


def value(term: str | None) -> str | None:
    """Answer the text of a term, as a parser reads it."""
    if term is None:
        return None
    (quad,) = parse(f"<a:a> <a:b> {term} .", format=RdfFormat.N_TRIPLES)
    return quad.object.value


@pytest.mark.parametrize(
    ("parse_as", "raw", "expected"),
    [
        (datatypes.decimal, "1500.50", "1500.5"),
        (datatypes.decimal, " -0.0\n", "0"),
        (datatypes.decimal, ".5", "0.5"),
        (datatypes.decimal, "20,000", None),
        (datatypes.decimal, "30,6", None),
        (datatypes.decimal, "£3", None),
        (datatypes.decimal, "1e3", None),
        (datatypes.decimal, "NaN", None),
        (datatypes.decimal, "١٢", None),
        (datatypes.integer, "+007", "7"),
        (datatypes.integer, "7.0", None),
        (datatypes.boolean, "1", "true"),
        (datatypes.boolean, "False", None),
        (datatypes.day, "2009-09-29Z", "2009-09-29"),
        (datatypes.day, "2009-09-29T00:00:00", "2009-09-29"),
        (datatypes.day, "2009-9-29", None),
        (datatypes.day, "2021-02-30", None),
        (datatypes.day, "1 January 2011", None),
        (datatypes.moment, "2021-02-28T10:00:00Z", "2021-02-28T10:00:00Z"),
        (datatypes.moment, "2021-02-28 10:00:00", None),
        (datatypes.moment, "2021-02-28T25:00:00", None),
    ],
)
def test_a_text_is_read_as_its_datatype_or_not_at_all(
    parse_as: Parse, raw: str, expected: str | None
) -> None:
    assert value(parse_as(raw)) == expected


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_a_number_keeps_its_value(number: Decimal) -> None:
    found = value(datatypes.decimal(f"{number:f}"))
    assert found is not None
    assert Decimal(found) == number


@pytest.mark.parametrize(
    ("codes", "raw", "code"),
    [
        ("TransactionType", "IF", "1"),
        ("TransactionType", " 3 ", "3"),
        ("ParticipationRole", "implementing", "implementer"),
        ("FileFormat", "APPLICATION/PDF", "application/pdf"),
        ("Currency", "usd", "USD"),
        ("ResultType", "output", "1"),
        ("TransactionType", "Décaissement", "3"),
        ("TransactionType", "Commitment", None),
        ("Currency", "dollars", None),
    ],
)
def test_codes_of_all_versions_mean_those_of_the_list(
    codes: str, raw: str, code: str | None
) -> None:
    known = datatypes.listed_code(codes, raw)
    assert (known[0] if known else None) == code
