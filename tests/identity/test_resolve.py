"""Names join the one thing that carries them, and never two things with identifiers."""

from collections import Counter

import pytest

from kg.identity.claims import Votes
from kg.identity.resolve import Dossiers, Table, resolve
from kg.iris import Iris
from kg.records import Key

IRIS = Iris("https://example.org/")


class Listed:
    """A register that knows some names."""

    def __init__(self, **names: tuple[str, ...]) -> None:
        self._names = names

    def entry(self, key: Key) -> None:
        return None

    def named(self, kind: str, name: str, country: str | None) -> tuple[Key, ...]:
        return tuple(Key(key) for key in self._names.get(name, ()))


class Governing:
    """Knows one government."""

    def named(self, name: str, country: str | None) -> Key | None:
        return Key("org:iso:MX-JAL") if (name, country) == ("Gobierno de Jalisco", "MX") else None

    def of_region(self, name: str, country: str) -> Key | None:
        return self.named(name, country)


def votes(*labels: str, country: str = "") -> Votes:
    said = [("label", "en", label) for label in labels]
    return Counter(said + ([("country", "", country)] if country else []))


def table(register: Listed, **dossiers: Votes) -> Table:
    return resolve(
        Dossiers({Key(key.replace("__", ":").replace("_", " ")): v for key, v in dossiers.items()}),
        register,
        Governing(),
        IRIS,
    )


def test_a_name_joins_the_identifier_that_carries_it() -> None:
    made = table(
        Listed(),
        org__id__A=votes("Water Board", "WB", country="MX"),
        org__name__MX__wb=votes("WB"),
    )
    assert made.iri(Key("org:name:MX:wb")) == "https://example.org/organisation/A"


def test_an_abbreviation_joins_the_full_name() -> None:
    made = table(
        Listed(),
        org__name__MX__water_board=votes("Water Board", "WB"),
        org__name__MX__wb=votes("WB"),
    )
    assert made.representative(Key("org:name:MX:wb")) == "org:name:MX:water board"


def test_the_same_name_in_another_country_stays_apart() -> None:
    made = table(
        Listed(),
        org__id__A=votes("Water Board", country="GT"),
        org__name__MX__water_board=votes("Water Board"),
    )
    assert not made.joined


def test_two_candidates_are_no_candidate() -> None:
    made = table(
        Listed(),
        org__id__A=votes("WB", country="MX"),
        org__id__B=votes("WB", country="MX"),
        org__name__MX__wb=votes("WB"),
    )
    assert not made.joined


def test_two_identifiers_are_never_joined() -> None:
    made = table(Listed(wb=("org:id:A",)), org__id__A=votes("WB"), org__id__B=votes("WB"))
    assert not made.joined


@pytest.mark.parametrize(
    ("listed", "joins"), [(("org:id:R",), True), (("org:id:R", "org:id:S"), False)]
)
def test_a_register_decides_where_it_knows_one(listed: tuple[str, ...], *, joins: bool) -> None:
    made = table(Listed(wb=listed), org__name__MX__wb=votes("WB"))
    assert bool(made.joined) == joins


def test_the_kinds_are_apart() -> None:
    made = table(
        Listed(), event__id__A=votes("Care", country="MX"), org__name__MX__care=votes("Care")
    )
    assert not made.joined


def test_two_names_of_each_other_are_one_thing() -> None:
    made = table(
        Listed(),
        org__name__MX__board=votes("Board", "Water Board"),
        org__name__MX__water_board=votes("Water Board", "Board"),
    )
    ends = {made.representative(Key(f"org:name:MX:{name}")) for name in ("board", "water board")}
    assert len(ends) == 1


def test_a_name_of_a_government_joins_what_is_known_by_its_place() -> None:
    made = table(Listed(), org__name__MX__gobierno_de_jalisco=votes("Gobierno de Jalisco"))
    assert made.representative(Key("org:name:MX:gobierno de jalisco")) == "org:iso:MX-JAL"


def test_an_identifier_goes_before_the_government_of_a_place() -> None:
    made = table(
        Listed(),
        org__id__A=votes("Gobierno de Jalisco", country="MX"),
        org__name__MX__gobierno_de_jalisco=votes("Gobierno de Jalisco"),
    )
    assert made.representative(Key("org:name:MX:gobierno de jalisco")) == "org:id:A"


@pytest.mark.parametrize(("lands", "joins"), [(["MX"], True), (["MX", "PE"], False), ([], False)])
def test_a_government_that_pays_for_one_country_is_of_its_region(
    lands: list[str], *, joins: bool
) -> None:
    said = votes("Gobierno de Jalisco")
    said.update([("paysFor", "", land) for land in lands])
    made = table(Listed(), org__name____gobierno_de_jalisco=said)
    assert bool(made.joined) == joins
