"""Any other prose: every case folder, and what is no prose."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import SourceError
from kg.records import Narrative, Page
from kg.sources import narrative, recognise
from kg.text.rendition import rendition
from tests.sources.pages import case, document, told

CASES = sorted(path for path in Path(__file__).with_name("narrative").iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_case(folder: Path) -> None:
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    page = case(folder)
    assert recognise(page) is narrative
    assert told(narrative, page) == expected
    content = rendition(page).content
    for record in narrative.read(page):
        if isinstance(record, Narrative):
            assert content[record.start : record.end] == record.raw


NO_PROSE = {
    "comma separated": b"id,name,amount\n1,School,20\n2,Clinic,35\n",
    "tab separated": b"id\tname\n1\tThe school of the town.\n2\tThe clinic of the town.\n",
    "json": b'{"title": "The school of the town is open. It has nine rooms."}',
    "xml": b'<?xml version="1.0"?>\n<a>The school is open. It has nine rooms.</a>',
    "xml without prolog": b"<report><p>The school is open. It has nine rooms.</p></report>",
    "code": b"import os\n\ndef run(a):\n    if a:\n        return os.getcwd()\n    return None\n",
    "turtle": b'# Terms of the fund. They are few.\n@prefix ex: <http://ex.example/> .\nex:a ex:b "c" .',
    "no text": b"\x89PNG\r\n\x1a\n\0\0\0",
    "pdf": b"%PDF-1.7\nThe school is open. It has nine rooms.",
    "no words": b"NA\n",
    "nothing": b"",
}


@pytest.mark.parametrize("name", NO_PROSE)
def test_what_is_no_prose_is_not_recognised(name: str) -> None:
    page = document(NO_PROSE[name])
    assert not narrative.recognises(page, page.head())


NGO_PAGE = b"""<!doctype html><title>Home</title><body><nav><a>About us</a></nav>
<h1>Kisumu</h1><h2>What we did</h2><ul><li>240 women trained<li>3 wells</ul>
<table><tr><td>Wells<td>3</table><p>Thanks to all who gave to us this year</body>"""


@pytest.mark.parametrize(
    "content", [b"- 240 women trained in Kisumu\n", b"Oxfam in Nepal trained 30 women.", NGO_PAGE]
)
def test_words_are_read_where_they_are_named_and_passed_over_in_a_folder(content: bytes) -> None:
    page = document(content)
    assert recognise(page) is narrative
    assert recognise(replace(page, is_member=True)) is None


def test_undecodable_prose_is_refused_with_its_place() -> None:
    page = document(b"The school is open. \x81 It has nine rooms and a garden behind the house.")
    assert recognise(page) is narrative
    with pytest.raises(SourceError, match="byte 20"):
        list(narrative.read(page))


def test_real_input_of_other_kinds_is_not_taken_for_prose(shared_data: Path) -> None:
    for folder in ("iati/activities", "tables", "places"):
        for path in sorted((shared_data / folder).rglob("*.*")):
            if path.suffix in {".xml", ".csv", ".tsv", ".json"} and path.stat().st_size < 1 << 22:
                page = document(path.read_bytes(), path.name)
                assert not narrative.recognises(page, page.head()), path


REGISTER = """# kind: place
# reach: world
# source: ours
# licence: CC0-1.0
# date: 2026
country\tkey\tlabels\taliases\tidentifiers
MX\tiso:MX\tMexico@en\tThe Eagle Land\tiso3:MEX
"""


def test_the_users_names_of_countries_count(tmp_path: Path) -> None:
    (tmp_path / "own.tsv").write_text(REGISTER, "utf-8")
    said = b"The Eagle Land is wide. In 2021 the fund built wells in The Eagle Land for all towns."
    (page,) = [
        r for r in narrative.read(document(said, registers=(tmp_path,))) if isinstance(r, Page)
    ]
    assert page.country
    assert page.country.value == "MX"
    (page,) = [r for r in narrative.read(document(said)) if isinstance(r, Page)]
    assert page.country is None
