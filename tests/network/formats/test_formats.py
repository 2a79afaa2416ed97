import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UnknownName
from kg.network import Acts, annotated, project, tabulate, ties
from kg.network.formats import Format, find, formats
from tests.network.small import PAGE, iri, network

ROOT = Path(__file__).resolve().parents[3]
DIGESTS = """
import hashlib
from kg.network import annotated, tabulate, ties
from kg.network.formats import formats
from tests.network.small import PAGE, network
data = network(PAGE, years=(2021, 2019), evidence=("e1", "e2"))
for found in (annotated(data, tabulate(data)), ties(data)):
    for form in formats():
        print(form.NAME, hashlib.sha256(form.write(found)).hexdigest())
"""


def full() -> "nx.MultiDiGraph[str]":
    data = network(PAGE, years=(2021, 2019), evidence=("e1", "e2"))
    return annotated(data, tabulate(data))


def read_back(name: str, data: bytes) -> "nx.Graph[str]":
    match name:
        case "gexf":
            return nx.read_gexf(io.BytesIO(data), version="1.3")
        case "graphml":
            return nx.read_graphml(io.BytesIO(data), force_multigraph=True)
        case _:
            return nx.node_link_graph(json.loads(data), edges="edges")


def test_formats_are_found_by_listing() -> None:
    assert [form.NAME for form in formats()] == [
        "edges-csv",
        "gexf",
        "graphml",
        "node-link",
        "nodes-csv",
    ]
    assert find("gexf").MEDIA_TYPE == "application/gexf+xml"


def test_an_unknown_format_names_those_there_are() -> None:
    with pytest.raises(UnknownName, match=r"gefx: there is no such format: choose one of .*gexf"):
        find("gefx")


def test_the_hash_seed_does_not_matter() -> None:
    one, other = (digests(seed) for seed in ("0", "1"))
    assert one == other
    assert len(one.splitlines()) == 2 * len(formats())


def digests(seed: str) -> str:
    environment = os.environ | {"PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", DIGESTS]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, check=True)
    return done.stdout.decode()


@pytest.mark.parametrize("name", ["gexf", "graphml", "node-link"])
def test_nodes_edges_and_attributes_come_back(name: str) -> None:
    data = full()
    found = read_back(name, find(name).write(data))
    assert set(found) == set(data)
    assert found.nodes[iri("bea")]["betweenness"] == 0.5
    assert found.nodes[iri("bea")]["partner"] is True
    assert found.nodes[iri("bea")]["degree"] == 2
    roles = sorted((one, other, edge["role"]) for one, other, edge in found.edges(data=True))
    assert roles == sorted((one, other, edge["role"]) for one, other, edge in data.edges(data=True))


@pytest.mark.parametrize("name", ["graphml", "node-link"])
def test_edges_keep_the_iri_of_their_act(name: str) -> None:
    data = full()
    found = read_back(name, find(name).write(data))
    assert isinstance(found, nx.MultiDiGraph)
    assert {key for *_, key in found.edges(keys=True)} == {key for *_, key in data.edges(keys=True)}


@pytest.mark.parametrize("name", ["gexf", "graphml", "node-link"])
def test_ties_between_partners_too(name: str) -> None:
    data = ties(network(PAGE))
    found = read_back(name, find(name).write(data))
    weights = [edge["weight"] for *_, edge in found.edges(data=True)]
    assert sorted(weights) == sorted(edge["weight"] for *_, edge in data.edges(data=True))


@pytest.mark.parametrize("form", formats(), ids=lambda form: form.NAME)
def test_nothing_is_written_too(form: Format) -> None:
    assert form.write(project(Acts(acts=())))


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=20))
def test_any_label_can_be_written(label: str) -> None:
    data = network("ana lead p1\n")
    data.nodes[iri("ana")]["label"] = label
    for form in formats():
        form.write(data)
    back = read_back("node-link", find("node-link").write(data))
    assert back.nodes[iri("ana")]["label"] == label
    read_back("gexf", find("gexf").write(data))
    read_back("graphml", find("graphml").write(data))


def test_nodes_as_a_table() -> None:
    rows = list(csv.DictReader(io.StringIO(find("nodes-csv").write(full()).decode())))
    bea = next(row for row in rows if row["Label"] == "Bea")
    assert (bea["Id"], bea["kind"], bea["betweenness"]) == (iri("bea"), "Organisation", "0.5")
    assert len(rows) == 8


def test_edges_as_a_table() -> None:
    rows = list(csv.DictReader(io.StringIO(find("edges-csv").write(full()).decode())))
    first = rows[0]
    assert (first["SourceLabel"], first["TargetLabel"], first["role"]) == ("Ana", "P1", "lead")
    assert (first["Type"], first["evidence"], first["years"]) == (
        "Directed",
        "e1 | e2",
        "2021 | 2019",
    )
    assert first["Id"].endswith("participation/01")
    undirected = csv.DictReader(io.StringIO(find("edges-csv").write(ties(full())).decode()))
    assert {(row["Type"], "Id" in row) for row in undirected} == {("Undirected", False)}


def test_numbers_have_six_digits() -> None:
    data = ties(network("a lead p1\nb lead p1\nc lead p1\nd lead p1\n"))
    for name in ("edges-csv", "gexf", "graphml", "node-link"):
        text = find(name).write(data).decode()
        assert "0.333333" in text
        assert "0.3333333" not in text


def test_the_network_itself_is_as_it_was() -> None:
    data, same = full(), full()
    for form in formats():
        form.write(data)
    assert list(data.nodes(data=True)) == list(same.nodes(data=True))
    assert list(data.edges(data=True)) == list(same.edges(data=True))
