from dataclasses import replace
from decimal import Decimal

import pytest

from kg.network import Act, Acts, Scope, Thing

BASE = Act(
    iri="act",
    participant="ana",
    role="lead",
    relation="in",
    target="programme",
    status="done",
    places=("oaxaca",),
    outcomes=("outcome",),
    years=(2021,),
    confidence=Decimal("0.8"),
)
THINGS = {
    "oaxaca": Thing(iri="oaxaca", type="Place", within="mexico"),
    "mexico": Thing(iri="mexico", type="Place", within="oaxaca"),
    "group": Thing(iri="group", type="UnnamedGroup"),
    "own": Thing(iri="own", type="Outcome"),
}


def counts(scope: Scope, **changes: object) -> bool:
    act = replace(BASE, **changes)  # type: ignore[arg-type]  # fields are those of the act
    return scope.select(Acts(acts=(act,), things=THINGS)) == [act]


@pytest.mark.parametrize(
    ("scope", "holds"),
    [
        (Scope(), True),
        (Scope(roles=frozenset({"lead", "host"})), True),
        (Scope(roles=frozenset({"host"})), False),
        (Scope(programmes=frozenset({"programme"})), True),
        (Scope(programmes=frozenset({"outcome"})), False),
        (Scope(outcomes=frozenset({"outcome"})), True),
        (Scope(outcomes=frozenset({"other"})), False),
        (Scope(places=frozenset({"oaxaca"})), True),
        (Scope(places=frozenset({"mexico"})), True),
        (Scope(places=frozenset({"peru"})), False),
        (Scope(years=frozenset({2021, 2022})), True),
        (Scope(years=frozenset({2020})), False),
        (Scope(min_confidence=Decimal("0.8")), True),
        (Scope(min_confidence=Decimal("0.81")), False),
        (Scope(roles=frozenset({"lead"}), years=frozenset({2020})), False),
    ],
)
def test_filters(scope: Scope, holds: bool) -> None:
    assert counts(scope) is holds


@pytest.mark.parametrize("status", ["planned", "negated", "failed"])
def test_what_did_not_happen_is_left_out_unless_wanted(status: str) -> None:
    assert not counts(Scope(), status=status)
    assert counts(Scope(left_out=frozenset()), status=status)


@pytest.mark.parametrize("status", ["", "done", "ongoing", "pending"])
def test_what_happened_or_is_not_said_counts(status: str) -> None:
    assert counts(Scope(), status=status)


@pytest.mark.parametrize("changes", [{"participant": "group"}, {"target": "group"}])
def test_unnamed_groups_are_left_out_unless_wanted(changes: dict[str, str]) -> None:
    assert not counts(Scope(), **changes)
    assert counts(Scope(unnamed=True), **changes)


def test_an_outcome_can_be_what_is_taken_part_in() -> None:
    assert counts(Scope(outcomes=frozenset({"own"})), target="own", outcomes=())


def test_an_act_without_confidence_comes_from_a_table_and_counts() -> None:
    assert counts(Scope(min_confidence=Decimal(1)), confidence=None)
