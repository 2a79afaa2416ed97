"""Whatever a graph refers to it describes: no link leads nowhere."""

import shutil
from collections import defaultdict

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from kg.inputs import gather
from kg.settings import Settings
from kg.stages.pipeline import build
from kg.terms import PREFIXES, RDF, RDFS, SKOS
from tests.conftest import ROOT
from tests.stages.test_pipeline import no_network

OURS = (Settings().base, PREFIXES["codelist"])
LABELS = {RDFS.label, SKOS.prefLabel}

Described = dict[str, set[str]]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> tuple[set[str], Described]:
    """What is referred to, and what is said of each subject, in a build of all there is here."""
    folder = tmp_path_factory.mktemp("described")
    shutil.copytree(ROOT / "examples", folder / "in")
    for case in (ROOT / "tests" / "sources" / "iati").iterdir():
        shutil.copy(case / "input.xml", folder / "in" / f"{case.name}.xml")
    inputs = gather([str(folder / "in")], Settings(), no_network)
    build(inputs, Settings(), folder / "out", count=1)
    referred, described = set(), defaultdict(set)
    for quad in parse(path=str(folder / "out" / "graph.nq"), format=RdfFormat.N_QUADS):
        assert isinstance(quad.subject, NamedNode)
        described[quad.subject.value].add(quad.predicate.value)
        if isinstance(quad.object, NamedNode):
            referred.add(quad.object.value)
    return referred, described


def test_what_is_referred_to_has_a_class(graph: tuple[set[str], Described]) -> None:
    referred, described = graph
    ours = {iri for iri in referred if iri.startswith(OURS)}
    assert len(ours) > 500
    assert {iri for iri in ours if RDF.type not in described[iri]} == set()


def test_codes_and_their_lists_have_labels(graph: tuple[set[str], Described]) -> None:
    referred, described = graph
    codes = {iri for iri in referred if iri.startswith(PREFIXES["codelist"])}
    assert codes
    assert {iri for iri in codes if not LABELS & described[iri]} == set()
