from importlib.resources import files
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg import store
from kg.errors import UnknownName
from kg.exports import about, constructed, of_source, whole
from kg.store import Store

X = "https://example.org/"
QUERIES = sorted(path.name for path in files("kg.exports").joinpath("about").iterdir())


@pytest.fixture(scope="module")
def index() -> Store:
    return store.in_memory(Path(__file__).parent / "thing.trig")


@pytest.fixture
def graph(index: Store, tmp_path: Path) -> Path:
    lines = ox.serialize(index.quads, format=ox.RdfFormat.N_QUADS)
    assert lines is not None
    path = tmp_path / "graph.nq"
    path.write_bytes(b"".join(sorted(lines.splitlines(keepends=True))))
    return path


def subjects(index: Store, thing: str) -> set[str]:
    found = about(index, X + thing).statements()
    return {subject.decode().strip("<>").removeprefix(X) for subject, *_ in found}


def test_the_whole_is_the_file_in_blocks_of_lines(
    graph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.exports._selection._BLOCK_BYTES", 100)
    chunks = list(whole(graph).chunks())
    assert len(chunks) > 5
    assert all(chunk.endswith(b"\n") for chunk in chunks)
    assert b"".join(chunks) == graph.read_bytes()


def test_one_source_is_its_graph(graph: Path, index: Store) -> None:
    found = list(of_source(graph, index, "in/copy.txt").statements())
    assert {subject for subject, *_ in found} == {f"<{X}act>".encode(), f"<{X}copy>".encode()}
    assert {name for *_, name in found} == {f"<{X}copy>".encode()}


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("in/pages.txt", "did you mean in/page.txt"),
        ("copy.txt", "did you mean in/copy.txt"),
        ("nope", "kg query sources lists them"),
    ],
)
def test_an_unknown_source_names_the_nearest(
    graph: Path, index: Store, key: str, hint: str
) -> None:
    with pytest.raises(UnknownName, match=f"export: {key}: no such source: {hint}"):
        of_source(graph, index, key)


def test_a_thing_comes_with_its_facts_their_evidence_and_labels(index: Store) -> None:
    assert subjects(index, "ana") == {
        "ana",
        "activity",
        "act",
        "evidence",
        "selector",
        "narrative",
        "page",
        "care",
        "lead",
        "mexico",
    }


def test_labels_of_what_is_near_but_not_what_it_says(index: Store) -> None:
    found = {
        statement[1]
        for statement in about(index, f"{X}ana").statements()
        if b"mexico" in statement[0]
    }
    assert not any(b"within" in predicate for predicate in found)
    assert any(b"label" in predicate for predicate in found)


def test_an_outcome_comes_with_what_its_narratives_say(index: Store) -> None:
    assert {"narrative", "act", "evidence", "selector", "page"} <= subjects(index, "outcome")


def test_a_fact_comes_with_its_evidence(index: Store) -> None:
    assert {"act", "evidence", "selector", "narrative", "ana"} <= subjects(index, "act")


def test_an_activity_comes_with_its_parts_and_theirs_but_not_with_other_activities(
    index: Store,
) -> None:
    assert subjects(index, "activity") == {
        "activity",
        "result",
        "indicator",
        "period",
        "relation",
        "ana",
    }


def test_every_triple_keeps_its_graphs(index: Store) -> None:
    found = about(index, f"{X}ana").statements()
    graphs = {s[3] for s in found if s[0].endswith(b"/act>") and s[1].endswith(b"#participant>")}
    assert graphs == {f"<{X}page>".encode(), f"<{X}copy>".encode()}


def test_a_thing_that_is_not_there(index: Store) -> None:
    with pytest.raises(UnknownName, match=f"{X}nobody: the graph has no such thing"):
        about(index, f"{X}nobody")


@pytest.mark.parametrize("query", QUERIES)
def test_queries_give_the_same_triples_in_another_engine(query: str, index: Store) -> None:
    text = files("kg.exports").joinpath("about", query).read_text(encoding="utf-8")
    bound = text.replace("UNDEF", f"<{X}ana>")
    turtle = ox.serialize((quad.triple for quad in index.quads), format=ox.RdfFormat.TURTLE)
    theirs = rdflib.Graph().parse(turtle).query(bound).graph
    assert theirs is not None
    lines = theirs.serialize(format="nt")
    answer = index.quads.query(bound, use_default_graph_as_union=True)
    assert isinstance(answer, ox.QueryTriples)
    assert set(answer) == {quad.triple for quad in ox.parse(lines, ox.RdfFormat.N_TRIPLES)}
    assert theirs


def test_a_constructed_graph_is_in_no_graph_and_its_blank_nodes_have_canonical_names() -> None:
    def triples() -> list[ox.Triple]:
        said = ox.NamedNode(f"{X}says")
        return [ox.Triple(ox.BlankNode(), said, ox.Literal(text)) for text in ("a <x:y>", "b")]

    one, other = (b"".join(constructed(triples()).chunks()) for _ in range(2))
    assert one == other
    statements = list(constructed(triples()).statements())
    assert {(term, graph) for *_, term, graph in statements} == {(b'"a <x:y>"', b""), (b'"b"', b"")}
