from dataclasses import FrozenInstanceError

import networkx as nx
import pytest

from kg.network import Size, annotated, project, tabulate
from tests.network.small import PAGE, acts, iri, network


def test_rows_stand_by_degree_then_strength_then_label() -> None:
    rows = tabulate(network(PAGE)).partners
    assert [row.label for row in rows] == ["Bea", "Unit", "Ana", "Cid", "Dora"]


def test_a_row_says_who_it_is() -> None:
    ana = tabulate(network(PAGE)).partners[2]
    assert (ana.iri, ana.kind, ana.roles) == (iri("ana"), "Organisation", ("funder", "lead"))
    with pytest.raises(FrozenInstanceError):
        ana.label = "x"  # type: ignore[misc]  # that is the test


def test_with_and_without_the_agency() -> None:
    table = tabulate(network(PAGE))
    bea, unit, *_ = table.partners
    assert bea.measures["betweenness"] == 0.5
    assert bea.without["betweenness"] == 0.333333, "six significant digits"
    assert unit.agency
    assert unit.without == {}
    assert table.agencies == ("Unit",)
    assert table.size == Size(partners=5, things=3, acts=8, components=1)
    assert table.size_without == Size(partners=4, things=3, acts=6, components=2)


def test_columns_are_those_of_the_measures() -> None:
    table = tabulate(network(PAGE))
    assert table.columns == tuple(table.partners[0].measures)
    assert "strength.lead" in table.columns


def test_who_is_worked_with_has_the_role_of_the_other_end() -> None:
    rows = {row.label: row for row in tabulate(network("ana lead @bea\n")).partners}
    assert (rows["Ana"].roles, rows["Bea"].roles) == (("lead",), ("partner",))
    assert rows["Bea"].measures["strength.partner"] == 1


def test_who_is_worked_with_has_that_role_in_outcomes_too() -> None:
    data = acts("ana lead @bea\nbea host p1\n", outcomes=(iri("o1"),))
    rows = {row.label: row for row in tabulate(project(data, onto="outcome")).partners}
    assert rows["Bea"].roles == ("host", "partner")


def test_nothing_makes_an_empty_table() -> None:
    table = tabulate(nx.MultiDiGraph())
    assert table.partners == ()
    assert table.columns == ()
    assert table.size == Size(partners=0, things=0, acts=0, components=0)


def test_measures_become_node_attributes() -> None:
    data = network(PAGE)
    found = annotated(data, tabulate(data))
    assert found.nodes[iri("bea")]["betweenness"] == 0.5
    assert found.nodes[iri("bea")]["betweenness.without"] == 0.333333
    assert "betweenness" not in found.nodes[iri("p1")]
    assert "betweenness" not in data.nodes[iri("bea")], "the network itself is as it was"
