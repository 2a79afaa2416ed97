"""No quote that is not in the text, and none that is personal, gets past the door."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from kg.extractors import NOT_VERIFIED, verified
from kg.records import (
    Evidence,
    Fact,
    Issue,
    Key,
    Measurement,
    Mention,
    Narrative,
    Participation,
    Slice,
    TextRef,
)

NARRATIVE = Narrative(
    id="n",
    text=TextRef("source", "s"),
    start=10,
    end=40,
    raw="The Fund wrote to a@example.org",
    lang="en",
    title_start=2,
    title_raw="A Fund",
    tables=(Slice(90, "Fund 7"),),
)


def fund(start: int, exact: str = "Fund") -> Mention:
    evidence = Evidence(text=NARRATIVE.text, start=start, end=start + len(exact), exact=exact)
    return Mention(
        narrative="n",
        evidence=evidence,
        type="Organisation",
        thing=Key("org:name::fund"),
        label="Fund",
        confidence=Decimal(1),
        extractor="x",
    )


def test_nobody_speaks_for_another() -> None:
    (fact,) = verified([replace(fund(14), extractor="rules")], NARRATIVE, "x")
    assert fact == fund(14)


@pytest.mark.parametrize("start", [4, 14, 90])
def test_what_stands_in_the_narrative_its_title_or_its_tables_is_taken(start: int) -> None:
    assert list(verified([fund(start)], NARRATIVE, "x")) == [fund(start)]


@pytest.mark.parametrize(
    "fact",
    [
        fund(15),
        fund(0),
        fund(4000),
        fund(14, "fund"),
        fund(14, ""),
        fund(28, "a@example.org"),
        fund(19, "wrote to a@exam"),
        replace(fund(14), narrative="m"),
        replace(fund(14), evidence=replace(fund(14).evidence, text=TextRef("rendition", "s"))),
        replace(fund(14), evidence=replace(fund(14).evidence, start=18, end=14)),
    ],
)
def test_the_rest_is_left_out_and_counted(fact: Mention) -> None:
    good, issue = verified([fact, fund(14), fact], NARRATIVE, "x")
    assert good == fund(14)
    assert isinstance(issue, Issue)
    assert (issue.code, issue.count, issue.path) == (NOT_VERIFIED, 2, "n")


SEVEN: Any = Measurement(
    narrative="n",
    evidence=Evidence(text=NARRATIVE.text, start=95, end=96, exact="7"),
    value=Decimal(7),
    kind="count",
    qualifier="exact",
    role="result",
    confidence=Decimal(1),
    extractor="x",
    currency="EUR",
    period_start="2021-01-01",
)
PART: Any = Participation(
    narrative="n",
    evidence=fund(14).evidence,
    participant=Key("org:name::fund"),
    role="lead",
    relation="in",
    target=Key("programme:name:MX:wells"),
    confidence=Decimal(1),
    extractor="x",
)


def test_whole_facts_are_taken() -> None:
    assert list(verified([SEVEN, PART], NARRATIVE, "x")) == [SEVEN, PART]


FLAWED: list[tuple[Any, dict[str, Any], str]] = [
    (fund(14), {"type": "Alien"}, "Alien"),
    (fund(14), {"label": " "}, "no name"),
    (fund(14), {"label": None}, "label"),
    (fund(14), {"label": "\ud800"}, "no name"),
    (fund(14), {"confidence": Decimal(7)}, "confidence"),
    (fund(14), {"confidence": 0.5}, "confidence"),
    (fund(14), {"confidence": Decimal("nan")}, "confidence"),
    (fund(14), {"thing": "fund"}, "key 'fund'"),
    (fund(14), {"thing": "org:name:fund"}, "key 'org:name:fund'"),
    (fund(14), {"thing": "alien:id:1"}, "key 'alien:id:1'"),
    (fund(14), {"thing": "law:id:1"}, "another kind"),
    (fund(14), {"thing": None}, "thing"),
    (fund(14), {"evidence": None}, "evidence"),
    (fund(14), {"size": object()}, "object"),
    (SEVEN, {"value": 7.0}, "decimal"),
    (SEVEN, {"value": Decimal("inf")}, "value"),
    (SEVEN, {"kind": "sum"}, "sum"),
    (SEVEN, {"currency": "XYZ"}, "ISO 4217"),
    (SEVEN, {"period_start": "2021"}, "2021"),
    (SEVEN, {"places": [None]}, "places"),
    (PART, {"participant": "place:iso:MX"}, "participant"),
    (PART, {"target": ""}, "key ''"),
    (PART, {"role": "boss"}, "boss"),
    (Issue(code="c", message="m"), {"count": "many"}, "count"),
]


@pytest.mark.parametrize(("good", "change", "reason"), FLAWED)
def test_a_flawed_fact_is_an_issue(good: Any, change: dict[str, Any], reason: str) -> None:
    flawed: Fact | Issue = replace(good, **change)
    (issue,) = verified([flawed], NARRATIVE, "x")
    assert isinstance(issue, Issue)
    assert issue.code == NOT_VERIFIED
    assert reason in issue.message
