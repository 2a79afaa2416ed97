"""Random shapes over random graphs: the engine finds what pySHACL finds."""

import tempfile
from pathlib import Path

import pyoxigraph as ox
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.validate import Shapes
from tests.validate import compare

PREFIXES = """@prefix : <https://example.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
NODES = (":a", ":b", ":c", ":d")
CLASSES = (":C", ":D")
WORDS = ('"x"', '"xy"@en', '"y"@en', '"z"@es')
PATHS = (
    ":k", ":w", ":n", "( :k :n )", "[ sh:inversePath :k ]", "[ sh:zeroOrMorePath :k ]",
    "[ sh:alternativePath ( :w :n ) ]", "( [ sh:oneOrMorePath :k ] :w )",
)  # fmt: skip

triples = st.one_of(
    st.tuples(st.sampled_from(NODES), st.just("a"), st.sampled_from(CLASSES)),
    st.tuples(st.sampled_from(NODES), st.just(":k"), st.sampled_from(NODES)),
    st.tuples(st.sampled_from(NODES), st.sampled_from((":n", ":m")), st.integers(0, 3).map(str)),
    st.tuples(st.sampled_from(NODES), st.just(":w"), st.sampled_from(WORDS)),
)
graphs = st.lists(triples, max_size=14).map(
    lambda found: (
        PREFIXES + ":D rdfs:subClassOf :C .\n" + "".join(f"{' '.join(t)} .\n" for t in found)
    )
)

values = st.one_of(
    st.sampled_from(CLASSES).map("sh:class {}".format),
    st.sampled_from(("xsd:integer", "xsd:string")).map("sh:datatype {}".format),
    st.sampled_from(("sh:IRI", "sh:Literal")).map("sh:nodeKind {}".format),
    st.integers(0, 3).map("sh:minInclusive {}".format),
    st.integers(0, 3).map("sh:maxExclusive {}".format),
    st.integers(1, 2).map("sh:maxLength {}".format),
    st.sampled_from(("^x", "1")).map('sh:pattern "{}"'.format),
    st.lists(st.sampled_from((*NODES, *WORDS, "1")), min_size=1, max_size=4).map(
        lambda members: f"sh:in ( {' '.join(members)} )"
    ),
    st.sampled_from((*NODES, *WORDS, "1")).map("sh:hasValue {}".format),
    st.sampled_from((":k", ":n")).map("sh:disjoint {}".format),
    st.sampled_from((":k", ":m")).map("sh:equals {}".format),
)
counts = st.one_of(
    st.integers(0, 2).map("sh:minCount {}".format),
    st.integers(0, 2).map("sh:maxCount {}".format),
    st.just("sh:uniqueLang true"),
    st.just('sh:languageIn ( "en" )'),
)


def grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Answer constraints that refer to inner shapes."""
    boxed = inner.map("[ {} ]".format)
    listed = st.lists(boxed, min_size=1, max_size=3).map(" ".join)
    return st.one_of(
        boxed.map("sh:not {}".format),
        boxed.map("sh:node {}".format),
        listed.map("sh:or ( {} )".format),
        listed.map("sh:and ( {} )".format),
        listed.map("sh:xone ( {} )".format),
        st.tuples(st.sampled_from(PATHS), boxed, st.integers(0, 2)).map(
            lambda t: (
                f"sh:property [ sh:path {t[0]} ; sh:qualifiedValueShape {t[1]} ; sh:qualifiedMinCount {t[2]} ]"
            )
        ),
        st.tuples(st.sampled_from(PATHS), inner).map(
            lambda t: f"sh:property [ sh:path {t[0]} ; sh:node [ {t[1]} ] ]"
        ),
    )


properties = st.tuples(st.sampled_from(PATHS), st.one_of(values, counts)).map(
    lambda t: f"sh:property [ sh:path {t[0]} ; {t[1]} ]"
)
constraints = st.recursive(st.one_of(values, properties), grown, max_leaves=4)
targets = st.sampled_from(
    (
        "sh:targetClass :C",
        "sh:targetClass :D",
        "sh:targetSubjectsOf :k",
        "sh:targetObjectsOf :k",
        "sh:targetNode :a, :z",
    )
)
shapes = st.lists(st.tuples(targets, constraints), min_size=1, max_size=3).map(
    lambda found: (
        PREFIXES
        + "".join(
            f":S{i} a sh:NodeShape ; {target} ; {body} .\n"
            for i, (target, body) in enumerate(found)
        )
    )
)


@settings(max_examples=80, deadline=None)
@given(graph=graphs, shape=shapes)
def test_the_engine_finds_what_pyshacl_finds(graph: str, shape: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "shapes.ttl").write_text(shape, encoding="utf-8")
        loaded = Shapes.load([Path(name)])
    data = ox.Store()
    data.load(graph.encode(), format=ox.RdfFormat.TURTLE)
    assert compare.ours(data, loaded) == compare.theirs(data, loaded)
