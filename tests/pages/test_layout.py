"""Layouts of pages: the shipped files, and one that a stranger might add."""

import tomllib

import pytest

from kg.documents import Document
from kg.pages import layout as module
from kg.pages.clues import address_of
from kg.pages.identifiers import identified
from kg.pages.layout import Layout, layout_from, layouts
from kg.pages.sections import parts

OTHER = r"""
publisher = "XI-EXAMPLE-1"
kinds = ["project page"]

[identifier]
prefix = "XI-EXAMPLE-1-"
statement = '(?P<office>[A-Z]{2})/\d+'

[address]
patterns = ['/(?P<year>\d{4})/']

[spellings]

[status]
notReported = ['^Nothing\b']

[[label]]
role = "outcome"
kind = "project page"
patterns = ['Goal (?={id})']

[[label]]
role = "skip"
name = "money"
kind = "project page"
lines = ["What it cost"]
"""
PAGE = """\
Goal PE/7: All have water

Nine wells were dug. They give water to 400 families.
What it cost
USD 20,000
"""


@pytest.fixture
def other() -> Layout:
    return layout_from(tomllib.loads(OTHER))


def test_a_new_publisher_is_a_new_file(other: Layout) -> None:
    assert other.recognises(PAGE)
    found = parts(PAGE, other)
    (section,) = found.sections
    assert section.identified == identified("PE/7", other)
    assert section.identified
    assert section.identified.identifier == "XI-EXAMPLE-1-PE/7"
    assert section.title
    assert section.note
    assert PAGE[slice(*section.title)] == "All have water"
    assert PAGE[slice(*section.note)].startswith("Nine wells")
    assert {name: skipped.lines for name, skipped in found.skipped.items()} == {"money": 1}


def test_addresses_and_statuses(other: Layout) -> None:
    assert other.address("https://p.example/2020/a") == {"year": "2020"}
    assert other.status("Nothing to say") == "notReported"
    assert other.status("Something") == "notStated"


def test_a_shipped_file_has_known_roles_and_kinds() -> None:
    roles = set(module.Role.__args__)
    for layout in layouts():
        labels = [*layout.lines.values(), *(label for _, label in layout.patterns)]
        assert {label.role for label in labels} <= roles
        assert {label.kind for label in labels} - {""} <= set(layout.kinds)
        assert all(label.name for label in labels if label.role == "skip")


ADDRESSES = [
    ("https://open.unwomen.org/en/our-reach/KE/XM-DAC-41146-RD_D_1.3?year=2023",
     {"country": "KE", "identifier": "XM-DAC-41146-RD_D_1.3", "year": "2023"}),
    ("https://open.unwomen.org/es/our-reach/WCA-RO/progress-notes?page=1&year=2022",
     {"region": "WCA", "year": "2022"}),
    ("https://open.unwomen.org/en/country-results/BB?plan_period=2022-2026", {"country": "BB"}),
    ("https://open.unwomen.org/fr/outcome-detail/XM-DAC-41146-SEN_O_4",
     {"identifier": "XM-DAC-41146-SEN_O_4"}),
    ("https://example.org/es/page", {}),
]  # fmt: skip


@pytest.mark.parametrize(("address", "expected"), ADDRESSES)
def test_addresses_of_un_women(address: str, expected: dict[str, str]) -> None:
    (layout,) = [known for known in layouts() if known.publisher == "XM-DAC-41146"]
    assert layout.address(address) == expected


IDENTIFIERS = [
    ("XM-DAC-41146-MEX_D_1.1", "XM-DAC-41146-MEX_D_1.1", ()),
    ("MEX_D_1.1 By 2025", "XM-DAC-41146-MEX_D_1.1", ()),
    ("XM-DAC-41146-COL_D_3.2XM-DAC-41146-COL_D_3.2", "XM-DAC-41146-COL_D_3.2", ()),
    ("GEO_O_2XM-DAC-41146-GEO_O_2", "XM-DAC-41146-GEO_O_2", ()),
    ("GEO_O_2GEO_O_2By 2025", "XM-DAC-41146-GEO_O_2", ()),
    ("NER_D_1.1XM-DAC-41146-NER_D_1.2", "XM-DAC-41146-NER_D_1.1", ("XM-DAC-41146-NER_D_1.2",)),
    ("RD_D_1.1", "XM-DAC-41146-RD_D_1.1", ()),
]


@pytest.mark.parametrize(("text", "identifier", "others"), IDENTIFIERS)
def test_identifiers(text: str, identifier: str, others: tuple[str, ...]) -> None:
    (layout,) = [known for known in layouts() if known.publisher == "XM-DAC-41146"]
    found = identified(text, layout)
    assert found
    assert (found.identifier, found.others) == (identifier, others)
    assert text.startswith(found.published)


@pytest.mark.parametrize(
    "text", ["MEX_D_2.2A Number of", "SP_D_1.1", "By MEX_D_1.1", "XMEX_DD_1", ""]
)
def test_what_is_no_identifier(text: str) -> None:
    (layout,) = [known for known in layouts() if known.publisher == "XM-DAC-41146"]
    assert identified(text, layout) is None


def test_settings_may_say_the_address() -> None:
    document = Document(
        key="a", sha256="", place=b"", hints={"address": "https://p.example/2020/a"}
    )
    assert address_of(document, layout_from(tomllib.loads(OTHER))) == {"year": "2020"}
    assert address_of(document, None) == {}
