import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import UnknownName, UsageError
from kg.exports import Format, Selection, export, find, formats, whole
from kg.terms import RDF
from tests.exports.graphs import ANY_TEXT, HARD, XML_TEXT, lines, selection

ROOT = Path(__file__).resolve().parents[2]
DIGESTS = """
import hashlib, io
from kg.exports import export, formats
from tests.exports.graphs import HARD, selection
for form in formats():
    stream = io.BytesIO()
    export(selection(HARD), form.NAME, stream)
    print(form.NAME, hashlib.sha256(stream.getvalue()).hexdigest())
"""
EACH = pytest.mark.parametrize("form", formats(), ids=lambda form: form.NAME)
QUADS = [form for form in formats() if form.NAME in {"nquads", "trig"}]
pytestmark = pytest.mark.filterwarnings("ignore:.*is deprecated:DeprecationWarning:rdflib")


def written(found: Selection, form: Format) -> bytes:
    stream = io.BytesIO()
    export(found, form.NAME, stream)
    return stream.getvalue()


def quads(found: Selection) -> set[ox.Quad]:
    return set(ox.parse(b"".join(found.chunks()), ox.RdfFormat.N_QUADS))


def triples(found: Selection) -> set[str]:
    return {str(quad.triple) for quad in quads(found)}


def by_oxigraph(data: bytes, form: Format) -> set[ox.Quad]:
    syntax = ox.RdfFormat.from_media_type(form.MEDIA_TYPE)
    return set(ox.parse(data, syntax))


def by_rdflib(data: bytes, form: Format) -> set[str]:
    dataset = rdflib.Dataset()
    dataset.parse(data, format=form.MEDIA_TYPE)
    lines = dataset.serialize(format="nquads")
    return {str(quad.triple) for quad in ox.parse(lines, ox.RdfFormat.N_QUADS)}


def test_formats_are_found_by_listing() -> None:
    assert [form.NAME for form in formats()] == ["jsonld", "nquads", "rdfxml", "trig", "turtle"]


def test_an_unknown_format_names_those_there_are() -> None:
    with pytest.raises(UnknownName, match=r"ttl: there is no such format: .* nquads, .*turtle"):
        find("ttl")


@EACH
def test_the_same_triples_come_back(form: Format) -> None:
    data = written(selection(HARD), form)
    assert {str(quad.triple) for quad in by_oxigraph(data, form)} == triples(selection(HARD))
    assert by_rdflib(data, form) == triples(selection(HARD))


@pytest.mark.parametrize("form", QUADS, ids=lambda form: form.NAME)
def test_graphs_come_back(form: Format) -> None:
    assert by_oxigraph(written(selection(HARD), form), form) == quads(selection(HARD))


@EACH
@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(data=st.data())
def test_any_graph_comes_back(form: Format, data: st.DataObject) -> None:
    found = selection(data.draw(lines(XML_TEXT if form.NAME == "rdfxml" else ANY_TEXT)))
    text = written(found, form)
    assert {str(quad.triple) for quad in by_oxigraph(text, form)} == triples(found)
    assert by_rdflib(text, form) == triples(found)


@EACH
def test_an_empty_graph_is_a_document_too(form: Format) -> None:
    assert by_oxigraph(written(selection([]), form), form) == set()


def test_the_hash_seed_does_not_matter() -> None:
    one, other = (digests(seed) for seed in ("0", "1"))
    assert one == other
    assert len(one.splitlines()) == len(formats())


def digests(seed: str) -> str:
    environment = os.environ | {"PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", DIGESTS]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, check=True)
    return done.stdout.decode()


def test_turtle_reads_well() -> None:
    text = written(selection(HARD), find("turtle")).decode()
    assert "@prefix organisation: <https://w3id.org/okg/id/organisation/> .\n" in text
    assert text.endswith(
        """
<https://w3id.org/okg/id/org/-1> okg:in <mailto:a@b.org> .

<https://w3id.org/okg/id/organisation/MX-1%2F2> a org:Organization ;
    rdfs:label "A \\"b\\" \\\\ c\\r\\nd\\te"@es, "\u2028 \U0001f600 <&>]]>" ;
    okg:role ParticipationRole:lead ;
    okg:truncated true ;
    okg:value 12.5 .

outcome:X_2.1 okg:in org-id:a, <https://w3id.org/okg/id/organisation/MX-1%2F2> .

<https://w3id.org/okg/id/outcome/~.X_2.1.> okg:in <https://w3id.org/okg/id/organisation/MX-1%2F2> .
"""
    )


def test_trig_keeps_the_graphs_apart() -> None:
    text = written(selection(HARD), find("trig")).decode()
    assert text.endswith(
        """
source:a.txt {
    <https://w3id.org/okg/id/organisation/MX-1%2F2> a org:Organization ;
        rdfs:label "A \\"b\\" \\\\ c\\r\\nd\\te"@es, "\u2028 \U0001f600 <&>]]>" ;
        okg:role ParticipationRole:lead .
}

<https://w3id.org/okg/id/source/b%2Fc.txt> {
    <https://w3id.org/okg/id/org/-1> okg:in <mailto:a@b.org> .
    <https://w3id.org/okg/id/organisation/MX-1%2F2> okg:role ParticipationRole:lead ;
        okg:truncated true ;
        okg:value 12.5 .
    outcome:X_2.1 okg:in org-id:a, <https://w3id.org/okg/id/organisation/MX-1%2F2> .
    <https://w3id.org/okg/id/outcome/~.X_2.1.> okg:in <https://w3id.org/okg/id/organisation/MX-1%2F2> .
}
"""
    )


def test_json_ld_is_compact() -> None:
    text = written(selection(HARD), find("jsonld")).decode()
    assert '"organisation": "https://w3id.org/okg/id/organisation/"' in text.splitlines()[0]
    assert '{"@id": "org-id:-1", "okg:in": {"@id": "mailto:a@b.org"}}' in text
    assert '"okg:value": {"@type": "xsd:decimal", "@value": "12.5"}' in text
    assert '"@type": "org:Organization"' in text


def test_json_ld_refuses_an_iri_that_looks_compact() -> None:
    line = f"<urn:x> <{RDF.type}> <geo:12,34> <urn:g> ."
    with pytest.raises(UsageError, match="geo:12,34: JSON-LD would take it for a compact IRI"):
        written(selection([line]), find("jsonld"))


def test_rdf_xml_refuses_what_xml_cannot_carry() -> None:
    line = '<urn:x> <urn:p> "a\\fb" <urn:g> .'
    with pytest.raises(UsageError, match=r"<urn:x>: <urn:p> holds U\+000C"):
        written(selection([line]), find("rdfxml"))


def test_n_quads_are_the_bytes_of_the_build(tmp_path: Path) -> None:
    graph = tmp_path / "graph.nq"
    graph.write_bytes(b"".join(selection(HARD).chunks()))
    assert written(whole(graph), find("nquads")) == graph.read_bytes()


@pytest.mark.system
def test_rapper_reads_turtle_and_counts_the_triples(tmp_path: Path) -> None:
    rapper = shutil.which("rapper")
    if rapper is None:
        pytest.skip("no rapper: install Debian's raptor2-utils")
    path = tmp_path / "graph.ttl"
    path.write_bytes(written(selection(HARD), find("turtle")))
    command = [rapper, "-q", "-i", "turtle", "-o", "ntriples", str(path)]
    done = subprocess.run(command, capture_output=True, check=True)
    assert {str(q.triple) for q in ox.parse(done.stdout, ox.RdfFormat.N_TRIPLES)} == triples(
        selection(HARD)
    )
