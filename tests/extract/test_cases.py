"""Every case folder: the facts of a short text, and that each quotes it."""

from pathlib import Path

import pytest

from kg.records import Issue
from tests.extract.cases import FOLDERS, case, rows


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_case(folder: Path) -> None:
    text, facts = case(folder)
    assert list(rows(facts)) == (folder / "expected.tsv").read_text("utf-8").splitlines()
    for fact in facts:
        if not isinstance(fact, Issue):
            evidence = fact.evidence
            assert text[evidence.start : evidence.end] == evidence.exact


def test_there_are_cases() -> None:
    assert FOLDERS
