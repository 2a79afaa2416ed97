"""Two that say the same make a fact surer; where they differ, the first stands and it is told."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extractors import Agreed, agreed, confidence
from kg.extractors._agreement import SUREST
from kg.records import Evidence, Issue, Key, Measurement, Mention, Participation, TextRef

SURE = st.decimals("0", "1", places=3)


def evidence(start: int, end: int) -> Evidence:
    return Evidence(text=TextRef("source", "s"), start=start, end=end, exact="x" * (end - start))


def mention(start: int, end: int, **more: Any) -> Mention:
    values = {"type": "Organisation", "thing": Key("org:id:A"), "label": "A"} | more
    return Mention(
        narrative="n",
        evidence=evidence(start, end),
        confidence=Decimal("0.9"),
        extractor="rules",
        **values,
    )


def number(start: int, end: int, **more: Any) -> Measurement:
    values = {"value": Decimal(5), "kind": "count", "qualifier": "exact", "role": "result"} | more
    return Measurement(
        narrative="n",
        evidence=evidence(start, end),
        confidence=Decimal("0.9"),
        extractor="rules",
        **values,
    )


def act(start: int, end: int, **more: Any) -> Participation:
    values = {
        "participant": Key("org:id:A"),
        "role": "lead",
        "relation": "in",
        "target": Key("programme:id:P"),
    } | more
    return Participation(
        narrative="n",
        evidence=evidence(start, end),
        confidence=Decimal("0.9"),
        extractor="rules",
        **values,
    )


def model(fact: Any) -> Any:
    return replace(fact, extractor="endpoint", confidence=Decimal("0.6"))


def test_one_alone_is_taken_as_it_is() -> None:
    issue = Issue(code="c", message="m")
    facts = [mention(0, 3), mention(0, 3), issue, number(5, 6)]
    assert list(agreed([facts])) == [
        one if isinstance(one, Issue) else Agreed(one) for one in facts
    ]


@pytest.mark.parametrize("fact", [mention(0, 3), number(0, 3), act(0, 30)])
def test_what_both_say_is_one_fact_that_is_surer(fact: Any) -> None:
    (one,) = agreed([[fact], [model(fact), model(fact)]])
    assert one == Agreed(replace(fact, confidence=Decimal("0.96")), ("endpoint",))


def test_three_that_agree_are_all_named() -> None:
    third = replace(model(number(0, 3)), extractor="laws")
    (one,) = agreed([[number(0, 3)], [model(number(0, 3))], [third]])
    assert isinstance(one, Agreed)
    assert one.also == ("endpoint", "laws")
    assert one.fact.confidence == Decimal("0.984")


def test_what_a_later_one_adds_is_kept_with_its_own_sureness() -> None:
    added = model(mention(10, 13))
    assert list(agreed([[mention(0, 3)], [added]]))[1] == Agreed(added)
    assert list(agreed([[], [added]])) == [Agreed(added)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (mention(0, 3), mention(0, 5)),
        (mention(0, 3), mention(0, 3, type="Network", thing=Key("network:id:A"))),
        (number(0, 3), number(0, 3, value=Decimal(6))),
        (number(0, 3), number(0, 3, role="target")),
        (act(0, 30), act(5, 40, status="planned")),
    ],
)
def test_of_two_readings_of_the_same_words_the_first_stands(first: Any, second: Any) -> None:
    issue, kept = agreed([[first], [model(second)]])
    assert kept == Agreed(first)
    assert isinstance(issue, Issue)
    assert (issue.code, issue.start) == ("readings-differ", second.evidence.start)
    assert "rules" in issue.message
    assert "endpoint" in issue.message


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (mention(0, 9), mention(6, 9, type="Place", thing=Key("place:iso:ZZ"))),
        (act(0, 30), act(0, 30, role="funder")),
        (act(0, 30), act(40, 70)),
        (mention(0, 3), number(0, 3)),
    ],
)
def test_what_can_both_be_right_is_kept_twice(first: Any, second: Any) -> None:
    assert list(agreed([[first], [model(second)]])) == [Agreed(first), Agreed(model(second))]


def test_things_are_called_as_the_first_calls_them() -> None:
    named = model(mention(0, 3, thing=Key("org:name:ZZ:a")))
    said = model(act(0, 30, participant=Key("org:name:ZZ:a")))
    about = model(number(40, 42, places=(Key("org:name:ZZ:a"),)))
    found = list(agreed([[mention(0, 3), act(0, 30)], [said, about, named]]))
    assert [one.also for one in found if isinstance(one, Agreed)] == [
        ("endpoint",),
        ("endpoint",),
        (),
    ]
    last = found[-1]
    assert isinstance(last, Agreed)
    assert isinstance(last.fact, Measurement)
    assert last.fact.places == (Key("org:id:A"),)


@given(st.lists(SURE, min_size=1, max_size=5))
def test_agreement_never_makes_less_sure_nor_certain(said: list[Decimal]) -> None:
    together = confidence(said)
    assert max(said) <= together <= max(SUREST, *said)
    assert together == confidence(said[::-1])


def test_of_a_whole_that_was_turned_down_nothing_is_a_part() -> None:
    part, whole = model(number(10, 12, whole=evidence(0, 3))), model(number(0, 3))
    assert list(agreed([[], [part, whole]])) == [Agreed(part), Agreed(whole)]
    differs, _, kept = agreed([[number(0, 5, value=Decimal(6))], [part, whole]])
    assert isinstance(differs, Issue)
    assert kept == Agreed(replace(part, whole=None))
