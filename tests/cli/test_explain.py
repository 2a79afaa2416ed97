"""`kg explain`: a thing in words, each fact with its quote."""

import json
from pathlib import Path

from tests.cli.conftest import EXAMPLES, Run
from tests.cli.test_manners import told


def test_facts_are_shown_with_quotes_and_places(kg: Run, built: Path) -> None:
    ran = kg("explain", "FAO", "-d", built)
    assert ran.status == 0
    assert ran.out.startswith("Food and Agriculture Organization")
    assert "\N{LEFT DOUBLE QUOTATION MARK}" in ran.out
    assert "mexico-2021.txt[" in ran.out


def test_for_machines_quotes_are_the_raw_slices(kg: Run, built: Path) -> None:
    found = json.loads(kg("explain", "FAO", "-d", built, "--format", "json").out)
    text = (EXAMPLES / "mexico-2021.txt").read_bytes().decode()
    facts = [fact for fact in found["facts"] if fact["document"] == "mexico-2021.txt"]
    assert facts
    for fact in facts:
        assert text[int(fact["start"]) : int(fact["end"])] == fact["quote"]


def test_many_facts_are_cut_unless_all_are_wanted(kg: Run, built: Path) -> None:
    short = kg("explain", "UN Women", "-d", built).out
    whole = kg("explain", "UN Women", "-d", built, "--all").out
    assert "more facts: --all shows them" in short
    assert len(whole) > len(short)
    assert "--all shows them" not in whole


def test_an_unknown_or_doubtful_name_is_told(kg: Run, built: Path) -> None:
    told(kg("explain", "nobody at all", "-d", built), 2, "the graph has no", "try a part of it")
    told(kg("explain", "state government", "-d", built), 2, "may be ", "the IRI")
