"""What is known of a thing, with the words under each fact."""

from pathlib import Path

import pytest

from kg import store
from kg.errors import UnknownName
from kg.explain import Explanation, Said, explain
from kg.explain.sentence import Sentence
from kg.store import Store

NAMES = Path(__file__).parent.parent / "query" / "names.trig"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"


@pytest.fixture(scope="module")
def names() -> Store:
    return store.in_memory(NAMES)


@pytest.fixture(scope="module")
def wells(names: Store) -> Explanation:
    return explain(names, "clean wells")


def test_the_thing_is_told_with_its_properties(wells: Explanation) -> None:
    assert wells.thing == ("https://example.org/id/wells", "Clean Wells Programme", "Programme")
    assert Said(property=LABEL, value="Clean Wells Programme") in wells.said


def test_a_fact_is_told_in_words_with_its_quote_and_place(wells: Explanation) -> None:
    [fact] = [fact for fact in wells.facts if fact.quote == "Harbour Trust leads it"]
    assert (fact.kind, fact.words) == (
        "participation",
        "Harbour Trust is lead of Clean Wells Programme",
    )
    assert (fact.document, fact.start, fact.end, fact.confidence) == ("wells.txt", "4", "26", "0.9")


def test_a_number_is_told_with_what_it_counts(wells: Explanation) -> None:
    [fact] = [fact for fact in wells.facts if fact.kind == "measurement"]
    assert (fact.words, fact.quote) == ("40 wells (result)", "40 wells")


def test_a_part_is_told_with_its_whole(tmp_path: Path) -> None:
    graph = tmp_path / "names.trig"
    part = "e:part okg:programme e:wells ; okg:value 30 ; okg:partOf e:number ; okg:role e:result ."
    graph.write_text(f"{NAMES.read_text('utf-8')}\n{part}\n", encoding="utf-8")
    facts = explain(store.in_memory(graph), "clean wells").facts
    assert "30 (result, part of 40)" in [fact.words for fact in facts]


def test_a_brand_is_told_with_whose_it_is(tmp_path: Path) -> None:
    graph = tmp_path / "names.trig"
    brand = "e:trust okg:brandOf e:wells ."
    graph.write_text(f"{NAMES.read_text('utf-8')}\n{brand}\n", encoding="utf-8")
    said = explain(store.in_memory(graph), "Harbour Trust").said
    assert ("brandOf", "Clean Wells Programme") in [
        (one.property.rpartition("#")[2], one.value) for one in said
    ]


def test_a_number_is_shown_in_its_sentence(wells: Explanation) -> None:
    [fact] = [fact for fact in wells.facts if fact.kind == "measurement"]
    assert fact.sentence == Sentence("It dug ", "40 wells", " by May.")


def test_it_is_told_which_text_is_counted(wells: Explanation) -> None:
    counted = {fact.kind: (fact.text, fact.rendition) for fact in wells.facts if fact.quote}
    assert counted == {
        "participation": ("https://example.org/id/source", ""),
        "measurement": ("https://example.org/id/rendition", "0123"),
    }


def test_a_role_is_told_by_its_label(names: Store) -> None:
    [fact] = [fact for fact in explain(names, "wells").facts if fact.who == "Ministry of Health"]
    assert fact.words == "Ministry of Health is accountable organisation of Clean Wells Programme"


def test_the_line_of_a_file_is_not_told(wells: Explanation) -> None:
    assert not [said for said in wells.said if said.property.endswith("line")]


def test_a_fact_that_was_published_as_data_names_its_file(wells: Explanation) -> None:
    [fact] = [fact for fact in wells.facts if not fact.quote]
    assert (fact.who, fact.document) == ("Ministry of Health", "activities.xml")


def test_facts_stand_in_the_order_of_the_text(names: Store) -> None:
    facts = explain(names, "HT").facts
    assert [(fact.kind, fact.start) for fact in facts] == [("participation", "4"), ("mention", "4")]
    assert facts[1].words == "is named"


def test_a_thing_without_facts_has_none(names: Store) -> None:
    assert explain(names, "XX-LK").facts == ()


def test_an_unknown_name_is_told(names: Store) -> None:
    with pytest.raises(UnknownName, match="the graph has no"):
        explain(names, "nobody")
