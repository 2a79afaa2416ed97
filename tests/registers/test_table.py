from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.records import Key, LangText
from kg.registers.entry import Entry
from kg.registers.table import Info, Table

HEAD = """\
# name: Offices
# kind: org
# reach: country
# source: our own list
# licence: CC0-1.0
# date: 2026-01
# link wikidata: http://www.wikidata.org/entity/{}
"""
COLUMNS = "country\tkey\tlabels\taliases\tidentifiers\tclassification\n"


def table(folder: Path, text: str) -> Table:
    path = folder / "offices.tsv"
    path.write_text(text, encoding="utf-8")
    return Table(path)


def test_a_line_is_an_entry(tmp_path: Path) -> None:
    row = "MX\tid:MX-1\tOficina@es|Office@en\tOFI\twikidata:Q1|id:X-2\t10\n"
    assert list(table(tmp_path, HEAD + COLUMNS + row).of_country("MX")) == [
        Entry(
            key=Key("org:id:MX-1"),
            type="Organisation",
            labels=(LangText("Oficina", "es"), LangText("Office", "en")),
            aliases=(LangText("OFI"),),
            identifiers=(("wikidata", "Q1"), ("id", "X-2")),
            country="MX",
            classification="10",
            same_as=("http://www.wikidata.org/entity/Q1",),
            register="offices",
        )
    ]


def test_a_place_has_a_point_a_population_and_what_it_lies_in(tmp_path: Path) -> None:
    head = HEAD.replace("kind: org", "kind: place")
    columns = "country\tkey\tlabels\twithin\tlat\tlon\tpopulation\n"
    row = "XX\tgeonames:7\tTown\tiso:XX-A\t1.5\t-2\t900\n"
    (entry,) = table(tmp_path, head + columns + row)
    assert (entry.point, entry.population, entry.within) == (("1.5", "-2"), 900, "place:iso:XX-A")


def test_cells_that_are_empty_say_nothing(tmp_path: Path) -> None:
    (entry,) = table(tmp_path, HEAD + COLUMNS + "\tid:1\tOffice\t\t\t\n")
    assert (entry.country, entry.aliases, entry.identifiers, entry.point) == (None, (), (), None)


def test_a_country_has_its_own_entries_in_any_order(tmp_path: Path) -> None:
    rows = "".join(f"{country}\tid:{country}\tOffice\t\t\t\n" for country in ("NP", "MX", "NP"))
    found = table(tmp_path, HEAD + COLUMNS + rows)
    assert [entry.country for entry in found.of_country("NP")] == ["NP", "NP"]
    assert list(found.of_country("BR")) == []


def test_the_last_line_may_lack_its_end(tmp_path: Path) -> None:
    rows = "BR\tid:1\tOffice\t\t\t\nNP\tid:2\tOffice\t\t\t"
    found = table(tmp_path, HEAD + COLUMNS + rows)
    assert [entry.key for entry in found.of_country("NP")] == ["org:id:2"]


def test_a_file_sorted_otherwise_has_the_same_countries(tmp_path: Path) -> None:
    head = HEAD + "key\tlabels\tcountry\n"
    found = table(tmp_path, head + "id:1\tOffice\tNP\nid:2\tNP\tBR\n")
    assert [entry.key for entry in found.of_country("NP")] == ["org:id:1"]


def test_a_file_says_where_it_comes_from(tmp_path: Path) -> None:
    found = table(tmp_path, HEAD + COLUMNS)
    assert found.info == Info("offices", "our own list", "CC0-1.0", "2026-01")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "kind ''"),
        (
            HEAD.replace("kind: org", "kind: office") + COLUMNS,
            "kind 'office': write # kind: one of",
        ),
        (HEAD + "country\tkey\n" + "MX\tid:1\n", "no column labels"),
        (HEAD + COLUMNS + "MX\tid:1\tOffice\n", "3 cells for 6 columns"),
    ],
)
def test_a_file_that_is_not_a_register_is_refused_in_one_line(
    tmp_path: Path, text: str, said: str
) -> None:
    found = table(tmp_path, text)
    with pytest.raises(UsageError, match=r"offices\.tsv: ") as error:
        list(zip([found.kind], found, strict=False))
    assert said in str(error.value)
    assert "\n" not in str(error.value)


def test_a_file_of_a_spreadsheet_is_read(tmp_path: Path) -> None:
    row = "MX\tid:1\tOficina@es\t\t\t\n"
    found = table(tmp_path, ("\ufeff" + HEAD + COLUMNS + row).replace("\n", "\r\n"))
    assert [entry.labels for entry in found] == [(LangText("Oficina", "es"),)]


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "offices.tsv"
    path.write_bytes((HEAD + COLUMNS + "MX\tid:1\tMéxico\t\t\t\n").encode("latin-1"))
    with pytest.raises(UsageError, match="is not UTF-8: save as UTF-8"):
        list(Table(path))


names = st.text(st.characters(exclude_characters="|@\t\r\n", exclude_categories=["Cs"]), min_size=1)


@given(st.lists(st.tuples(names, st.sampled_from(["en", "es", "fr", ""])), min_size=1))
def test_texts_come_back_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, texts: list[tuple[str, str]]
) -> None:
    cell = "|".join(f"{text}@{lang}" if lang else text for text, lang in texts)
    folder = tmp_path_factory.mktemp("registers")
    (entry,) = table(folder, HEAD + COLUMNS + f"MX\tid:1\t{cell}\t\t\t\n")
    assert list(entry.labels) == texts
