"""A folder of gold and its pages; what is broken is told and left out."""

import json
import shutil
from pathlib import Path

import pytest

from kg.errors import SourceError
from kg.evaluate import GoldSet, read
from tests.evaluate.conftest import GOLD


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOLD, tmp_path / "gold"))


def places(gold: GoldSet) -> list[tuple[str, str]]:
    return [(issue.code, issue.path) for issue in gold.issues]


def test_pages_stand_beside_the_gold(gold: GoldSet) -> None:
    assert [(p.name, p.lang, p.country) for p in gold.pages] == [
        ("KE_2022_note.txt", "en", "KE"),
        ("PE_2021_nota.txt", "es", "PE"),
        ("SN_2020_note.txt", "fr", "SN"),
    ]
    assert gold.issues == ()
    for page in gold.pages:
        assert page.text == (GOLD / page.name).read_text("utf-8")


def test_pages_may_stand_elsewhere(folder: Path, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for page in folder.glob("*.txt"):
        page.rename(pages / page.name)
    assert {page.path for page in read(folder).pages} == {None}
    assert all(page.path for page in read(folder, pages).pages)


def test_a_gold_file_need_not_name_its_page_nor_its_language(folder: Path) -> None:
    path = folder / "PE_2021_nota.json"
    gold = json.loads(path.read_text())
    del gold["document"]
    path.write_text(json.dumps(gold))
    page = read(folder).pages[1]
    assert (page.name, page.lang, page.country) == ("PE_2021_nota.txt", "es", "")


def test_a_missing_page_is_told_and_its_gold_kept(folder: Path) -> None:
    (folder / "KE_2022_note.txt").unlink()
    found = read(folder)
    assert places(found) == [("gold-page", "KE_2022_note.json")]
    assert [page.path is None for page in found.pages] == [True, False, False]


def test_a_page_that_is_no_text_is_told(folder: Path) -> None:
    (folder / "KE_2022_note.txt").write_bytes(b"%PDF-1.7")
    assert places(read(folder)) == [("gold-page", "KE_2022_note.json")]


@pytest.mark.parametrize("name", ["a\\u0000b", "/", "x/../..", "n" * 999])
def test_a_page_that_cannot_be_is_told(folder: Path, name: str) -> None:
    path = folder / "KE_2022_note.json"
    path.write_text(path.read_text("utf-8").replace("KE_2022_note.txt", name), "utf-8")
    assert places(read(folder)) == [("gold-page", "KE_2022_note.json")]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "truncated"),
        ("[]", "Expected `object`"),
        ('{"note": ' + "[" * 100_000, "recursion"),
        ('{"mentions": [{"span": [1]}]}', "$.mentions[0].span"),
        ('{"mentions": [{"span": [0, 1], "text": "a", "type": "Law"}]}', "`entity`"),
    ],
)
def test_a_broken_file_is_told_and_left_out(folder: Path, text: str, reason: str) -> None:
    (folder / "broken.json").write_text(text)
    found = read(folder)
    assert places(found) == [("gold-file", "broken.json")]
    assert reason in found.issues[0].message
    assert len(found.pages) == 3


def test_a_second_file_for_a_page_is_left_out(folder: Path) -> None:
    shutil.copy(folder / "KE_2022_note.json", folder / "KE_again.json")
    found = read(folder)
    assert places(found) == [("gold-twice", "KE_again.json")]
    assert len(found.pages) == 3


def test_without_any_gold_there_is_nothing_to_do(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no gold files"):
        read(tmp_path / "nowhere")
    (tmp_path / "x.json").write_text("{")
    with pytest.raises(SourceError, match=r"x\.json: no gold file"):
        read(tmp_path)
