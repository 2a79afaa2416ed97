from kg.network import without_agencies
from kg.network.measures import Measured
from kg.network.measures.articulation import measure
from tests.network.small import PAGE, iri, network


def column(found: Measured, name: str) -> dict[str, object]:
    return {partner.rpartition("/")[2]: row[name] for partner, row in found.items()}


def test_by_hand() -> None:
    # without bea, cid is cut off; without unit, dora is
    found = measure(network(PAGE))
    assert column(found, "articulation") == {
        "ana": False,
        "bea": True,
        "cid": False,
        "dora": False,
        "unit": True,
    }


def test_a_programme_of_ones_own_is_no_split() -> None:
    found = measure(network("ana x p1\nbea x p1\nana x p2\n"))
    assert column(found, "articulation") == {"ana": False, "bea": False}
    assert column(found, "orphans") == {"ana": 1, "bea": 0}


def test_orphans_without_the_agency() -> None:
    found = measure(without_agencies(network(PAGE)))
    assert column(found, "orphans") == {"ana": 0, "bea": 0, "cid": 0, "dora": 1}


def test_an_outcome_is_orphaned_when_all_its_acts_are_one_partners() -> None:
    found = measure(network("ana x p1\nana x p2\n", outcomes=("o1", "o2")))
    assert column(found, "orphanedOutcomes") == {"ana": 2}
    found = measure(network("ana x p1\nana x @bea\n", outcomes=("o1",)))
    assert column(found, "orphanedOutcomes") == {"ana": 0, "bea": 0}


def test_an_outcome_can_be_what_is_taken_part_in() -> None:
    assert measure(network("ana x o1\n"))[iri("ana")]["orphanedOutcomes"] == 1
