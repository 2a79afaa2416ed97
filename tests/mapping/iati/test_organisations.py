"""Who is meant by a reference, a name and a type."""

import pytest

from kg.mapping.iati.organisations import split_acronym
from tests.sources.iati_cases import activity, mapped

COUNTRY = '<recipient-country code="MX"/>'


@pytest.mark.parametrize(
    ("inside", "key"),
    [
        ('ref="XM-DAC-41146" role="1">UN Women', "org:id:XM-DAC-41146"),
        ('ref=" GB-1 " role="1">', "org:id:GB-1"),
        ('ref="AA-AAA-123456789" role="1">Some Trust', "org:name:MX:some trust"),
        ('ref="22000" role="4">Some Trust', "org:name:MX:some trust"),
        ('role="4" type="10">Ministry of Health', "org:name:MX:ministry of health"),
        ('role="1" type="10">Ministry of Health', "org:name::ministry of health"),
        ('role="Funding" type="10">Ministry of Health', "org:name::ministry of health"),
        ('role="1" type="60">Some Foundation', "org:name:MX:some foundation"),
        ('ref="7" role="4">', "org:ref:ME-1:7"),
    ],
)
def test_a_participant_is_known_by_the_best_that_is_published(inside: str, key: str) -> None:
    found = mapped(
        activity(
            f'<reporting-org ref="ME-1">Me</reporting-org>{COUNTRY}'
            f"<participating-org {inside}</participating-org>"
        )
    )
    assert key in {claim.key for claim in found.output.claims}


def test_two_countries_are_no_country_for_a_name() -> None:
    countries = COUNTRY + '<recipient-country code="GT"/>'
    found = mapped(activity(f"{countries}<participating-org>Trust</participating-org>"))
    assert "org:name::trust" in {claim.key for claim in found.output.claims}


def test_a_name_with_its_acronym_is_known_by_both() -> None:
    name = "Instituto de las Mujeres (INMUJERES)"
    found = mapped(
        activity(f'<participating-org xml:lang="es" type="10">{name}</participating-org>')
    )
    said = {claim[1:] for claim in found.output.claims if claim.key.startswith("org:")}
    assert said == {
        ("class", "Organisation", ""),
        ("classification", "10", "OrganisationType"),
        ("label", "Instituto de las Mujeres", "es"),
        ("alias", "INMUJERES", "es"),
        ("alias", name, "es"),
    }


@pytest.mark.parametrize("name", ["Care International (UK)", "Trust (Mexico)", "(ILO)", "A B"])
def test_what_does_not_stand_for_the_name_is_no_acronym(name: str) -> None:
    assert split_acronym(name) == (name, "")


def test_a_government_that_pays_says_for_which_country() -> None:
    payer = '<participating-org role="1" type="11">Gobierno del Estado de Ejemplo'
    found = mapped(activity(f"{COUNTRY}{payer}</participating-org>"))
    said = {(claim.aspect, claim.value) for claim in found.output.claims if "ejemplo" in claim.key}
    assert ("paysFor", "MX") in said
    assert "org:name::gobierno del estado de ejemplo" in {
        claim.key for claim in found.output.claims
    }
