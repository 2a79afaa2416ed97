"""Which language a text is in."""

import pytest

from kg.text.language import language

CASES = [
    ("en", "The women of the town have met with the mayor in order to plan for the next year."),
    (
        "es",
        "Las mujeres del municipio se reunieron con la alcaldesa para hablar de los planes del año.",
    ),
    (
        "fr",
        "Les femmes de la commune ont rencontré le maire afin de parler des plans pour cette année.",
    ),
    ("pt", "As mulheres do município falaram com a prefeita sobre os planos para o ano que vem."),
    ("", "NA"),
    ("", "INMUJERES, FAO, ILO, Danone, Puebla"),
    ("", "Жінки міста зустріли мера"),
    ("", ""),
]


@pytest.mark.parametrize(("tag", "text"), CASES)
def test_language(tag: str, text: str) -> None:
    assert language(text) == tag


@pytest.mark.parametrize("tag", ["en", "es", "fr", "pt"])
def test_case_and_repetition_do_not_matter(tag: str) -> None:
    text = next(text for known, text in CASES if known == tag)
    assert language(text.upper()) == language(f"{text} {text}") == tag
