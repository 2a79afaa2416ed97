import networkx as nx
import pytest

from kg.network.measures import Measured, betweenness
from kg.network.measures.betweenness import caution, measure
from kg.network.projection import partners
from kg.network.sharing import affiliation
from tests.network.small import PAGE, iri, network


def value(found: Measured, name: str) -> float:
    return found[iri(name)]["betweenness"]


def test_by_hand() -> None:
    # Of the six pairs of others, bea joins ana-cid, cid-dora, cid-unit; unit joins every pair with dora.
    found = measure(network(PAGE))
    assert value(found, "bea") == pytest.approx(3 / 6)
    assert value(found, "unit") == pytest.approx(3 / 6)
    assert [value(found, name) for name in ("ana", "cid", "dora")] == [0, 0, 0]


def test_two_ways_share_the_path() -> None:
    # ana and cid meet through bea or through dora: half each of the pair ana-cid.
    found = measure(
        network(
            "ana x p1\nbea x p1\nbea x p2\ncid x p2\nana x p3\ndora x p3\ndora x p4\ncid x p4\n"
        )
    )
    assert value(found, "bea") == pytest.approx(0.5 / 3)


def test_more_shared_programmes_make_more_paths() -> None:
    # ana and bea share two programmes, so two of the three shortest paths ana-cid run through bea.
    lines = "ana x p1\nbea x p1\nana x p2\nbea x p2\nbea x p3\ncid x p3\nana x p4\ndora x p4\ndora x p5\ncid x p5\n"
    assert value(measure(network(lines)), "bea") == pytest.approx(2 / 3 / 3)


def test_pairs_without_a_path_count_nothing() -> None:
    found = measure(network("ana x p1\nbea x p1\nbea x p2\ncid x p2\ndora x p9\n"))
    assert value(found, "bea") == pytest.approx(1 / 3)


def test_two_partners_have_nobody_between_them() -> None:
    assert value(measure(network("ana x p1\nbea x p1\n")), "ana") == 0


def test_a_star_of_programmes_gives_its_centre_one() -> None:
    found = measure(network("".join(f"unit x p{i}\nx{i} x p{i}\n" for i in range(6))))
    assert value(found, "unit") == pytest.approx(1)


def test_pivots_are_seeded_and_close(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = "".join(f"x{i} x p{i % 7}\nx{i} x p{i % 5}\n" for i in range(40))
    exact = measure(network(lines))
    monkeypatch.setattr(betweenness, "EXACT_NODES", 10)
    monkeypatch.setattr(betweenness, "PIVOTS", 30)
    assert caution(network(lines)) == "betweenness is estimated from 30 of 40 partners"
    estimate = measure(network(lines))
    assert estimate == measure(network(lines))
    assert estimate != exact
    for partner, values in exact.items():
        assert estimate[partner]["betweenness"] == pytest.approx(values["betweenness"], abs=0.05)


def test_few_partners_are_counted_exactly(monkeypatch: pytest.MonkeyPatch) -> None:
    assert caution(network(PAGE)) == ""
    monkeypatch.setattr(betweenness, "EXACT_NODES", 1)
    assert caution(network(PAGE)) == "", "fewer partners than pivots"


def test_agrees_with_all_pairs_of_networkx() -> None:
    data = network(PAGE)
    paths = dict(nx.all_pairs_all_shortest_paths(affiliation(data)))
    everyone = partners(data)
    for partner in everyone:
        others = [p for p in everyone if p != partner]
        total = sum(
            sum(partner in path for path in paths[one][other]) / len(paths[one][other])
            for i, one in enumerate(others)
            for other in others[i + 1 :]
        )
        assert measure(data)[partner]["betweenness"] == pytest.approx(total / 6)
