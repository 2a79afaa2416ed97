"""Things that share a name are apart, and one thing is one whatever it is called: in whole builds."""

from pathlib import Path

import pytest

import kg

PAGE = """outcome XM-DAC-41146-MEX_D_2.1

By 2030, women of Mexico decide over the water of their towns.

In 2021, the Mexican State signed the treaty. The government of the State of Mexico paid for the wells. The Government of Mexico City opened an office. The government of Mexico thanked UN Women.
The state government of Chihuahua and the municipal government of Chihuahua trained 40 women. The state government of Puebla paid. The municipality of Puebla joined. The Congress of the State of Mexico met the Federal Congress and the Congress of Puebla.
In Juchitán, Oaxaca, 20 women took part. The city of Oaxaca and the state of Oaxaca hosted the fair.
The Alliance for Water signed an agreement with UN Women. UN Women Mexico supported the work. The Ministry of Water (MOW) paid.

outcome XM-DAC-41146-MEX_D_2.2

By 2030, women of Mexico are safe.

The Alliance for Safe Streets trained 30 men. The National Institute for Women (INMUJERES) joined. The CO helped. The Congress of the State of Puebla paid. UN Women signed an agreement with MOW, UNDP and the UN Country Team. The United Nations Country Team met.
"""

NOTE = """outcome XM-DAC-41146-MEX_D_2.3

Para 2030, las mujeres de México viven seguras.

En 2021, el Instituto Nacional de las Mujeres firmó un convenio con el Gobierno del Estado de México. El Gobierno del Estado de Chihuahua capacitó a 40 mujeres. ONU Mujeres apoyó a la Organización Internacional del Trabajo (OIT).
"""

OTHER = """outcome XM-DAC-41146-COL_D_2.1

By 2030, women of Colombia decide over the water of their towns.

In 2021, the Ministry of Water signed an agreement with the ILO. UN Women Colombia paid. The Alliance for Water trained 30 women.
"""


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str, str], set[str]]:
    """Answer what each text means on each page: (page, type, text) to the ends of IRIs."""
    folder: Path = tmp_path_factory.mktemp("homonyms") / "pages"
    folder.mkdir()
    for name, text in (("page", PAGE), ("note", NOTE), ("other", OTHER)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    found: dict[tuple[str, str, str], set[str]] = {}
    for row in kg.build([folder], folder.parent / "kg-out").query("mentions"):
        at = (row["document"].removesuffix(".txt"), row["type"], row["text"])
        found.setdefault(at, set()).add(row["entity"].rpartition("/id/")[2])
    return found


@pytest.mark.parametrize(
    ("page", "type_", "text", "expected"),
    [
        ("page", "Organisation", "Mexican State", "organisation/MX"),
        ("page", "Organisation", "government of Mexico", "organisation/MX"),
        ("page", "Organisation", "government of the State of Mexico", "organisation/MX-MEX"),
        ("page", "Organisation", "Government of Mexico City", "organisation/MX-CMX"),
        ("page", "Place", "State of Mexico", "place/MX-MEX"),
        ("page", "Place", "Mexico City", "place/MX-CMX"),
        ("page", "Place", "Mexico", "place/MX"),
        ("page", "Organisation", "state government of Chihuahua", "organisation/MX-CHH"),
        ("page", "Organisation", "municipal government of Chihuahua", "organisation/inegi.08019"),
        ("page", "Organisation", "state government of Puebla", "organisation/MX-PUE"),
        ("page", "Organisation", "municipality of Puebla", "organisation/inegi.21114"),
        ("page", "Place", "Juchitán", "place/inegi.20043"),
        ("page", "Organisation", "CO", "organisation/MX.un-women-country-office"),
        ("page", "Organisation", "UN Women Mexico", "organisation/MX.un-women-country-office"),
        ("page", "Organisation", "UN Women", "organisation/XM-DAC-41146"),
        ("note", "Organisation", "ONU Mujeres", "organisation/XM-DAC-41146"),
        ("note", "Organisation", "Gobierno del Estado de Chihuahua", "organisation/MX-CHH"),
        ("note", "Organisation", "Gobierno del Estado de México", "organisation/MX-MEX"),
        ("other", "Organisation", "UN Women Colombia", "organisation/CO.un-women-country-office"),
    ],
)
def test_a_name_means_one_thing(
    named: dict[tuple[str, str, str], set[str]], page: str, type_: str, text: str, expected: str
) -> None:
    assert named[page, type_, text] == {expected}


def test_a_city_and_a_state_of_one_name_are_two_places(
    named: dict[tuple[str, str, str], set[str]],
) -> None:
    assert named["page", "Place", "Oaxaca"] == {"place/MX-OAX", "place/inegi.20067"}
    assert named["page", "Place", "Chihuahua"] == {"place/MX-CHH", "place/inegi.08019"}
    assert named["page", "Place", "Puebla"] == {"place/MX-PUE", "place/inegi.21114"}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            ("page", "Organisation", "National Institute for Women (INMUJERES)"),
            ("note", "Organisation", "Instituto Nacional de las Mujeres"),
        ),
        (
            ("note", "Organisation", "Organización Internacional del Trabajo (OIT)"),
            ("other", "Organisation", "ILO"),
        ),
        (
            ("page", "Organisation", "Congress of Puebla"),
            ("page", "Organisation", "Congress of the State of Puebla"),
        ),
        (("page", "Organisation", "Ministry of Water (MOW)"), ("page", "Organisation", "MOW")),
        (
            ("page", "Organisation", "UN Country Team"),
            ("page", "Organisation", "United Nations Country Team"),
        ),
    ],
)
def test_one_thing_has_one_iri(
    named: dict[tuple[str, str, str], set[str]],
    one: tuple[str, str, str],
    two: tuple[str, str, str],
) -> None:
    assert len(named[one] | named[two]) == 1


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            ("page", "Organisation", "Congress of the State of Mexico"),
            ("page", "Organisation", "Federal Congress"),
        ),
        (
            ("page", "Network", "Alliance for Water"),
            ("page", "Network", "Alliance for Safe Streets"),
        ),
        (("page", "Network", "Alliance for Water"), ("other", "Network", "Alliance for Water")),
        (
            ("page", "Organisation", "Ministry of Water (MOW)"),
            ("other", "Organisation", "Ministry of Water"),
        ),
    ],
)
def test_two_things_are_apart(
    named: dict[tuple[str, str, str], set[str]],
    one: tuple[str, str, str],
    two: tuple[str, str, str],
) -> None:
    assert not named[one] & named[two]
