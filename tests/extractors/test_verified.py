"""No quote that is not in the text, and none that is personal, gets past the door."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kg.extractors import NOT_VERIFIED, verified
from kg.records import Evidence, Issue, Key, Mention, Narrative, Slice, TextRef

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
