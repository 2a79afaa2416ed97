"""Other forms of a name, and the names that have none."""

import pytest

from kg.identity.forms import forms
from kg.registers import load

REGISTERS = load()


@pytest.mark.parametrize(
    ("name", "kind", "country", "expected"),
    [
        ("Training for Equality (TFE) Centre", "org", "MX", {"training for equality centre", "tfe centre"}),
        ("Ministry of Wells (MoW)", "org", "MX", set()),
        ("Ministry of Wells (MW)", "org", "MX", {"ministry of wells"}),
        ("Care (Spain)", "org", "MX", set()),
        ("SCE Programme", "programme", "MX", {"sce"}),
        ("ZPC Committee", "org", "HT", set()),
        (
            "UN Country Team",
            "org",
            "CO",
            {"united nations country team", "naciones unidas country team", "nations unies country team"},
        ),
        ("XYZ Country Team", "org", "CO", set()),
        ("Clean Programme", "programme", "MX", set()),
        ("Congress of the State of Puebla", "org", "MX", {"congress of puebla"}),
        ("Congreso del Estado de Puebla", "org", "MX", {"congreso de puebla"}),
        ("Congress of the State of Juchitan", "org", "MX", set()),
        ("Congress of the State of Puebla", "org", "", set()),
        ("Congress of the City of Puebla", "org", "MX", set()),
    ],
)  # fmt: skip
def test_the_forms_of_a_name(name: str, kind: str, country: str, expected: set[str]) -> None:
    assert set(forms(name, kind, country, REGISTERS)) == expected
