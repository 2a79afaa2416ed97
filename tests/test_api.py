"""The Python face answers rdflib, NetworkX and rows of one build."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import networkx as nx
import pytest
import rdflib

import kg
from kg.errors import QueryError, UnknownName, UsageError
from kg.validate import Severity

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> kg.KnowledgeGraph:
    return kg.build([EXAMPLES], tmp_path_factory.mktemp("api") / "out")


def test_a_graph_without_a_folder_lives_as_long_as_its_answer() -> None:
    built = kg.build([EXAMPLES / "mexico-programmes.xml"])
    folder = built.folder
    assert (folder / "graph.nq").is_file()
    assert built._temporary is not None
    built._temporary.cleanup()
    assert not folder.exists()


@pytest.mark.parametrize("form", [str, Path])
def test_one_source_may_be_given_alone(form: Callable[[Path], str | Path], tmp_path: Path) -> None:
    built = kg.build(form(EXAMPLES / "mexico-programmes.xml"), tmp_path / "out")
    assert len(built.query("sources")) == 1


def test_the_graph_is_an_rdflib_graph(graph: kg.KnowledgeGraph) -> None:
    okg = rdflib.Namespace("https://w3id.org/okg/ontology#")
    assert len(set(graph.graph().subjects(rdflib.RDF.type, okg.Narrative))) >= 5


def test_the_data_set_has_a_graph_a_source(graph: kg.KnowledgeGraph) -> None:
    names = {str(context.identifier) for context in graph.dataset().graphs()}
    assert {name for name in names if "/source/" in name} == {
        "https://w3id.org/okg/id/source/examples%2Fmexico-2021.txt",
        "https://w3id.org/okg/id/source/examples%2Fmexico-programmes.xml",
    }


def test_rows_have_python_values(graph: kg.KnowledgeGraph) -> None:
    rows = graph.query("outcomes")
    assert [row["year"] for row in rows] == [2021] * 5
    assert [row["truncated"] for row in rows] == [False] * 4 + [True]


def test_every_row_has_every_column(graph: kg.KnowledgeGraph) -> None:
    rows = graph.query("measurements")
    assert len({tuple(row) for row in rows}) == 1
    assert any(row["currency"] is None for row in rows)


def test_every_quote_is_the_slice_it_points_at(graph: kg.KnowledgeGraph) -> None:
    text = (EXAMPLES / "mexico-2021.txt").read_bytes().decode()
    rows = [row for row in graph.query("mentions") if row["document"] == "mexico-2021.txt"]
    assert rows
    assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)


@pytest.mark.parametrize(
    "name", ["Instituto Nacional de las Mujeres", "Gobierno del Estado de Jalisco"]
)
def test_the_partner_in_prose_and_in_xml_is_one_thing(graph: kg.KnowledgeGraph, name: str) -> None:
    rows = graph.query("participations", participant=name)
    assert {row["document"] for row in rows} == {"mexico-2021.txt", "mexico-programmes.xml"}
    assert len({row["organisationEntity"] for row in rows}) == 1


def test_sparql_can_be_given_as_text(graph: kg.KnowledgeGraph) -> None:
    assert graph.query("SELECT (1 AS ?n) {}") == [{"n": 1}]
    assert len(graph.construct("CONSTRUCT { ?s a ?c } WHERE { ?s a ?c }")) > 0


def test_the_network_is_a_networkx_graph(graph: kg.KnowledgeGraph) -> None:
    assert isinstance(graph.network(), nx.MultiDiGraph)


def test_a_thing_is_explained_by_quotes(graph: kg.KnowledgeGraph) -> None:
    found = graph.explain("FAO")
    assert any("FAO" in fact.quote for fact in found.facts)


def test_the_graph_conforms_but_for_hints(graph: kg.KnowledgeGraph) -> None:
    assert {finding.severity for finding in graph.validate().findings} <= {Severity.INFO}


def test_mistakes_are_said(graph: kg.KnowledgeGraph) -> None:
    with pytest.raises(UnknownName, match="did you mean outcomes"):
        graph.query("outcome")
    with pytest.raises(UnknownName, match="no organisation"):
        graph.query("participations", participant="Nobody At All")
    with pytest.raises(QueryError, match="construct"):
        graph.query("CONSTRUCT { ?s a ?c } WHERE { ?s a ?c }")


def test_a_build_can_be_opened_again(graph: kg.KnowledgeGraph) -> None:
    assert kg.open(graph.folder).query("outcomes") == graph.query("outcomes")


def test_numbers_and_dates_may_be_values(graph: kg.KnowledgeGraph) -> None:
    assert len(graph.query("outcomes", inYear=2021)) == 5
    assert graph.query("outcomes", inYear=[2019, 2020]) == []
    every = graph.query("mentions")
    assert graph.query("mentions", minConfidence=0) == every
    sure = graph.query("mentions", minConfidence=0.9)
    assert 0 < len(sure) <= len(every)
    assert graph.query("mentions", minConfidence=Decimal("0.9")) == sure


@pytest.mark.parametrize("value", [True, date(2021, 1, 1), 1.5, Decimal("NaN"), 7.0])
def test_a_value_of_another_type_is_told(graph: kg.KnowledgeGraph, value: bool | float) -> None:
    with pytest.raises(QueryError, match="give a whole number"):
        graph.query("outcomes", inYear=value)


@pytest.mark.parametrize("value", [None, b"2021", {}.keys, [None], object()])
def test_what_is_no_value_is_told(graph: kg.KnowledgeGraph, value: str) -> None:
    with pytest.raises(UsageError, match=r"query: inYear: .*give text, a number, a date"):
        graph.query("outcomes", inYear=value)


@pytest.mark.parametrize("sources", [5, [5], None])
def test_what_is_no_source_is_told(sources: str) -> None:
    with pytest.raises(UsageError, match=r"build: (5|None): give"):
        kg.build(sources)


def test_all_public_names_are_listed() -> None:
    assert set(kg.__all__) <= set(dir(kg))
    assert kg.__version__
