"""A name of a government means the place it governs, and no one's where several may be meant."""

import pytest

from kg.extract.names.governments import Governments
from kg.registers import load

NAMED = [
    ("Gobierno del Estado de Jalisco", "MX", "org:iso:MX-JAL"),
    ("Gobierno del Estado Libre y Soberano de Jalisco", "MX", "org:iso:MX-JAL"),
    ("state government of Jalisco", "MX", "org:iso:MX-JAL"),
    ("Government of Jalisco State", "MX", "org:iso:MX-JAL"),
    ("Jalisco State Government", "MX", "org:iso:MX-JAL"),
    ("Gobierno del Estado de México", "MX", "org:iso:MX-MEX"),
    ("Gobierno de México", "MX", "org:iso:MX"),
    ("The Government of Puebla", "MX", "org:iso:MX-PUE"),
    ("Gobierno Municipal de Puebla", "MX", "org:inegi:21114"),
    ("Zapopan municipal government", "MX", "org:inegi:14120"),
    ("Gobierno Regional de Piura", "PE", "org:iso:PE-PIU"),
    ("Gobierno Autónomo Departamental de La Paz", "BO", "org:iso:BO-L"),
    ("Gobierno de Guatemala", "GT", "org:iso:GT"),
    ("Gobierno Departamental de Guatemala", "GT", "org:iso:GT-01"),
    ("Gouvernement de la région de Dakar", "SN", "org:iso:SN-DK"),
    ("Gouvernement de la République du Sénégal", "SN", "org:iso:SN"),
    ("Municipalidad de Córdoba", "AR", "org:geonames:3860259"),
    ("Gobierno de la Provincia de Buenos Aires", "AR", "org:iso:AR-B"),
    ("Gobierno de la Ciudad de Buenos Aires", "AR", "org:iso:AR-C"),
    ("Municipalidad Metropolitana de Lima", "PE", "org:iso:PE-LMA"),
    ("Gobierno Regional de Lima", "PE", "org:iso:PE-LIM"),
    ("Municipalidad Provincial de Arequipa", "PE", "org:geonames:3947322"),
    ("Ayuntamiento de Madrid", "ES", "org:geonames:3117735"),
    ("Gobernación de Bolívar", "CO", "org:iso:CO-BOL"),
    ("Commune de Kaolack", "SN", "org:geonames:2250805"),
    ("Government of Canada", None, "org:iso:CA"),
]

NO_ONES = [
    ("Gobierno del Estado de Jalisco", None),
    ("Gobierno del Estado de Jalisco", "PE"),
    ("State government of Zapopan", "MX"),
    ("Jalisco", "MX"),
    ("Gobierno Federal", "MX"),
    ("Secretaría de Gobierno de Jalisco", "MX"),
    ("Government of Georgia", "US"),
    ("Red de Gobiernos de Jalisco", "MX"),
    ("", "MX"),
]


@pytest.mark.parametrize(("name", "country", "key"), NAMED)
def test_named(name: str, country: str | None, key: str) -> None:
    assert Governments(load()).named(name, country) == key


@pytest.mark.parametrize(("name", "country"), NO_ONES)
def test_no_ones(name: str, country: str | None) -> None:
    assert Governments(load()).named(name, country) is None
