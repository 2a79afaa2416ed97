"""Heads are read strictly, and what a query takes stands in it."""

from pathlib import Path

import pytest

from kg import resources
from kg.errors import QueryError
from kg.query import parse
from kg.query.header import TYPES, Column

GOOD = """#+ title = "Partners"
#+ question = "Who?"
#+ parameters.partner = { type = "organisation", about = "only this one" }
#+ parameters.role = { type = "choice", about = "as what", choices = ["lead", "funder"] }
#+ columns.partner = "its label"
#+ columns.amount = { about = "what was paid", unit = "euro" }
SELECT ?partner ?amount WHERE { VALUES ?partner { UNDEF } VALUES ?role {UNDEF} }
"""


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "partners.rq"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_head_says_what_is_asked_taken_and_answered(tmp_path: Path) -> None:
    query = parse(write(tmp_path, GOOD), "group")
    assert (query.name, query.group, query.title, query.question) == (
        "partners",
        "group",
        "Partners",
        "Who?",
    )
    assert [p.name for p in query.parameters] == ["partner", "role"]
    assert query.parameter("role").choices == ("lead", "funder")
    assert query.columns == (
        Column(name="partner", about="its label"),
        Column(name="amount", about="what was paid", unit="euro"),
    )
    assert query.text == GOOD


def test_a_file_without_a_head_or_open_values_takes_nothing(tmp_path: Path) -> None:
    query = parse(write(tmp_path, "SELECT * { ?s ?p ?o }"))
    assert (query.title, query.parameters, query.columns) == ("partners", (), ())
    with pytest.raises(QueryError, match="no parameters"):
        query.parameter("partner")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("#+ title = \nSELECT * {}", "its head is wrong"),
        (GOOD.replace('"organisation"', '"company"'), "partner has the type 'company': choose one"),
        (GOOD.replace('type = "organisation", ', ""), "partner has the type ''"),
        (GOOD.replace("VALUES ?partner { UNDEF }", ""), "add VALUES \\?partner { UNDEF }"),
        (GOOD.replace("VALUES ?role {UNDEF}", "VALUES ?roles {UNDEF}"), "role is not in the query"),
    ],
)
def test_a_wrong_head_is_told_on_one_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(QueryError, match=message) as raised:
        parse(write(tmp_path, text))
    assert "\n" not in str(raised.value)
    assert "partners.rq" in str(raised.value)


@pytest.mark.parametrize(
    "line",
    [
        "title = 5",
        'titel = "Partners"',
        'parameters.partner = "text"',
        "parameters = 5",
        'parameters.partner = { type = "text", abuot = "x" }',
        'parameters.partner = { type = "choice", about = "x", choices = "lead" }',
        "columns.partner = 5",
        'columns.partner = { abuot = "x" }',
        "columns = []",
    ],
)
def test_a_head_of_another_form_is_refused(tmp_path: Path, line: str) -> None:
    with pytest.raises(QueryError, match=r"partners\.rq"):
        parse(write(tmp_path, f"#+ {line}\nSELECT * {{ VALUES ?partner {{ UNDEF }} }}"))


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="cannot be read"):
        parse(tmp_path / "no.rq")
    path = tmp_path / "latin.rq"
    path.write_bytes(b"\xe9")
    with pytest.raises(QueryError, match="not text in UTF-8"):
        parse(path)


@pytest.mark.parametrize(
    "path", sorted(resources.folder("queries").rglob("*.rq")), ids=lambda path: path.stem
)
def test_a_shipped_query_says_what_it_asks(path: Path) -> None:
    query = parse(path)
    assert query.question.endswith("?")
    assert query.columns or "CONSTRUCT" in query.text
    assert all(p.about and p.type in TYPES for p in query.parameters)
    assert all(c.about for c in query.columns)


def test_an_open_line_of_values_is_a_parameter_without_a_head(tmp_path: Path) -> None:
    query = parse(write(tmp_path, "SELECT * { VALUES ?s { UNDEF } VALUES ?n { 1 } ?s ?p ?n }"))
    assert [(p.name, p.type) for p in query.parameters] == [("s", "any")]
