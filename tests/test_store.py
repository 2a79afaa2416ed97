"""The index answers from the graph that was built, and from nothing else."""

import pytest

from kg import store
from kg.errors import QueryError
from kg.store import Table

ELSEWHERE = "<http://127.0.0.1:9/sparql>"


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT * {{ SERVICE {ELSEWHERE} {{ ?s ?p ?o }} }}",
        f"SELECT * {{ service silent {ELSEWHERE}{{ ?s ?p ?o }} }}",
        f"ASK {{ SERVICE{ELSEWHERE}{{ ?s ?p ?o }} }}",
        f"ASK {{ SERVICESILENT{ELSEWHERE}{{ ?s ?p ?o }} }}",
        f"SELECT ?s {{ {{ SELECT ?s {{ OPTIONAL {{ SERVICE {ELSEWHERE} {{ ?s ?p ?o }} }} }} }} }}",
        f"CONSTRUCT {{ ?s ?p ?o }} {{ SERVICE # there\n {ELSEWHERE} # {{\n {{ ?s ?p ?o }} }}",
        f"ASK {{ VALUES ?e {{ {ELSEWHERE} }} SERVICE ?e {{ ?s ?p ?o }} }}",
        "PREFIX e: <http://127.0.0.1:9/> ASK { ?s ?p trueSERVICEe:x{ ?s ?p ?o } }",
        f"ASK {{ ?s ?p 'it\\'s' . SERVICE {ELSEWHERE} {{ ?s ?p ?o }} }}",
        f"PREFIX e: <http://e/> ASK {{ ?s e:a\\#b ?o. SERVICE {ELSEWHERE} {{ ?s ?p ?o }} }}",
        f'ASK {{ ?s ?p """a "quoted" text""" . SERVICE {ELSEWHERE} {{ ?s ?p ?o }} }}',
    ],
)
def test_no_query_asks_another_server(query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE asks another server"):
        store.empty().query(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p ?service } # SERVICE <http://e/> {",
        "SELECT * { ?s ?p 'SERVICE <http://e/> {' }",
        'SELECT * { ?s ?p """a "SERVICE" ?x { b""" }',
        "SELECT * { ?s <http://e/service> ?o { ?o ?p ?s } }",
        "PREFIX service: <http://e/> SELECT * { GRAPH service:a { ?s service:b ?o } }",
        "PREFIX e: <http://e/> SELECT * { ?s e:service ?o { ?o ?p ?s } }",
        "SELECT * { ?s ?service ?o { ?o ?p ?s } }",
        "SELECT * { GRAPH ?service { ?s ?p ?o } }",
    ],
)
def test_the_word_alone_asks_nobody(query: str) -> None:
    answer = store.empty().query(query)
    assert isinstance(answer, Table)
    assert list(answer) == []


def test_a_long_query_is_looked_through_in_a_moment() -> None:
    query = (
        f"SELECT * {{ ?s ?p '{'SERVICE # ' * 20_000}' }} {'# SERVICE ' * 20_000}\n" + "#\n" * 20_000
    )
    assert isinstance(store.empty().query(query), Table)
