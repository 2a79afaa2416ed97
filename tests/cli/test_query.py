"""`kg query`: lists, describes, asks; answers in the format that is wanted."""

import csv
import io
import json
from pathlib import Path

import pytest
import rdflib
from lxml import etree

from kg import resources
from tests.cli.conftest import Run
from tests.cli.test_manners import told

pytestmark = pytest.mark.filterwarnings("ignore:.*is deprecated:DeprecationWarning:rdflib")

COLUMNS = [
    "source",
    "document",
    "outcome",
    "identifier",
    "title",
    "country",
    "region",
    "year",
    "status",
    "truncated",
]
CONSTRUCT = "CONSTRUCT { ?s a ?c } WHERE { ?s a ?c }"


def test_alone_it_lists_the_queries_with_their_questions(kg: Run) -> None:
    lines = kg("query").out.splitlines()
    assert lines[0] == "group\tquery\tquestion"
    names = {line.split("\t")[1] for line in lines[1:]}
    assert names == {path.stem for path in resources.folder("queries").rglob("*.rq")}


def test_it_says_what_a_query_takes_and_answers(kg: Run) -> None:
    said = kg("query", "outcomes", "--about").out
    assert "--param inYear=<integer>  only this year" in said
    assert "  year: year that is reported on [calendar year]" in said


def test_a_table_in_a_pipe_is_lines_with_tabs(kg: Run, built: Path) -> None:
    head, *rows = kg("query", "outcomes", "-d", built).out.splitlines()
    assert head.split("\t") == COLUMNS
    assert len(rows) == 5
    assert all(len(row.split("\t")) == len(COLUMNS) for row in rows)


def test_formats_of_rows_are_those_of_sparql(kg: Run, built: Path) -> None:
    def asked(form: str) -> str:
        ran = kg("query", "outcomes", "-d", built, "--format", form)
        assert (ran.status, ran.err) == (0, "")
        return ran.out

    answer = json.loads(asked("json"))
    assert answer["head"]["vars"] == COLUMNS
    assert len(answer["results"]["bindings"]) == 5
    rows = list(csv.DictReader(io.StringIO(asked("csv"))))
    assert [row["year"] for row in rows] == ["2021"] * 5
    assert asked("tsv").splitlines()[0].split("\t") == [f"?{name}" for name in COLUMNS]
    root = etree.fromstring(asked("xml").encode())
    assert root.tag == "{http://www.w3.org/2005/sparql-results#}sparql"


@pytest.mark.parametrize(
    ("form", "parser"), [("ttl", "turtle"), ("jsonld", "json-ld"), ("nt", "nt")]
)
def test_formats_of_graphs_parse(
    kg: Run, built: Path, tmp_path: Path, form: str, parser: str
) -> None:
    path = tmp_path / "types.rq"
    path.write_text(CONSTRUCT)
    text = kg("query", path, "-d", built, "--format", form).out
    assert len(rdflib.Graph().parse(data=text, format=parser)) > 100


def test_yes_or_no_is_answered_so(kg: Run, built: Path, tmp_path: Path) -> None:
    path = tmp_path / "any.rq"
    path.write_text("ASK { ?s ?p ?o }")
    assert kg("query", path, "-d", built).out == "yes\n"
    assert json.loads(kg("query", path, "-d", built, "--format", "json").out)["boolean"] is True


def test_parameters_narrow_the_answer(kg: Run, built: Path) -> None:
    def rows(*arguments: str) -> int:
        ran = kg("query", "outcomes", "-d", built, *arguments)
        assert ran.status == 0
        return len(ran.out.splitlines()) - 1

    assert rows("--param", "inYear=2021") == 5
    assert rows("--param", "inYear=2020") == 0
    assert rows("--param", "inYear=2020", "--param", "inYear=2021") == 5
    assert rows("--param", 'inCountry="} #') == 0
    assert rows("--lang", "es") == 5


def test_a_thing_that_was_meant_by_a_part_of_its_name_is_told(kg: Run, built: Path) -> None:
    ran = kg("query", "participations", "-d", built, "--param", "participant=national institute")
    assert ran.status == 0
    assert ran.err.startswith("national institute: National Institute ")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["outcome"], ["did you mean outcomes?"]),
        (["outcomes", "--param", "inYear"], ["write it as name=value"]),
        (["outcomes", "--param", "inYear=soon"], ["give a whole number"]),
        (["mentions", "--min-confidence", "7"], ["give a number from 0 to 1"]),
        (["mentions", "--lang", "xx!"], ["give a language tag"]),
        (["outcomes", "--param", "partner=x"], ["no such parameter", "inYear"]),
        (["outcomes", "--param", "outcome=nobody at all"], ["no outcome of this name"]),
        (["outcomes", "--format", "ttl"], ["choose table or csv"]),
        (["none.rq"], ["none.rq", "cannot be read"]),
        (["outcomes", "--format", "pdf"], ["'table'", "'jsonld'"]),
    ],
    ids=lambda value: " ".join(value) if value and value[0] != "did" else "",
)
def test_a_mistake_is_told(kg: Run, built: Path, arguments: list[str], words: list[str]) -> None:
    told(kg("query", "-d", built, *arguments), 2, *words)


def test_a_file_that_is_no_query_is_told(kg: Run, built: Path, tmp_path: Path) -> None:
    path = tmp_path / "wrong.rq"
    path.write_text("SELEKT")
    told(kg("query", path, "-d", built), 2, "mend the query")
    path.write_text(CONSTRUCT)
    told(kg("query", path, "-d", built, "--format", "csv"), 2, "choose ttl or jsonld")


def test_queries_of_the_settings_stand_beside_the_shipped(
    kg: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, built: Path
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "how_many.rq").write_text(
        '#+ question = "How many?"\nSELECT (COUNT(*) AS ?n) { ?s ?p ?o }'
    )
    (tmp_path / "kg.toml").write_text('queries = "mine"')
    monkeypatch.chdir(tmp_path)
    assert "how_many\tHow many?" in kg("query").out
    assert kg("query", "how_many", "-d", built).out.startswith("n\n")
    assert kg("query", "outcomes", "-d", built).status == 0


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json", "xml"])
@pytest.mark.parametrize("text", ["ASK { ?s ?p ?o }", "SELECT ?s { ?s ?p ?o } LIMIT 1"])
def test_what_is_answered_ends_its_last_line(
    kg: Run, built: Path, tmp_path: Path, form: str, text: str
) -> None:
    own = tmp_path / "own.rq"
    own.write_text(text)
    ran = kg("query", own, "-d", built, "--format", form)
    assert ran.status == 0
    assert ran.out.endswith("\n")
    assert not ran.out.endswith("\n\n")


def test_an_own_query_needs_no_head(kg: Run, built: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.rq"
    own.write_text(
        "SELECT ?name { VALUES ?s { UNDEF } ?s <http://www.w3.org/2000/01/rdf-schema#label> ?name }"
    )
    ran = kg("query", own, "-d", built, "--param", "s=un women", "--format", "csv")
    assert ran.out.splitlines() == ["name", "UN Women"]
