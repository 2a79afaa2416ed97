from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.records import Key
from kg.registers import Registers, load

HEAD = (
    "# kind: org\n# source: ours\n# licence: CC0-1.0\n# date: 2026\ncountry\tkey\tlabels\taliases\n"
)


@pytest.fixture(scope="module")
def shipped() -> Registers:
    return load()


@pytest.fixture
def own(tmp_path: Path) -> Path:
    rows = [
        "MX\tname:MX:oficina\tOficina@es\tOFI",
        "\tid:XM-DAC-41302\tOur name for it@en\tThe Office",
    ]
    (tmp_path / "own.tsv").write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("kind", "name", "country", "key"),
    [
        ("org", "organizacion internacional del trabajo", "MX", "org:id:XM-DAC-41302"),
        ("org", "pnud", None, "org:id:XM-DAC-41114"),
        ("org", "fao", "NP", "org:id:XM-DAC-41301"),
        ("org", "aecid", "CO", "org:id:XM-DAC-50-21"),
        ("place", "cote divoire", None, "place:iso:CI"),
        ("place", "ecatepec", "MX", "place:inegi:15033"),
        ("place", "ciudad juarez", "MX", "place:inegi:08037"),
        ("place", "sarlahi", "NP", "place:geonames:12095519"),
        ("place", "cancun", "MX", "place:geonames:3531673"),
        ("law", "c190", "MX", "law:name::violence and harassment convention 2019"),
    ],
)
def test_a_name_leads_to_its_thing(
    shipped: Registers, kind: str, name: str, country: str | None, key: str
) -> None:
    assert shipped.named(kind, name, country) == (key,)


def test_a_name_of_another_country_is_not_known(shipped: Registers) -> None:
    assert shipped.named("place", "sarlahi", "MX") == ()


@pytest.mark.parametrize(
    ("name", "country", "keys"),
    [
        ("oaxaca", "MX", {"place:iso:MX-OAX", "place:inegi:20067"}),
        ("chihuahua", "MX", {"place:iso:MX-CHH", "place:inegi:08019"}),
        ("juchitan", "MX", {"place:inegi:20043"}),
        ("thies", "SN", {"place:iso:SN-TH", "place:geonames:2244802"}),
    ],
)
def test_places_that_share_a_name_stay_apart(
    shipped: Registers, name: str, country: str, keys: set[str]
) -> None:
    assert set(shipped.named("place", name, country)) == keys


@pytest.mark.parametrize(
    ("name", "country", "key"),
    [
        ("mexico", "MX", "place:iso:MX"),
        ("mexico city", "MX", "place:iso:MX-CMX"),
        ("state of mexico", "MX", "place:iso:MX-MEX"),
        ("bogota", "CO", "place:iso:CO-DC"),
        ("iztapalapa", "MX", "place:inegi:09007"),
        ("telavi", "GE", "place:geonames:611694"),
    ],
)
def test_one_place_is_one_entry(shipped: Registers, name: str, country: str, key: str) -> None:
    assert shipped.named("place", name, country) == (key,)


@pytest.mark.parametrize(
    ("known", "key"),
    [
        ("place:geonames:3530597", "place:iso:MX-CMX"),
        ("place:geonames:3522507", "place:inegi:20067"),
        ("place:iso3:MEX", "place:iso:MX"),
        ("org:id:41114", "org:id:XM-DAC-41114"),
        ("org:id:41AAA", "org:id:XM-DAC-41502"),
    ],
)
def test_an_identifier_leads_to_the_entry_that_lists_it(
    shipped: Registers, known: str, key: str
) -> None:
    entry = shipped.entry(Key(known))
    assert entry
    assert entry.key == key


@pytest.mark.parametrize("key", ["org:id:nobody", "place:iso:MX-XXX", "event:name::x", "nothing"])
def test_a_key_that_nobody_has_is_no_entry(shipped: Registers, key: str) -> None:
    assert shipped.entry(Key(key)) is None


def test_the_world_has_every_country_and_no_town(shipped: Registers) -> None:
    registers = {entry.register for entry in shipped.international()}
    assert {"countries", "un_system", "donors"} <= registers
    assert not registers & {"places", "regions", "government"}


def test_a_countrys_entries_are_its_own(shipped: Registers) -> None:
    entries = list(shipped.of_country("NP"))
    assert {entry.country for entry in entries} == {"NP"}
    assert {"regions", "districts", "places", "government", "national"} <= {
        entry.register for entry in entries
    }


def test_a_users_register_adds_and_stands_in_for_what_is_shipped(own: Path) -> None:
    registers = load([own])
    assert registers.named("org", "ofi", "MX") == ("org:name:MX:oficina",)
    assert registers.named("org", "the office", None) == ("org:id:XM-DAC-41302",)
    entry = registers.entry(Key("org:id:XM-DAC-41302"))
    assert entry
    assert entry.labels[0].text == "Our name for it"
    listed = [e for e in registers.international() if e.key == "org:id:XM-DAC-41302"]
    assert [e.register for e in listed] == ["own"]


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="none: no folder of registers"):
        load([tmp_path / "none"])


def test_the_digest_changes_with_what_is_known(shipped: Registers, own: Path) -> None:
    assert load().digest == shipped.digest
    before = load([own]).digest
    assert before != shipped.digest
    with (own / "own.tsv").open("a", encoding="utf-8") as file:
        file.write("NP\tname:NP:x\tX\t\n")
    assert load([own]).digest != before


def test_every_file_says_its_source_licence_and_date(shipped: Registers) -> None:
    for info in shipped.infos:
        assert all(info), info


@pytest.mark.parametrize(
    ("name", "country", "key"),
    [
        ("juchitan", "MX", "place:inegi:20043"),
        ("anse a galets", "HT", "place:geonames:3731132"),
        ("okola", "CM", "place:geonames:2223216"),
    ],
)
def test_a_village_is_meant_where_nothing_larger_has_its_name(
    shipped: Registers, name: str, country: str, key: str
) -> None:
    assert shipped.named("place", name, country) == (key,)
