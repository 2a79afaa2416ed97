from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.namespace import DCAT, DCTERMS, FOAF, PROV, RDF, RDFS, VOID, XSD
from rdflib.term import Node

from kg.catalog import DataFile, Description, Register, data_file, turtle
from kg.iris import Iris
from kg.statistics import Statistics
from kg.terms import OKG, ORG, SPDX, VCARD

BASE = "https://example.org/data/"
DATASET = rdflib.URIRef(f"{BASE}dataset")
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
SIZES = Statistics(
    quads=9,
    triples=7,
    entities=3,
    graphs=2,
    classes={ORG.Organization: 2, "urn:x:Own": 1},
    properties={OKG.role: 4, OKG.place: 3},
)
FILE = DataFile(name="graph.ttl", media_type="text/turtle", size_bytes=12, sha256="ab" * 32)


def described(**fields: object) -> rdflib.Graph:
    description = Description(**({"statistics": SIZES} | fields))  # type: ignore[arg-type]  # fields are those of a description
    return rdflib.Graph().parse(turtle(description, Iris(BASE)))


def value(graph: rdflib.Graph, subject: Node | None, predicate: Node) -> Node | None:
    return graph.value(subject, predicate)


def test_sizes_and_partitions() -> None:
    graph = described()
    assert value(graph, DATASET, VOID.triples) == rdflib.Literal(7)
    assert value(graph, DATASET, VOID.entities) == rdflib.Literal(3)
    part = rdflib.URIRef(f"{BASE}class-partition/org.Organization")
    assert (DATASET, VOID.classPartition, part) in graph
    assert value(graph, part, VOID.entities) == rdflib.Literal(2)
    own = next(graph.subjects(VOID["class"], rdflib.URIRef("urn:x:Own")))
    assert str(own) == f"{BASE}class-partition/urn%3Ax%3AOwn"
    role = rdflib.URIRef(f"{BASE}property-partition/okg.role")
    assert value(graph, role, VOID.triples) == rdflib.Literal(4)
    assert {str(v) for v in graph.objects(DATASET, VOID.vocabulary)} == {
        "http://www.w3.org/ns/org#",
        "https://w3id.org/okg/ontology#",
    }


def test_what_the_settings_say() -> None:
    graph = described(
        dataset={
            "title": "Resultados",
            "description": "Todo",
            "publisher": "Our office",
            "contact": "data@example.org",
            "licence": LICENCE,
        },
        lang="es",
        files=(FILE,),
    )
    catalog = rdflib.URIRef(f"{BASE}catalog")
    for node in (catalog, DATASET):
        assert value(graph, node, DCTERMS.title) == rdflib.Literal("Resultados", lang="es")
        agent = value(graph, node, DCTERMS.publisher)
        assert value(graph, agent, FOAF.name) == rdflib.Literal("Our office")
    for node in (DATASET, rdflib.URIRef(f"{BASE}distribution/graph.ttl")):
        assert value(graph, node, DCTERMS.license) == rdflib.URIRef(LICENCE)
    contact = value(graph, DATASET, DCAT.contactPoint)
    email = value(graph, contact, rdflib.URIRef(VCARD.hasEmail))
    assert email == rdflib.URIRef("mailto:data@example.org")


def test_nothing_is_invented() -> None:
    graph = described(files=(FILE,), registers=(Register(name="Places"),))
    said = {str(predicate) for predicate in graph.predicates()}
    for term in (
        DCTERMS.license,
        DCTERMS.rights,
        DCTERMS.publisher,
        DCTERMS.issued,
        DCTERMS.modified,
        DCAT.accessURL,
        DCAT.downloadURL,
    ):
        assert str(term) not in said
    assert not list(graph.objects(DATASET, DCTERMS.title))


def test_a_publisher_may_be_an_address_and_a_contact_a_name() -> None:
    graph = described(dataset={"publisher": "https://example.org/us", "contact": "The data desk"})
    assert value(graph, DATASET, DCTERMS.publisher) == rdflib.URIRef("https://example.org/us")
    contact = value(graph, DATASET, DCAT.contactPoint)
    assert value(graph, contact, rdflib.URIRef(VCARD.hasEmail)) is None


def test_a_licence_in_words_is_a_statement_of_rights() -> None:
    graph = described(dataset={"licence": "Ask us"})
    assert value(graph, DATASET, DCTERMS.license) is None
    rights = value(graph, DATASET, DCTERMS.rights)
    assert value(graph, rights, RDFS.label) == rdflib.Literal("Ask us")
    assert value(graph, rights, RDF.type) == DCTERMS.RightsStatement


def test_files_with_size_and_checksum(tmp_path: Path) -> None:
    path = tmp_path / "graph.nq"
    path.write_bytes(b"abc")
    file = data_file(path, "application/n-quads")
    graph = described(files=(file,))
    node = rdflib.URIRef(f"{BASE}distribution/graph.nq")
    assert (DATASET, DCAT.distribution, node) in graph
    media = "https://www.iana.org/assignments/media-types/application/n-quads"
    assert value(graph, node, DCAT.mediaType) == rdflib.URIRef(media)
    assert value(graph, node, DCAT.byteSize) == rdflib.Literal("3", datatype=XSD.nonNegativeInteger)
    checksum = value(graph, node, rdflib.URIRef(SPDX.checksum))
    digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert str(checksum) == f"{BASE}checksum/{digest}"


def test_registers_that_contributed() -> None:
    register = Register(
        name="Places of the world",
        source="https://example.com/places",
        licence=LICENCE,
        date="2024-05-01",
    )
    graph = described(registers=(register,))
    node = rdflib.URIRef(f"{BASE}register/Places%20of%20the%20world")
    assert (DATASET, PROV.wasDerivedFrom, node) in graph
    assert value(graph, node, DCTERMS.source) == rdflib.URIRef("https://example.com/places")
    assert value(graph, node, DCTERMS.license) == rdflib.URIRef(LICENCE)
    assert value(graph, node, DCTERMS.issued) == rdflib.Literal("2024-05-01", datatype=XSD.date)


@pytest.mark.parametrize("order", [1, -1])
def test_no_blank_nodes_and_one_order(order: int) -> None:
    registers = (Register(name="a", source="a list"), Register(name="b"))[::order]
    data = turtle(Description(statistics=SIZES, registers=registers), Iris(BASE))
    both = (Register(name="a", source="a list"), Register(name="b"))
    assert data == turtle(Description(statistics=SIZES, registers=both), Iris(BASE))
    quads = ox.parse(data, ox.RdfFormat.TURTLE)
    assert not any(isinstance(term, ox.BlankNode) for quad in quads for term in quad)
