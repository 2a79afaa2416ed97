import json
from dataclasses import replace
from html.parser import HTMLParser

import pyoxigraph as ox
import pytest

from kg.errors import UnknownName
from kg.iris import Iris
from kg.terms import RDF, SH
from kg.validate import Coverage, Fallback, Finding, Report, Severity, reports

EX = "https://example.org/"
IRIS = Iris("https://data.example.org/id/")
FINDING = Finding(
    severity=Severity.VIOLATION,
    focus="<https://data.example.org/id/activity/A%2F1>",
    path=f"<{EX}p>",
    value='"<b>5</b>\\n"@en',
    message='<b>5</b> is "wrong" & more',
    shape=f"{EX}Shape",
    component=SH.ConstraintComponent,
)
MANY = tuple(
    replace(FINDING, severity=Severity.INFO, focus=f"<{EX}{n:03}>", path=f"^<{EX}p>", value="")
    for n in range(300)
)
REPORT = Report(
    findings=(FINDING, *MANY),
    coverage=(Coverage(f"{EX}Shape", 1200), Coverage(f"{EX}Idle", 0), Coverage(f"{EX}Own", None)),
    fallbacks=(Fallback(f"{EX}Own", "sh:target"),),
    undated=(f"{EX}Shape",),
)
NAMES = [form.NAME for form in reports.formats()]


def render(name: str, report: Report = REPORT) -> str:
    return reports.find(name).render(report, IRIS).decode()


def test_formats_are_the_modules_of_the_folder() -> None:
    assert NAMES == ["html", "json", "text", "ttl"]
    with pytest.raises(UnknownName, match="choose one of html, json, text, ttl"):
        reports.find("pdf")


@pytest.mark.parametrize("name", NAMES)
def test_the_same_report_gives_the_same_bytes_and_another_one_others(name: str) -> None:
    assert render(name) == render(name)
    assert render(name) != render(name, replace(REPORT, findings=REPORT.findings[1:]))
    assert render(name, Report()).endswith("\n")


@pytest.mark.parametrize("name", ["html", "text"])
def test_what_was_not_looked_at_is_told(name: str) -> None:
    told = " ".join(render(name).split())
    assert "1 of 3 shapes found nothing to check: --format json lists them." in told
    assert json.loads(render("json"))["unused"] == [f"{EX}Idle"]
    assert f"pySHACL checked {EX}Own: the engine has no sh:target." in told
    assert f"Left out, for they ask about a date: {EX}Shape." in told
    assert "3 shapes checked 1,200 nodes: 1 violation, 300 info." in told


def test_text_shows_each_message_once_the_first_nodes_and_how_many_more() -> None:
    text = render("text")
    assert "activity:A%2F1" in text
    assert text.count(f"{EX}00") == 3
    assert "and 297 more" in text
    assert all(len(line) <= 100 and line == line.rstrip() for line in text.splitlines())
    assert text.isascii()


def test_turtle_is_a_shacl_report_without_blank_nodes() -> None:
    graph = ox.Store()
    graph.load(render("ttl").encode(), format=ox.RdfFormat.TURTLE)
    terms = {t for quad in graph for t in (quad.subject, quad.object)}
    assert not any(isinstance(term, ox.BlankNode) for term in terms)
    kind, of = ox.NamedNode(RDF.type), ox.NamedNode(SH.ValidationResult)
    results = [quad.subject for quad in graph.quads_for_pattern(None, kind, of)]
    assert len(results) == 301
    assert all(node.value.startswith(f"{IRIS.base}finding/") for node in results)
    (report,) = graph.quads_for_pattern(None, ox.NamedNode(SH.conforms), None)
    assert report.object == ox.Literal(value=False)
    assert len(list(graph.quads_for_pattern(report.subject, ox.NamedNode(SH.result), None))) == 301


def test_turtle_says_all_of_a_result() -> None:
    graph = ox.Store()
    graph.load(render("ttl", Report(findings=(FINDING,))).encode(), format=ox.RdfFormat.TURTLE)
    node = next(graph.quads_for_pattern(None, ox.NamedNode(SH.focusNode), None)).subject
    said = {q.predicate.value: str(q.object) for q in graph.quads_for_pattern(node, None, None)}
    assert said == {
        RDF.type: f"<{SH.ValidationResult}>",
        SH.focusNode: FINDING.focus,
        SH.resultPath: FINDING.path,
        SH.value: FINDING.value,
        SH.resultSeverity: f"<{SH.Violation}>",
        SH.sourceShape: f"<{EX}Shape>",
        SH.sourceConstraintComponent: f"<{SH.ConstraintComponent}>",
        SH.resultMessage: '"<b>5</b> is \\"wrong\\" & more"',
    }


def test_json_holds_everything() -> None:
    told = json.loads(render("json"))
    assert told["conforms"] is False
    assert told["counts"] == {"violation": 1, "info": 300}
    assert len(told["findings"]) == 301
    assert told["findings"][0]["value"] == FINDING.value
    assert told["coverage"][2] == {"shape": f"{EX}Own", "nodes": None}


class Page(HTMLParser):
    """Collects the tags of a page and what it shows."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.shown: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        assert not {name for name, _ in attrs} & {"onclick", "onload", "href", "src"}
        if tag not in {"meta", "input"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.shown.append(data)


def test_html_is_one_page_without_scripts_in_which_nothing_of_the_data_is_markup() -> None:
    page = Page()
    page.feed(render("html"))
    assert page.open == []
    assert not page.seen & {"script", "link", "img", "iframe"}
    shown = "".join(page.shown)
    assert '<b>5</b> is "wrong" & more' in shown
    assert "and 100 more: see report.ttl." in shown
    assert "not known" in shown
