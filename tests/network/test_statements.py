from pyoxigraph import NamedNode, Triple

from kg.network import project, read, statements
from kg.store import Store
from kg.terms import OKG, PROV, RDF

READ = {
    RDF.type,
    OKG.participant,
    OKG.role,
    OKG.in_,
    OKG.with_,
    OKG.status,
    OKG.place,
    OKG.narrative,
    OKG.confidence,
    PROV.wasDerivedFrom,
}


def test_back_to_rdf_without_loss(partners_store: Store) -> None:
    graph = partners_store.quads
    said = {
        Triple(quad.subject, quad.predicate, quad.object)
        for found in graph.quads_for_pattern(
            None, NamedNode(RDF.type), NamedNode(OKG.Participation)
        )
        for quad in graph.quads_for_pattern(found.subject, None, None)
        if quad.predicate.value in READ
    }
    assert set(statements(project(read(partners_store)))) == said
    assert len(said) == 19


def test_the_projection_does_not_change_what_is_stated(partners_store: Store) -> None:
    data = read(partners_store)
    under_outcomes = {act.iri for act in data.acts if act.outcomes}
    expected = {t for t in statements(project(data)) if str(t.subject)[1:-1] in under_outcomes}
    assert set(statements(project(data, onto="outcome"))) == expected
