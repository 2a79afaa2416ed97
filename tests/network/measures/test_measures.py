from pathlib import Path

import networkx as nx
import pytest

from kg.network.measures import Measure, measure, measures
from tests.network.small import PAGE, network


@pytest.mark.parametrize("family", measures(), ids=lambda family: family.NAME)
def test_every_family_has_its_hand_computed_tests(family: Measure) -> None:
    module = family.__name__.rpartition(".")[2]  # type: ignore[attr-defined]
    assert (Path(__file__).parent / f"test_{module}.py").is_file()


@pytest.mark.parametrize("family", measures(), ids=lambda family: family.NAME)
def test_every_family_says_its_definition_and_source(family: Measure) -> None:
    text = family.measure.__doc__ or ""
    assert "Source:" in text
    assert "eight" in text, "what weight means"


@pytest.mark.parametrize("family", measures(), ids=lambda family: family.NAME)
def test_every_family_answers_for_every_partner_under_its_columns(family: Measure) -> None:
    found = family.measure(network(PAGE))
    assert len(found) == 5
    for values in found.values():
        assert set(values) >= set(family.COLUMNS)
        assert {name.partition(".")[0] for name in values} <= set(family.COLUMNS)


@pytest.mark.parametrize("family", measures(), ids=lambda family: family.NAME)
def test_nothing_has_no_measures(family: Measure) -> None:
    assert family.measure(nx.MultiDiGraph()) == {}


def test_columns_come_in_the_declared_order() -> None:
    (values, *_) = measure(network(PAGE)).values()
    assert list(values)[:3] == ["degree", "strength", "share"]
    assert list(values)[-1] == "orphanedOutcomes"
