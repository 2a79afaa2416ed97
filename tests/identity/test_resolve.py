"""Names join the one thing that carries them, and never two things with identifiers."""

from collections import Counter

import pytest

from kg.identity.claims import Votes
from kg.identity.dossiers import Dossiers
from kg.identity.judgements import parse
from kg.identity.resolve import Resolution, Table, resolve
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


def resolved(register: Listed, judged: str = "", **dossiers: Votes) -> Resolution:
    return resolve(
        Dossiers({Key(key.replace("__", ":").replace("_", " ")): v for key, v in dossiers.items()}),
        register,
        Governing(),
        IRIS,
        parse(judged),
    )


def table(register: Listed, **dossiers: Votes) -> Table:
    return resolved(register, **dossiers).table


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


WB, BOARD = Key("org:name:MX:wb"), Key("org:name:MX:water board")


def test_what_was_judged_the_same_is_one_thing_under_the_better_key() -> None:
    made = resolved(
        Listed(),
        "same\torg:id:A\torg:name:MX:wb",
        org__id__A=votes("Water Board", country="GT"),
        org__name__MX__wb=votes("WB"),
    )
    assert made.table.joined == {WB: "org:id:A"}
    assert [(join.basis, join.key) for join in made.joins] == [("judgement", "org:id:A")]


def test_what_was_judged_different_is_joined_by_no_name() -> None:
    dossiers = {
        "org__name__MX__water_board": votes("Water Board", "WB"),
        "org__name__MX__wb": votes("WB"),
    }
    assert resolved(Listed(), **dossiers).table.joined
    made = resolved(Listed(), f"different\t{WB}\t{BOARD}", **dossiers)
    assert not made.table.joined
    assert not made.issues


def test_what_was_judged_different_is_joined_by_no_register() -> None:
    register = Listed(wb=("org:id:R",))
    made = resolved(register, f"different\t{WB}\torg:id:R", org__name__MX__wb=votes("WB"))
    assert not made.table.joined


def test_unsure_changes_nothing() -> None:
    dossiers = {"org__id__A": votes("X"), "org__id__B": votes("X")}
    assert not resolved(Listed(), "unsure\torg:id:A\torg:id:B", **dossiers).table.joined


def test_a_judgement_of_what_is_not_there_is_an_issue() -> None:
    made = resolved(Listed(), "# gone\nsame\torg:id:A\torg:id:B", org__id__A=votes("X"))
    [issue] = made.issues
    assert (issue.code, issue.line) == ("judgement-stale", 2)
    assert "org:id:B" in issue.message


def test_judgements_that_contradict_each_other_are_an_issue() -> None:
    ids = {f"org__id__{name}": votes(name) for name in "ABC"}
    lines = (
        "same\torg:id:A\torg:id:B",
        "same\torg:id:B\torg:id:C",
        "different\torg:id:A\torg:id:C",
    )
    made = resolved(Listed(), "\n".join(lines), **ids)
    assert [issue.code for issue in made.issues] == ["judgement-contradicted"]
    assert made.table.joined == {Key("org:id:B"): "org:id:A"}


def test_another_form_of_a_name_joins_the_one_thing_that_has_it() -> None:
    made = resolved(
        Listed(),
        programme__name__MX__second_chance=votes("Second Chance", "SC"),
        programme__name__MX__sc_program=votes("SC Program"),
    )
    assert made.table.iri(Key("programme:name:MX:sc program")).endswith("MX.second-chance")
    assert [(join.basis, join.through) for join in made.joins] == [("form", "sc")]


def test_a_form_that_two_things_have_joins_none() -> None:
    made = resolved(
        Listed(),
        programme__name__MX__second_chance=votes("Second Chance", "SC"),
        programme__name__MX__safe_cities=votes("Safe Cities", "SC"),
        programme__name__MX__sc_program=votes("SC Program"),
    )
    assert not made.table.joined


@pytest.mark.parametrize(
    ("name", "joins"),
    [("Instituto Nacional de Estadística y Censos", True), ("Indice Decenal de Casas", False)],
)
def test_one_abbreviation_joins_a_name_in_two_languages_and_nothing_else(
    name: str, *, joins: bool
) -> None:
    made = resolved(
        Listed(),
        org__id__A=votes("National Institute of Statistics and Censuses", "INDEC", country="MX"),
        org__name__MX__b=votes(name, "INDEC"),
    )
    assert bool(made.table.joined) == joins


def test_a_judgement_goes_before_what_a_register_or_a_name_says() -> None:
    made = resolved(
        Listed(wb=("org:id:R",)),
        "same\torg:id:A\torg:name:MX:wb",
        org__id__A=votes("Other", country="MX"),
        org__id__R=votes("WB", country="MX"),
        org__name__MX__wb=votes("WB"),
    )
    assert made.table.joined == {WB: "org:id:A"}


@pytest.mark.parametrize(("name", "joins"), [("Ministry of Water", False), ("Water Aid", True)])
def test_a_ministry_without_a_country_is_not_that_of_one(name: str, *, joins: bool) -> None:
    made = resolved(
        Listed(),
        org__id__A=votes(name, country="MX"),
        **{f"org__name____{name.casefold().replace(' ', '_')}": votes(name)},
    )
    assert bool(made.table.joined) == joins


def test_ministries_of_one_field_and_country_are_one_in_any_language() -> None:
    made = table(
        Listed(),
        org__name__NO__ministry_of_health=votes("Ministry of Health of Norway"),
        org__name__NO__ministerio_de_salud=votes("Ministerio de Salud de Noruega"),
        org__name__NO__ministry_of_health_and_water=votes("Ministry of Health and Water"),
        org__name__SE__ministry_of_health=votes("Ministry of Health of Sweden"),
    )
    assert len({made.iri(Key(f"org:name:{key}")) for key in (
        "NO:ministry of health", "NO:ministerio de salud",
        "NO:ministry of health and water", "SE:ministry of health",
    )}) == 3  # fmt: skip
    one, other = Key("org:name:NO:ministry of health"), Key("org:name:NO:ministerio de salud")
    assert made.iri(one) == made.iri(other)


def test_spellings_of_one_name_are_one() -> None:
    made = table(
        Listed(),
        org__name__KE__world_bee_organisation=votes("World Bee Organisation"),
        org__name__KE__world_bee_organization=votes("World Bee Organization"),
    )
    one, other = "org:name:KE:world bee organisation", "org:name:KE:world bee organization"
    assert made.iri(Key(one)) == made.iri(Key(other))
