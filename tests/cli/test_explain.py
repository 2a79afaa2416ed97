"""`kg explain`: a thing in words, each fact with its quote."""

import json
import re
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


def test_a_number_is_marked_in_its_sentence(kg: Run, terminal: Run, built: Path) -> None:
    said = "Puebla, supported {} women in completing their studies.\N{RIGHT DOUBLE QUOTATION MARK}"
    assert said.format("«4,369»") in kg("explain", "Second Chance", "-d", built).out
    ran = terminal(f"$kg explain 'Second Chance' -d {built}", 300)
    assert said.format("4,369") in ran.out


def test_the_text_that_is_counted_is_named(kg: Run, built: Path) -> None:
    ran = kg("explain", "Second Chance", "-d", built)
    assert re.search(r"^  mexico-2021\.txt\[\d+:\d+\]$", ran.out, re.MULTILINE)
    assert re.search(
        r"^  mexico-programmes\.xml, narrative/[0-9a-f]{16}\[\d+:\d+\]$", ran.out, re.MULTILINE
    )


def test_a_page_of_html_is_counted_in_its_rendition(kg: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<!DOCTYPE html><html><body><p>In 2021, UN Women trained <b>40 women</b> in Ciudad"
        " Ju&aacute;rez with FAO. They then opened their own shops.</p></body></html>"
    )
    out = tmp_path / "out"
    assert kg("build", page, "-o", out).status == 0
    told = kg("explain", "FAO", "-d", out).out
    places = re.findall(r"page\.html, (text/\w+\.txt)\[(\d+):(\d+)\]", told)
    assert "FAO" in {(out / text).read_text()[int(a) : int(b)] for text, a, b in places}


def test_a_brand_is_shown_with_whose_it_is(kg: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("In 2021, Aqualina, a brand of Norda Foods Ltd, trained 40 women with FAO.\n")
    out = tmp_path / "out"
    assert kg("build", page, "-o", out).status == 0
    assert "brandOf: Norda Foods Ltd" in kg("explain", "Aqualina", "-d", out).out
    assert "brandOf" not in kg("explain", "Norda Foods Ltd", "-d", out).out
    assert kg("validate", "-d", out).status == 0


def test_many_facts_are_cut_unless_all_are_wanted(kg: Run, built: Path) -> None:
    short = kg("explain", "UN Women", "-d", built).out
    whole = kg("explain", "UN Women", "-d", built, "--all").out
    assert "more facts: --all shows them" in short
    assert len(whole) > len(short)
    assert "--all shows them" not in whole


def test_a_name_may_be_begun(kg: Run, built: Path) -> None:
    assert kg("explain", "Food and Agri", "-d", built).out.startswith("Food and Agriculture")


def test_an_unknown_or_doubtful_name_is_told(kg: Run, built: Path) -> None:
    told(
        kg("explain", "nobody at all", "-d", built), 2, "the graph has no", "try fewer words of it"
    )
    told(kg("explain", "state government", "-d", built), 2, "may be ", "the IRI")


def test_why_names_are_of_one_thing_is_said_in_words(kg: Run, built: Path) -> None:
    ran = kg("explain", "INMUJERES", "-d", built)
    said = '"Instituto Nacional de las Mujeres" is a name of "National Institute for Women" in the'
    assert f"\n{said} register national\n" in ran.out


def test_on_a_terminal_what_is_wrapped_is_set_in(terminal: Run, built: Path) -> None:
    ran = terminal(f"$kg explain INMUJERES -d {built}", 60)
    lines = [line.rstrip() for line in ran.out.splitlines()]
    at = next(i for i, line in enumerate(lines) if line.startswith('"Instituto Nacional'))
    assert lines[at + 1].startswith("  ")
