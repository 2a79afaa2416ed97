"""No text of a user becomes SPARQL: it is a term in the place of a parameter, and nothing else."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import store
from kg.errors import AmbiguousName, QueryError, UnknownName
from kg.query import Query, bind, parse
from kg.query.header import TYPES
from kg.store import Table
from kg.terms import XSD

HOSTILE = ('"', "'", "\\", "{", "}", "\n", "\r", "#", "UNDEF", "VALUES ?b { UNDEF }", "\\u0022", "?a", "}}", "<x:y>")  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=8))).map("".join)


def query(types: dict[str, str], choices: tuple[str, ...] = ()) -> Query:
    head = "".join(
        f'#+ parameters.{name} = {{ type = "{type_}", about = "x", choices = {list(choices)} }}\n'
        for name, type_ in types.items()
    )
    places = " ".join(f"VALUES ?{name} {{ UNDEF }}" for name in types)
    variables = " ".join(f"?{name}" for name in types)
    return written(f"{head}SELECT {variables} WHERE {{ {places} }}")


def written(text: str) -> Query:
    class Memory(type(Path())):  # type: ignore[misc]  # the class of paths of this system
        def read_text(self, *_args: object, **_keywords: object) -> str:
            return text

    return parse(Memory("q.rq"))


def no_lookup(name: str, kind: str) -> str:
    raise AssertionError((name, kind))


def answer(query: Query, **values: list[str]) -> list[tuple[store.Term | None, ...]]:
    table = store.empty().query(bind(query, values, no_lookup))
    assert isinstance(table, Table)
    return list(table)


AB = query({"a": "text", "b": "text"})


@given(TEXTS, TEXTS)
def test_every_text_binds_to_itself(a: str, b: str) -> None:
    assert answer(AB, a=[a], b=[b]) == [(ox.Literal(a), ox.Literal(b))]


@given(st.lists(TEXTS, min_size=1, max_size=4, unique=True))
def test_several_values_are_several_rows(values: list[str]) -> None:
    assert answer(query({"a": "text"}), a=values) == [(ox.Literal(v),) for v in values]


@given(TEXTS, st.sampled_from(sorted(TYPES - {"any", "text", "choice", "language"})))
def test_a_value_of_another_type_is_that_term_or_refused(value: str, type_: str) -> None:
    try:
        text = bind(query({"a": type_}), {"a": [value]}, lambda name, _kind: name)
    except QueryError:
        return
    table = store.empty().query(text)
    assert isinstance(table, Table)
    [(term,)] = table
    assert isinstance(term, ox.NamedNode if type_ not in _TYPED else ox.Literal)


_TYPED = {
    "integer": XSD.integer,
    "decimal": XSD.decimal,
    "confidence": XSD.decimal,
    "date": XSD.date,
}


@pytest.mark.parametrize(
    ("type_", "value", "lexical"),
    [
        ("integer", " 007", "7"),
        ("integer", "-3", "-3"),
        ("decimal", "0.50", "0.5"),
        ("decimal", "1E+3", "1000"),
        ("confidence", "1.0", "1"),
        ("date", "2021-03-01", "2021-03-01"),
    ],
)
def test_numbers_and_dates_are_written_as_xsd_does(type_: str, value: str, lexical: str) -> None:
    [(term,)] = answer(query({"a": type_}), a=[value])
    assert term == ox.Literal(lexical, datatype=ox.NamedNode(_TYPED[type_]))


@pytest.mark.parametrize(
    ("type_", "value", "hint"),
    [
        ("integer", "one", "a whole number"),
        ("integer", "1.5", "a whole number"),
        ("decimal", "NaN", "a number, as"),
        ("decimal", "Infinity", "a number, as"),
        ("decimal", "1e999999999", "a number, as"),
        ("decimal", "1,5", "a number, as"),
        ("confidence", "7", "a number from 0 to 1"),
        ("confidence", "-0.1", "a number from 0 to 1"),
        ("confidence", "sure", "a number from 0 to 1"),
        ("language", "xx!", "a language tag"),
        ("language", "en_US", "a language tag"),
        ("language", "", "a language tag"),
        ("date", "1 March", "a date, as"),
        ("date", "2021-02-30", "a date, as"),
        ("iri", "no iri", "an absolute IRI"),
        ("iri", "x:y> } #", "an absolute IRI"),
    ],
)
def test_a_value_of_the_wrong_type_is_told(type_: str, value: str, hint: str) -> None:
    with pytest.raises(QueryError, match=f"q: a: .+: give {hint}"):
        answer(query({"a": type_}), a=[value])


def test_of_choices_only_those_are_taken() -> None:
    roles = query({"a": "choice"}, ("lead", "funder"))
    assert answer(roles, a=["lead"]) == [(ox.Literal("lead"),)]
    with pytest.raises(QueryError, match="choose one of lead, funder"):
        answer(roles, a=["leader"])


def test_a_parameter_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(QueryError, match="c: no such parameter: this query has a, b"):
        answer(AB, c=["x"])


def test_a_language_is_compared_in_lower_case() -> None:
    assert answer(query({"a": "language"}), a=["ES-mx"]) == [(ox.Literal("es-mx"),)]


def test_a_thing_is_looked_up_by_name_and_kind() -> None:
    asked: list[tuple[str, str]] = []

    def lookup(name: str, kind: str) -> str:
        asked.append((name, kind))
        return "https://example.org/x"

    text = bind(query({"a": "place"}), {"a": ["Lake"]}, lookup)
    assert "VALUES ?a { <https://example.org/x> }" in text
    assert asked == [("Lake", "place")]


def test_a_name_that_is_not_found_stays_that_error() -> None:
    def lookup(name: str, kind: str) -> str:
        raise UnknownName(f"{name}: no {kind}")

    with pytest.raises(UnknownName, match="Lake: no place"):
        bind(query({"a": "place"}), {"a": ["Lake"]}, lookup)


def test_without_values_a_query_stays_as_it_is() -> None:
    assert bind(AB, {}, no_lookup) == AB.text


def test_every_place_of_a_parameter_is_filled_and_no_like_name() -> None:
    text = "VALUES ?a { UNDEF } VALUES ?ab { UNDEF }\nVALUES  ?a\n{UNDEF}"
    head = '#+ parameters.a = { type = "text", about = "x" }\n'
    bound = bind(written(head + text), {"a": ["x"]}, no_lookup)
    assert bound == head + 'VALUES ?a { "x" } VALUES ?ab { UNDEF }\nVALUES ?a { "x" }'


def known(name: str, _kind: str) -> str:
    if name != "Harbour":
        raise UnknownName(name)
    return "urn:harbour"


@pytest.mark.parametrize(
    ("value", "terms"),
    [
        ("Harbour", '<urn:harbour> "Harbour"'),
        ("nobody here", '"nobody here"'),
        ("urn:other", '<urn:other> "urn:other"'),
        ("12", f'"12" "12"^^<{XSD.integer}>'),
        ("1.50", f'"1.50" "1.50"^^<{XSD.decimal}>'),
        ('" } #', '"\\" } #"'),
    ],
)
def test_a_value_of_no_told_type_is_all_that_it_may_mean(value: str, terms: str) -> None:
    open_line = written("SELECT ?a { VALUES ?a { UNDEF } }")
    assert bind(open_line, {"a": [value]}, known) == f"SELECT ?a {{ VALUES ?a {{ {terms} }} }}"


def test_a_value_of_no_told_type_with_several_meanings_is_told() -> None:
    def several(name: str, _kind: str) -> str:
        raise AmbiguousName(name)

    with pytest.raises(AmbiguousName):
        bind(written("SELECT ?a { VALUES ?a { UNDEF } }"), {"a": ["x"]}, several)
