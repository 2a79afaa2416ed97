"""Arguments become documents with the keys that the contract names."""

import hashlib
import io
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from kg.documents import Document
from kg.errors import SourceError, UsageError
from kg.inputs import Inputs, gather
from kg.settings import Settings
from kg.stages import folder


def no_network(url: str) -> Document:
    raise AssertionError(url)


def gathered(*arguments: object) -> Inputs:
    return gather([str(argument) for argument in arguments], Settings(), no_network)


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    folder = tmp_path / "portal"
    (folder / "inner").mkdir(parents=True)
    (folder / "b.txt").write_text("b")
    (folder / "a.txt").write_text("a")
    (folder / "inner" / "c.xml").write_text("c")
    (folder / ".hidden").write_text("x")
    return folder


def test_a_folders_members_are_keyed_from_its_parent(portal: Path) -> None:
    found = gathered(portal)
    assert [d.key for d in found.documents] == [
        "portal/a.txt",
        "portal/b.txt",
        "portal/inner/c.xml",
    ]
    assert found.named == frozenset()
    assert found.skipped == (("portal/.hidden", "hidden"),)


def test_a_file_is_keyed_by_its_name_and_is_named(portal: Path) -> None:
    found = gathered(portal / "a.txt")
    assert [d.key for d in found.documents] == ["a.txt"]
    assert found.named == {"a.txt"}
    assert found.documents[0].sha256 == hashlib.sha256(b"a").hexdigest()


def test_a_pattern_names_its_matches(portal: Path) -> None:
    assert gathered(portal / "*.txt").named == {"a.txt", "b.txt"}


def test_standard_input_has_the_name_it_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"text")))
    found = gather(["-"], Settings(), no_network, name="note")
    assert [(d.key, d.read()) for d in found.documents] == [("note", b"text")]


def test_an_address_is_fetched() -> None:
    url = "https://example.org/x"
    document = Document(key=url, sha256="0", place=b"x")
    assert gather([url], Settings(), lambda _: document).documents == (document,)


def test_two_inputs_with_one_key_are_refused(portal: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("other")
    with pytest.raises(UsageError, match=r"a\.txt"):
        gathered(portal / "a.txt", tmp_path / "a.txt")


def test_nothing_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        gathered(tmp_path / "missing.txt")
    with pytest.raises(UsageError, match="SOURCE"):
        gathered()


def test_settings_give_hints_by_key(portal: Path) -> None:
    settings = Settings(
        sources=({"match": "portal/a*", "country": "MX", "address": "https://e.org/"},)
    )
    first = gather([str(portal)], settings, no_network).documents[0]
    assert (first.hints["country"], first.address) == ("MX", "https://e.org/")


def test_what_no_file_is_passed_over_with_a_reason(portal: Path) -> None:
    (portal / ".git" / "objects").mkdir(parents=True)
    (portal / ".git" / "objects" / "1").write_text("x")
    (portal / "broken").symlink_to("nowhere")
    (portal / "loop").symlink_to(portal)
    os.mkfifo(portal / "pipe")
    assert gathered(portal).skipped == (
        ("portal/.git", "hidden"),
        ("portal/.hidden", "hidden"),
        ("portal/broken", "broken link"),
        ("portal/loop", "link to a folder"),
        ("portal/pipe", "no file"),
    )


def test_a_link_to_a_file_is_read(portal: Path) -> None:
    (portal / "link.txt").symlink_to(portal / "a.txt")
    assert "portal/link.txt" in [d.key for d in gathered(portal).documents]


def test_what_a_build_wrote_is_no_input(portal: Path) -> None:
    builds = portal / "kg-out" / ".builds" / "1"
    builds.mkdir(parents=True)
    (builds / "graph.nq").write_text("")
    folder.link(portal / "kg-out" / ".current", Path(".builds/1"))
    folder.link(portal / "kg-out" / "graph.nq", Path(".current/graph.nq"))
    found = gathered(portal)
    assert not [d.key for d in found.documents if "kg-out" in d.key]
    assert not [key for key, _ in found.skipped if "kg-out" in key]


def test_a_file_given_twice_is_refused(portal: Path) -> None:
    with pytest.raises(UsageError, match="two inputs"):
        gathered(portal / "a.txt", portal / "*.txt")


def test_only_members_of_a_folder_are_unnamed(portal: Path) -> None:
    assert all(document.is_member for document in gathered(portal).documents)
    assert not gathered(portal / "a.txt").documents[0].is_member


def test_a_country_that_is_none_is_refused(portal: Path) -> None:
    settings = Settings(sources=({"match": "*", "country": "Mexiko"},))
    with pytest.raises(UsageError, match=r'country = "Mexiko" of .* no such country'):
        gather([str(portal)], settings, no_network)


def test_patterns_of_no_document_are_known(portal: Path) -> None:
    settings = Settings(sources=({"match": "portal/*", "country": "MX"}, {"match": "gone/*"}))
    assert gather([str(portal)], settings, no_network).unmatched == ("gone/*",)
