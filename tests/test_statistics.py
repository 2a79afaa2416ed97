from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.statistics import Statistics, count
from kg.terms import RDF

TERMS = st.sampled_from(["<a:1>", "<a:2>", "<a:10>", '"x <y> ."@en', '"1"^^<a:d>'])
IRIS = st.sampled_from(["<a:1>", "<a:2>", f"<{RDF.type}>"])


def written(folder: Path, quads: set[tuple[str, str, str, str]]) -> Path:
    path = folder / "graph.nq"
    path.write_text("".join(sorted(f"{' '.join(quad)} .\n" for quad in quads)))
    return path


def test_by_hand(tmp_path: Path) -> None:
    quads = {
        ("<a:s>", f"<{RDF.type}>", "<a:C>", "<g:1>"),
        ("<a:s>", f"<{RDF.type}>", "<a:C>", "<g:2>"),
        ("<a:s>", f"<{RDF.type}>", "<a:D>", "<g:1>"),
        ("<a:s>", "<a:p>", '"a <b> c"', "<g:1>"),
        ("<a:t>", f"<{RDF.type}>", "<a:C>", "<g:1>"),
    }
    assert count(written(tmp_path, quads)) == Statistics(
        quads=5,
        triples=4,
        entities=2,
        graphs=2,
        classes={"a:C": 2, "a:D": 1},
        properties={"a:p": 1, RDF.type: 3},
    )


def test_nothing(tmp_path: Path) -> None:
    assert count(written(tmp_path, set())) == Statistics()


@given(st.sets(st.tuples(IRIS, IRIS, TERMS, st.sampled_from(["<g:1>", "<g:2>"]))))
def test_counts_are_those_of_sets(
    tmp_path_factory: pytest.TempPathFactory, quads: set[tuple[str, str, str, str]]
) -> None:
    found = count(written(tmp_path_factory.mktemp("graph"), quads))
    triples = {quad[:3] for quad in quads}
    assert (found.quads, found.triples) == (len(quads), len(triples))
    assert found.entities == len({subject for subject, *_ in triples})
    assert sum(found.properties.values()) == len(triples)
    assert found.graphs == len({graph for *_, graph in quads})
    of_type = {(s, o) for s, p, o in triples if p == f"<{RDF.type}>"}
    assert sum(found.classes.values()) == len(of_type)
