import pytest

from kg.network.measures.degree import measure
from tests.network.small import PAGE, iri, network


def test_by_hand() -> None:
    # unit: p1, p3; ana: p1 twice; bea: p1, p2; three programmes in all
    found = measure(network(PAGE))
    assert found[iri("unit")]["degree"] == 2
    assert found[iri("ana")]["degree"] == 1
    assert found[iri("ana")]["strength"] == 2
    assert found[iri("bea")]["share"] == pytest.approx(2 / 3)


def test_by_role() -> None:
    found = measure(network(PAGE + "ana lead p1\n"))
    ana = found[iri("ana")]
    assert (ana["degree.lead"], ana["strength.lead"]) == (1, 2)
    assert (ana["degree.funder"], ana["strength.funder"]) == (1, 1)
    assert (ana["degree.implementer"], ana["strength.implementer"]) == (0, 0)


def test_who_is_worked_with_counts_under_the_role_of_the_other_end() -> None:
    found = measure(network("ana lead @bea\n"))
    assert found[iri("bea")] == {
        "degree": 1,
        "strength": 1,
        "share": 1.0,
        "degree.lead": 0,
        "strength.lead": 0,
        "degree.partner": 1,
        "strength.partner": 1,
    }
