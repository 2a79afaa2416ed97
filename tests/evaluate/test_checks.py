"""Flaws of a gold file are issues with their places."""

import msgspec
import pytest

from kg.evaluate.checks import check
from kg.evaluate.gold import Gold

TEXT = "Oxfam works in Peru."
OXFAM = {"span": [0, 5], "text": "Oxfam", "type": "Organisation", "entity": "oxfam"}
PERU = {"span": [15, 19], "text": "Peru", "type": "Place", "entity": "peru"}
LONG = {"span": [0, 19], "text": TEXT[:19], "type": "Law", "entity": "long"}
NUMBER = {"span": [0, 5], "text": "Oxfam", "value": 5}


def flaws(text: str | None = TEXT, **parts: object) -> list[tuple[str, str]]:
    gold = msgspec.convert(parts, Gold)
    return [(issue.code, issue.path) for issue in check("g.json", gold, text)]


def test_a_sound_file_has_none() -> None:
    relation = {"type": "supports", "subject": "oxfam", "object": "peru"}
    assert flaws(mentions=[OXFAM, PERU], measurements=[NUMBER], relations=[relation]) == []


@pytest.mark.parametrize("part", ["mentions", "optional_mentions", "measurements"])
def test_a_span_that_says_another_text(part: str) -> None:
    wrong = (NUMBER if part == "measurements" else OXFAM) | {"text": "Oxfan"}
    assert flaws(**{part: [wrong]}) == [("gold-text", f"g.json: {part}[0]")]


@pytest.mark.parametrize("span", [[15, 99], [5, 5], [9, 3], [-3, 2]])
def test_a_span_that_is_not_in_the_page(span: list[int]) -> None:
    assert flaws(mentions=[PERU | {"span": span}]) == [("gold-span", "g.json: mentions[0]")]


def test_without_the_page_spans_are_not_compared() -> None:
    assert flaws(None, mentions=[OXFAM | {"text": "Oxfan"}]) == []


def test_overlaps_are_flaws_unless_one_is_nested() -> None:
    assert flaws(mentions=[LONG, OXFAM, PERU]) == [
        ("gold-overlap", "g.json: mentions[1]"),
        ("gold-overlap", "g.json: mentions[2]"),
    ]
    nested = {"nested": True}
    assert flaws(mentions=[LONG, OXFAM | nested, PERU | nested]) == []
    assert flaws(measurements=[NUMBER, NUMBER]) == [("gold-overlap", "g.json: measurements[1]")]


def test_types_that_nothing_scores() -> None:
    assert flaws(mentions=[OXFAM | {"type": "Firm"}]) == [("gold-type", "g.json: mentions[0]")]
    assert flaws(mentions=[OXFAM | {"also": ["Firm"]}]) == [("gold-type", "g.json: mentions[0]")]
    assert flaws(optional_mentions=[OXFAM | {"type": "Product"}]) == []


def test_ends_that_nothing_names() -> None:
    relation = {"type": "supports", "subject": "oxfam", "object": "nobody"}
    assert flaws(mentions=[OXFAM], relations=[relation]) == [
        ("gold-entity", "g.json: relations[0]")
    ]
