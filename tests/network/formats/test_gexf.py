import time

import pytest
from lxml import etree

from kg.network import ties
from kg.network.formats.gexf import write
from tests.network.small import PAGE, iri, network

NS = {"g": "http://gexf.net/1.3"}


def parsed(lines: str, **fields: object) -> etree._Element:
    return etree.fromstring(write(network(lines, **fields)))


def spans(root: etree._Element, path: str) -> list[tuple[str | None, str | None]]:
    return [(s.get("start"), s.get("end")) for s in root.findall(f"{path}/g:spells/g:spell", NS)]


def test_the_root_is_gexf_1_3_and_names_no_address_to_fetch() -> None:
    root = parsed(PAGE)
    assert root.tag == "{http://gexf.net/1.3}gexf"
    assert root.items() == [("version", "1.3")]
    assert b"schemaLocation" not in write(network(PAGE))


def test_no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    now = write(network(PAGE))
    monkeypatch.setattr(time, "strftime", lambda _: "1999-01-01")
    assert write(network(PAGE)) == now
    assert b"meta" not in now


def test_roles_are_the_kinds_of_parallel_edges() -> None:
    edges = parsed(PAGE).findall(".//g:edge", NS)
    from_ana = [edge for edge in edges if edge.get("source") == iri("ana")]
    assert [(edge.get("kind"), edge.get("label")) for edge in from_ana] == [
        ("lead", "lead"),
        ("funder", "funder"),
    ]
    assert from_ana[0].get("id") == "https://w3id.org/okg/id/participation/01"


def test_years_are_spells_of_edges_and_nodes() -> None:
    root = parsed("ana lead p1\n", years=(2018, 2020, 2021))
    expected = [("2018-01-01", "2018-12-31"), ("2020-01-01", "2021-12-31")]
    assert spans(root, ".//g:edge") == expected
    assert spans(root, ".//g:node") == expected * 2
    graph = root.find("g:graph", NS)
    assert graph is not None
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")


def test_days_go_before_years_and_may_be_open() -> None:
    root = parsed("ana lead p1\n", years=(2019,), start="2019-03-08")
    assert spans(root, ".//g:edge") == [("2019-03-08", None)]


def test_without_dates_the_graph_is_static() -> None:
    graph = parsed(PAGE).find("g:graph", NS)
    assert graph is not None
    assert graph.get("mode") == "static"


def test_a_node_with_an_edge_of_no_date_is_always_there() -> None:
    data = network("ana lead p1\nbea lead p1\n", years=(2021,))
    data.edges[iri("bea"), iri("p1"), "https://w3id.org/okg/id/participation/01"]["years"] = ()
    root = etree.fromstring(write(data))
    with_spells = {
        n.get("label") for n in root.findall(".//g:node", NS) if n.find("g:spells", NS) is not None
    }
    assert with_spells == {"Ana"}


def test_ties_are_undirected_and_weighted() -> None:
    root = etree.fromstring(write(ties(network(PAGE))))
    graph = root.find("g:graph", NS)
    assert graph is not None
    assert graph.get("defaultedgetype") == "undirected"
    assert {edge.get("weight") for edge in root.findall(".//g:edge", NS)} == {"0.5", "1.0"}
