from kg.network import without_agencies
from kg.network.measures.components import measure
from tests.network.small import PAGE, iri, network


def test_by_hand() -> None:
    found = measure(network(PAGE))
    assert {(row["component"], row["reach"]) for row in found.values()} == {(1, 4)}


def test_without_the_agency_it_falls_apart() -> None:
    found = measure(without_agencies(network(PAGE)))
    assert found[iri("cid")] == {"component": 1, "reach": 2}
    assert found[iri("dora")] == {"component": 2, "reach": 0}


def test_parts_of_one_size_are_numbered_by_their_first_partner() -> None:
    found = measure(network("bea x p1\nana x p2\n"))
    assert [found[iri(name)]["component"] for name in ("ana", "bea")] == [1, 2]
