"""`kg export`: every format parses back to what it was made of."""

from pathlib import Path

import pytest
import rdflib
from rdflib.compare import isomorphic

from kg import exports
from tests.cli.conftest import Run
from tests.cli.test_manners import told

pytestmark = pytest.mark.filterwarnings("ignore:.*is deprecated:DeprecationWarning:rdflib")

PARSERS = {"turtle": "turtle", "rdfxml": "xml", "jsonld": "json-ld", "nquads": "nquads", "trig": "trig"}  # fmt: skip


def parsed(text: str, form: str) -> rdflib.Graph:
    data = rdflib.Dataset(default_union=True)
    data.parse(data=text, format=PARSERS[form])
    graph = rdflib.Graph()
    for triple in data.triples((None, None, None)):
        graph.add(triple)
    return graph


@pytest.mark.parametrize("form", [form.NAME for form in exports.formats()])
def test_every_format_says_the_same(kg: Run, built: Path, form: str) -> None:
    ran = kg("export", "-d", built, "--about", "FAO", "--format", form)
    assert (ran.status, ran.err) == (0, "")
    turtle = kg("export", "-d", built, "--about", "FAO").out
    assert len(parsed(turtle, "turtle")) > 20
    assert isomorphic(parsed(ran.out, form), parsed(turtle, "turtle"))


def test_the_whole_graph_is_that_of_the_build(kg: Run, built: Path) -> None:
    assert kg("export", "-d", built, "--format", "nquads").out == (built / "graph.nq").read_text()
    assert kg("export", "-d", built).out == (built / "graph.ttl").read_text()


def test_a_source_is_exported_by_its_key(kg: Run, built: Path) -> None:
    key = "examples/mexico-2021.txt"
    lines = kg("export", "-d", built, "--source", key, "--format", "nquads").out.splitlines()
    assert lines
    assert all("source/examples%2Fmexico-2021.txt> ." in line for line in lines)


def test_the_answer_of_a_query_is_exported(kg: Run, built: Path, tmp_path: Path) -> None:
    path = tmp_path / "types.rq"
    path.write_text("CONSTRUCT { ?s a ?c } WHERE { ?s a ?c }")
    text = kg("export", "-d", built, "--query", path).out
    assert set(parsed(text, "turtle").predicates()) == {rdflib.RDF.type}


def test_it_says_where_it_wrote(kg: Run, built: Path, tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    ran = kg("export", "-d", built, "-o", path)
    assert (ran.out, ran.err) == ("", f"Wrote {path}.\n")
    assert path.read_bytes() == (built / "graph.ttl").read_bytes()


def test_a_mistake_is_told(kg: Run, built: Path) -> None:
    told(kg("export", "-d", built, "--format", "n3"), 2, "'turtle'", "'jsonld'")
    told(kg("export", "-d", built, "--source", "a", "--about", "b"), 2, "give one of them")
    told(kg("export", "-d", built, "--source", "none.txt"), 2, "none.txt", "kg query sources")
    told(kg("export", "-d", built, "--source", "mexico-2021.txt"), 2, "examples/mexico-2021.txt?")
    told(kg("export", "-d", built, "--about", "nobody at all"), 2, "the graph has no")
    told(kg("export", "-d", built, "--query", "outcomes"), 2, "kg query outcomes")
