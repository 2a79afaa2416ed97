from collections.abc import Iterable

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.network import Acts, Scope, Thing, partners, project, sharing, ties, without_agencies
from tests.network.small import PAGE, acts, iri, network


def names(found: Iterable[str]) -> list[str]:
    return [node.rpartition("/")[2] for node in found]


def test_every_act_is_an_edge_with_its_fields() -> None:
    found = network(PAGE, years=(2021,), evidence=("e1", "e2"), status="done")
    assert isinstance(found, nx.MultiDiGraph)
    assert found.number_of_edges() == 8
    edge = found.edges[iri("ana"), iri("p1"), "https://w3id.org/okg/id/participation/01"]
    assert (edge["role"], edge["years"], edge["evidence"]) == ("lead", (2021,), ("e1", "e2"))
    assert edge["counterpart"] == iri("p1")


def test_nodes_say_what_they_are() -> None:
    nodes = network(PAGE).nodes
    assert nodes[iri("p1")] == {
        "label": "P1",
        "kind": "Programme",
        "country": "",
        "classification": "",
        "agency": False,
        "partner": False,
    }
    assert nodes[iri("unit")]["agency"]
    assert nodes[iri("ana")]["partner"]


def test_order_of_acts_does_not_matter() -> None:
    data = acts(PAGE)
    turned = Acts(acts=data.acts[::-1], things=data.things, agencies=data.agencies)
    one, other = project(data), project(turned)
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(keys=True, data=True)) == list(other.edges(keys=True, data=True))


def test_newman_weights_and_what_is_shared() -> None:
    # p1 is shared by three (1/2 a pair), p2 and p3 by two (1 a pair).
    found = ties(network(PAGE + "cid partner p1\n"))
    # now p1 is shared by four (1/3 a pair), and bea and cid share p2 as well
    edge = found.edges[iri("bea"), iri("cid")]
    assert edge["weight"] == pytest.approx(1 / 3 + 1)
    assert edge["distance"] == pytest.approx(1 / (1 / 3 + 1))
    assert edge["shared"] == (iri("p1"), iri("p2"))
    assert found.edges[iri("ana"), iri("unit")]["weight"] == pytest.approx(1 / 3)
    assert not found.has_edge(iri("ana"), iri("dora"))


def test_several_acts_in_one_programme_share_it_once() -> None:
    found = ties(network(PAGE))
    assert found.edges[iri("ana"), iri("bea")]["weight"] == pytest.approx(1 / 2)


def test_working_together_is_shared_once_and_has_no_programme() -> None:
    found = network("ana partner @bea\nbea partner @ana\n")
    assert list(sharing(found)) == [(iri("ana"), iri("bea"))]
    edge = ties(found).edges[iri("ana"), iri("bea")]
    assert (edge["weight"], edge["shared"]) == (1, ())
    assert names(partners(found)) == ["ana", "bea"]


def test_a_network_that_acts_is_tied_to_its_members() -> None:
    found = network("ana member n1\nbea member n1\nn1 lead p1\n")
    assert sharing(found)[(iri("n1"),)] == {iri("ana"), iri("bea"), iri("n1")}
    assert ties(found).edges[iri("ana"), iri("n1")]["weight"] == pytest.approx(1 / 2)


def test_a_network_that_never_acts_is_only_shared() -> None:
    found = network("ana member n1\nbea member n1\n")
    assert names(partners(found)) == ["ana", "bea"]


def test_without_the_agency_nobody_is_left_alone_with_nothing() -> None:
    rest = without_agencies(network(PAGE + "unit lead p9\n"))
    assert names(rest) == ["ana", "bea", "cid", "dora", "p1", "p2", "p3"]
    assert rest.number_of_edges() == 6


@pytest.mark.parametrize(
    ("fold", "nodes", "acts_left"),
    [(True, ["ana", "p1", "unit"], 2), (False, ["ana", "office", "p1", "unit"], 3)],
)
def test_offices_are_folded_into_their_agency_or_apart(
    fold: bool, nodes: list[str], acts_left: int
) -> None:
    data = acts("office lead p1\nana partner p1\noffice partner @unit\n")
    office = Thing(iri=iri("office"), type="Organisation", agency=iri("unit"))
    data = Acts(acts=data.acts, things={**data.things, office.iri: office}, agencies=data.agencies)
    found = project(data, Scope(fold_offices=fold))
    assert names(found) == nodes
    assert found.number_of_edges() == acts_left
    rest = without_agencies(found)
    assert names(rest) == ["ana", "p1"], "an office of the agency goes with it"


def test_onto_outcomes_ties_those_reported_under_one() -> None:
    lines = "ana lead p1\nbea partner @cid\ndora lead o9\n"
    found = project(acts(lines, outcomes=(iri("o1"),)), onto="outcome")
    assert sharing(found) == {
        (iri("o1"),): {iri("ana"), iri("bea"), iri("cid"), iri("dora")},
        (iri("o9"),): {iri("dora")},
    }
    roles = {one.rpartition("/")[2]: edge["role"] for one, _, edge in found.edges(data=True)}
    assert roles == {"ana": "lead", "bea": "partner", "cid": "", "dora": "lead"}


def test_onto_places_ties_those_who_act_in_one() -> None:
    found = project(acts("ana lead p1\nbea lead p2\n", places=("x/MX", "x/US")), onto="place")
    assert names(partners(found)) == ["ana", "bea"]
    assert ties(found).edges[iri("ana"), iri("bea")]["shared"] == ("x/MX", "x/US")


def test_folding_keeps_what_the_source_said() -> None:
    data = acts("office lead p1\n")
    office = Thing(iri=iri("office"), agency=iri("unit"))
    found = project(Acts(acts=data.acts, things={office.iri: office}))
    ((one, _, edge),) = found.edges(data=True)
    assert (one, edge["participant"]) == (iri("unit"), iri("office"))


pairs = st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from("123")), max_size=12)


@given(pairs)
def test_strength_of_ties_counts_what_is_shared_with_somebody(found: list[tuple[str, str]]) -> None:
    # Newman: the weights of a partner sum to the number of things it shares with others.
    data = network("".join(f"x{who} partner p{what}\n" for who, what in found))
    shared = [sharers for sharers in sharing(data).values() if len(sharers) > 1]
    for partner in partners(data):
        expected = sum(partner in sharers for sharers in shared)
        assert ties(data).degree(partner, weight="weight") == pytest.approx(expected)


@given(pairs)
def test_nothing_is_lost_between_acts_and_network(found: list[tuple[str, str]]) -> None:
    data = acts("".join(f"x{who} partner p{what}\n" for who, what in found))
    edges = project(data).edges(keys=True, data=True)
    assert {
        (key, edge["participant"], edge["counterpart"], edge["role"]) for *_, key, edge in edges
    } == {(act.iri, act.participant, act.target, act.role) for act in data.acts}
