from decimal import Decimal
from importlib.resources import files

import pyoxigraph as ox
import pytest
import rdflib

from kg.network import Act, Gap, Thing, read
from kg.store import Store, Table

ID = "https://w3id.org/okg/id/"
QUERIES = sorted(path.name for path in files("kg.network").iterdir() if path.name.endswith(".rq"))


def test_acts_are_read_whole(partners_store: Store) -> None:
    prose, with_office, activity = read(partners_store).acts
    assert prose == Act(
        iri=f"{ID}participation/1",
        participant=f"{ID}organisation/ana",
        role="lead",
        relation="in",
        target=f"{ID}programme/care",
        status="done",
        places=(f"{ID}place/MX", f"{ID}place/MX-OAX"),
        outcomes=(f"{ID}outcome/O1",),
        years=(2021,),
        sources=(f"{ID}source/page",),
        narratives=(f"{ID}narrative/n1",),
        evidence=(f"{ID}evidence/e1",),
        confidence=Decimal("0.8"),
    )
    assert (with_office.relation, with_office.target) == ("with", f"{ID}organisation/ana")
    assert activity.confidence is None
    assert activity.sources == (f"{ID}source/file",), "the graph that says it"


def test_the_dates_of_an_activity_are_those_of_its_acts(partners_store: Store) -> None:
    *_, act = read(partners_store).acts
    assert (act.start, act.end) == ("2019-03-08", "2021-12-31"), "the actual start, not the planned"
    assert act.years == (2019, 2020, 2021)


def test_things_are_described(partners_store: Store) -> None:
    things = read(partners_store).things
    assert things[f"{ID}organisation/ana"] == Thing(
        iri=f"{ID}organisation/ana",
        type="Organisation",
        label="Ana",
        country="MX",
        classification="10",
    )
    assert things[f"{ID}organisation/office"].agency == f"{ID}organisation/agency"
    assert things[f"{ID}place/MX-OAX"].within == f"{ID}place/MX"
    assert f"{ID}mention/1" not in things


def test_labels_in_a_language(partners_store: Store) -> None:
    agency = f"{ID}organisation/agency"
    assert read(partners_store, "es").things[agency].label == "Agencia"
    assert read(partners_store, "fr").things[agency].label == "Agency"


def test_who_reports_and_what_is_missing(partners_store: Store) -> None:
    data = read(partners_store)
    assert data.agencies == {f"{ID}organisation/agency"}
    assert data.gaps == (Gap(document="page.txt", shown=5, total=11, truncated=1),)


def test_without_graphs_the_source_is_that_of_the_narrative(partners_store: Store) -> None:
    merged = Store(ox.Store())
    merged.quads.extend(ox.Quad(*list(quad)[:3]) for quad in partners_store.quads)
    assert [act.sources for act in read(merged).acts] == [
        (f"{ID}source/page",),
        (f"{ID}source/page",),
        (),
    ]


def test_what_the_graph_does_not_describe_is_shown_by_its_iri(partners_store: Store) -> None:
    assert read(partners_store).thing(f"{ID}outcome/O1").label == "O1"


@pytest.mark.parametrize("query", QUERIES)
def test_queries_give_the_same_rows_on_turtle_in_another_engine(
    query: str, partners_store: Store
) -> None:
    text = files("kg.network").joinpath(query).read_text(encoding="utf-8")
    triples = (ox.Triple(*list(quad)[:3]) for quad in partners_store.quads)
    graph = rdflib.Graph().parse(ox.serialize(triples, format=ox.RdfFormat.TURTLE))
    table = partners_store.query(text)
    assert isinstance(table, Table)
    ours = {tuple(str(v.value) if v is not None else None for v in row) for row in table}
    theirs = {tuple(None if v is None else str(v) for v in row) for row in graph.query(text)}  # type: ignore[union-attr]  # a SELECT gives rows
    assert ours == theirs
    assert ours
