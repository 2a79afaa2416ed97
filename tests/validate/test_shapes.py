from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import ShapeError, UsageError
from kg.terms import PREFIXES
from kg.validate import Coverage, Severity, Shapes, validate

HEAD = "".join(f"@prefix {p}: <{PREFIXES[p]}> .\n" for p in ("sh", "rdf", "rdfs", "xsd"))
HEAD += "@prefix : <https://example.org/> .\n"
EX = "https://example.org/"


def loaded(folder: Path, text: str, name: str = "shapes.ttl") -> Shapes:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(HEAD + text, encoding="utf-8")
    return Shapes.load([folder])


def data(text: str) -> ox.Store:
    store = ox.Store()
    store.load((HEAD + text).encode(), format=ox.RdfFormat.TURTLE)
    return store


BROKEN = {
    "no turtle": ("this is not", "mend the file"),
    "misspelt": (":S a sh:NodeShape ; sh:targetClass :C ; sh:minLenght 3 .", "write <http://www.w3.org/ns/shacl#minLength>"),
    "unknown": (":S a sh:NodeShape ; sh:zzz 3 .", "is no term of SHACL for a shape"),
    "no path": (":S a sh:PropertyShape ; sh:minCount 1 .", "a property shape without sh:path"),
    "count on a node shape": (":S a sh:NodeShape ; sh:targetClass :C ; sh:minCount 1 .", "move it to a property shape"),
    "count that is a text": (":S sh:path :p ; sh:minCount 'one' .", "is wanted: mend it"),
    "two paths": (":S sh:path :p, :q ; sh:minCount 1 .", "leave one of them"),
    "path that is none": (":S sh:path [ sh:minCount 1 ] ; sh:minCount 1 .", "no path"),
    "path of one step": (":S sh:path ( :p ) ; sh:minCount 1 .", "write the step itself"),
    "list that is none": (":S a sh:NodeShape ; sh:in :a .", "write it as ( ... )"),
    "class that is a text": (":S a sh:NodeShape ; sh:class 'C' .", "where an IRI is wanted"),
    "shape that is a text": (":S a sh:NodeShape ; sh:node 'N' .", "where a shape is wanted"),
    "severity of one's own": (":S a sh:NodeShape ; sh:severity :Grave .", "write sh:Violation, sh:Warning or sh:Info"),
    "qualified without a shape": (":S sh:path :p ; sh:qualifiedMinCount 1 .", "without which nothing is asked"),
    "rule without a query": (":S a sh:NodeShape ; sh:sparql [ sh:message 'm' ] .", "write the query"),
    "rule that is a text": (":S a sh:NodeShape ; sh:sparql 'SELECT' .", "point it at a node with sh:select"),
    "rule with MINUS": (":S a sh:NodeShape ; sh:sparql [ sh:select 'SELECT $this { $this ?p ?o MINUS { ?s ?p ?o } }' ] .", "MINUS in sh:select"),
    "rule that rebinds": (":S a sh:NodeShape ; sh:sparql [ sh:select 'SELECT (1 AS ?this) {}' ] .", "AS ?this in sh:select"),
    "rule that forgets": (":S a sh:NodeShape ; sh:sparql [ sh:select 'SELECT $this { { SELECT ?p { ?s ?p 1 } } }' ] .", "does not answer $this"),
    "rule that does not parse": (":S a sh:NodeShape ; sh:targetClass :C ; sh:sparql [ sh:select 'SELECT $this WHERE { $this }' ] .", "mend the query"),
    "prefix without a namespace": (": sh:declare [ sh:prefix 'e' ] . :S a sh:NodeShape ; sh:sparql [ sh:prefixes : ; sh:select 'SELECT $this {}' ] .", "sh:declare without"),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_broken_shapes_are_refused_with_the_file_and_what_to_do(case: str, tmp_path: Path) -> None:
    text, message = BROKEN[case]
    with pytest.raises(ShapeError) as raised:
        loaded(tmp_path / "own", text)
    told = str(raised.value)
    assert "shapes.ttl: " in told
    assert message in told
    assert "\n" not in told


def test_folder_that_is_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ShapeError, match="no such folder"):
        Shapes.load([tmp_path / "none"])


FALLBACKS = {
    "look-ahead": ("sh:property [ sh:path :p ; sh:pattern '^(?=a)' ]", "the regular expression"),
    "target of one's own": ("sh:target [ a sh:SPARQLTarget ; sh:select 'SELECT ?this { ?this <https://example.org/p> ?o }' ] ; sh:hasValue 1", "#target>"),
    "blank node as a value": ("sh:property [ sh:path :p ; sh:hasValue [] ]", "a blank node as a value"),
    "zero steps from a named node": ("sh:targetNode :x ; sh:property [ sh:path [ sh:zeroOrMorePath :p ] ; sh:maxCount 0 ]", "the path"),
    "own component": ("sh:property [ sh:path :p ; :lang 'de' ]", "lang>"),
    "other meaning of a prefix": ("sh:sparql [ sh:select 'PREFIX sh: <https://example.org/> SELECT $this { $this sh:p 1 }' ]", "another meaning of the prefix sh:"),
}  # fmt: skip
COMPONENT = """
:Component a sh:ConstraintComponent ; sh:parameter [ sh:path :lang ] ;
  sh:validator [ a sh:SPARQLAskValidator ; sh:ask "ASK { FILTER (lang($value) = $lang) }" ] .
"""


@pytest.mark.parametrize("case", FALLBACKS)
def test_what_is_beyond_the_engine_is_known_before_and_checked_by_pyshacl(
    case: str, tmp_path: Path
) -> None:
    body, reason = FALLBACKS[case]
    text = f"{COMPONENT} :S a sh:NodeShape ; sh:targetClass :C ; {body} . :T sh:targetClass :C ; sh:nodeKind sh:Literal ."
    shapes = loaded(tmp_path, text)
    (fallback,) = shapes.fallbacks.values()
    assert fallback.shape == EX + "S"
    assert reason in fallback.reason
    report = validate(data(":a a :C ; :p 1 ."), shapes)
    assert report.fallbacks == (fallback,)
    assert {f.shape for f in report.findings if f.shape != EX + "T"}
    assert [f.shape for f in report.findings if f.focus == f"<{EX}a>" and f.shape == EX + "T"]


def test_shape_that_refers_to_itself_is_refused_by_both(tmp_path: Path) -> None:
    shapes = loaded(tmp_path, ":S sh:targetClass :C ; sh:property [ sh:path :p ; sh:node :S ] .")
    assert [f.reason for f in shapes.fallbacks.values()] == [f"<{EX}S> refers to itself"]
    with pytest.raises(ShapeError, match="pySHACL cannot check it either"):
        validate(data(":a a :C ; :p :a ."), shapes)


def test_coverage_counts_nodes_and_names_shapes_that_check_none(tmp_path: Path) -> None:
    text = """:S a sh:NodeShape ; sh:targetClass :C, :D ; sh:nodeKind sh:IRI .
              :T a sh:NodeShape ; sh:targetClass :Nobody ; sh:nodeKind sh:IRI .
              :U a sh:NodeShape ; sh:nodeKind sh:IRI ."""
    report = validate(data(":a a :C, :D . :b a :D ."), loaded(tmp_path, text))
    assert report.coverage == (Coverage(EX + "S", 2), Coverage(EX + "T", 0), Coverage(EX + "U", 0))
    assert report.unused == (EX + "T", EX + "U")
    assert report.conforms


def test_a_triple_in_two_graphs_counts_once(tmp_path: Path) -> None:
    rule = "SELECT $this (SUM(?p) AS ?value) { $this <https://example.org/p> ?p } GROUP BY $this HAVING (SUM(?p) > 1)"
    text = f":S sh:targetClass :C ; sh:property [ sh:path :p ; sh:maxCount 1 ] ; sh:sparql [ sh:select '{rule}' ] ."
    shapes, store = loaded(tmp_path, text), data(":a a :C ; :p 1 .")
    for quad in list(store):
        store.add(ox.Quad(*quad.triple, ox.NamedNode(EX + "graph")))
    assert validate(store, shapes).conforms
    assert len(store) == 4
    other = ox.NamedNode(EX + "other")
    store.add(ox.Quad(ox.NamedNode(EX + "a"), ox.NamedNode(EX + "p"), ox.Literal(2), other))
    assert [f.value[:2] for f in validate(store, shapes).findings] == ['"3', ""]


def test_rule_about_a_date_is_left_out_without_one(tmp_path: Path) -> None:
    rule = "SELECT $this ?value { $this <https://example.org/p> ?value FILTER (?value > $asOf) }"
    text = f":S sh:targetClass :C ; sh:sparql [ sh:select '{rule}' ] ."
    shapes, store = loaded(tmp_path, text), data(":a a :C ; :p '2030-01-01'^^xsd:date .")
    report = validate(store, shapes)
    assert report.findings == ()
    assert report.undated == (EX + "S",)
    dated = validate(store, shapes, as_of="2029-12-31")
    assert [f.value for f in dated.findings] == [f'"2030-01-01"^^<{PREFIXES["xsd"]}date>']
    assert dated.undated == ()
    assert validate(store, shapes, as_of="2030-01-01").conforms


def test_date_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="write it as YYYY-MM-DD"):
        validate(data(""), loaded(tmp_path, ""), as_of="31.12.2029")


def test_rule_about_a_date_reaches_pyshacl_too(tmp_path: Path) -> None:
    rule = "SELECT $this { $this <https://example.org/p> ?value FILTER (?value > $asOf) }"
    text = f":S sh:targetClass :C ; sh:sparql [ sh:select '{rule}' ] ; sh:property [ sh:path :q ; sh:hasValue [] ] ."
    shapes, store = loaded(tmp_path, text), data(":a a :C ; :p '2030-01-01'^^xsd:date .")
    assert len(validate(store, shapes).findings) == 1
    assert len(validate(store, shapes, as_of="2029-12-31").findings) == 2


def test_a_later_folder_is_a_profile_of_an_earlier_one(tmp_path: Path) -> None:
    first = ":S sh:targetClass :C ; sh:nodeKind sh:Literal ; sh:message 'first' . :T sh:targetClass :C ; sh:nodeKind sh:Literal ."
    loaded(tmp_path / "a", first)
    loaded(
        tmp_path / "b", ":S sh:severity sh:Info ; sh:message 'second' . :T sh:deactivated true ."
    )
    shapes = Shapes.load([tmp_path / "a", tmp_path / "b"])
    (finding,) = validate(data(":a a :C ."), shapes).findings
    assert (finding.severity, finding.message) == (Severity.INFO, "second")


def test_subclasses_come_from_the_folders_and_from_the_data(tmp_path: Path) -> None:
    loaded(tmp_path / "ontology", ":D rdfs:subClassOf :C .", "ontology.ttl")
    loaded(tmp_path / "shapes", ":S sh:targetClass :C ; sh:nodeKind sh:Literal .")
    shapes = Shapes.load([tmp_path / "ontology", tmp_path / "shapes"])
    report = validate(data(":E rdfs:subClassOf :D . :a a :E . :b a :D . :c a :Other ."), shapes)
    assert [f.focus for f in report.findings] == [f"<{EX}a>", f"<{EX}b>"]


MESSAGES = {
    "own": ("sh:property [ sh:path :p ; sh:maxInclusive 1 ; sh:message '{$value} of {$this} > {$maxInclusive}' ]", "5 of https://example.org/a > 1"),
    "language": ("sh:property [ sh:path :p ; sh:maxInclusive 1 ; sh:message 'zu viel'@de, 'too much'@en ]", "too much"),
    "default": ("sh:property [ sh:path :p ; sh:maxInclusive 1 ]", "5 is not at most 1"),
    "rule": ("sh:sparql [ sh:message '{?twice}' ; sh:select 'SELECT $this ?twice { $this <https://example.org/p> ?p BIND (2 * ?p AS ?twice) }' ]", "10"),
    "words of SPARQL as names": ("sh:sparql [ sh:message '{?values}' ; sh:select 'PREFIX e: <https://example.org/> SELECT $this ?values { $this e:p ?values . OPTIONAL { $this e:minus ?select } }' ]", "5"),
    "said by the rule": ("sh:sparql [ sh:select 'SELECT $this ?message { BIND (\"so\" AS ?message) }' ]", "so"),
    "nothing to say": ("sh:property [ sh:path :q ; sh:minCount 1 ; sh:message '{$value} is missing' ]", "... is missing"),
}  # fmt: skip


@pytest.mark.parametrize("case", MESSAGES)
def test_message_says_what_was_found(case: str, tmp_path: Path) -> None:
    body, expected = MESSAGES[case]
    shapes = loaded(tmp_path, f":S sh:targetClass :C ; {body} .")
    (finding,) = validate(data(":a a :C ; :p 5 ."), shapes).findings
    assert finding.message == expected


def test_nameless_shapes_keep_their_names_when_others_change(tmp_path: Path) -> None:
    one = ":S sh:targetClass :C ; sh:property [ sh:path :p ; sh:minCount 1 ] ."
    more = (
        one
        + ":T sh:targetClass :C ; sh:property [ sh:path :p ; sh:minCount 1 ], [ sh:path :q ; sh:minCount 1 ] ."
    )
    store = data(":a a :C .")
    (first,) = validate(store, loaded(tmp_path, one)).findings
    later = [f.shape for f in validate(store, loaded(tmp_path, more)).findings]
    assert first.shape in later
    assert len(set(later)) == len(later) == 3


def test_findings_are_in_one_order(tmp_path: Path) -> None:
    text = """:A sh:targetClass :C ; sh:nodeKind sh:Literal ; sh:severity sh:Info .
              :B sh:targetClass :C ; sh:nodeKind sh:Literal ; sh:severity sh:Violation .
              :D sh:targetClass :C ; sh:nodeKind sh:Literal ; sh:severity sh:Warning ."""
    report = validate(data(":b a :C . :a a :C ."), loaded(tmp_path, text))
    assert [(f.severity.value, f.focus[-2]) for f in report.findings] == [
        ("violation", "a"), ("violation", "b"), ("warning", "a"), ("warning", "b"), ("info", "a"), ("info", "b"),
    ]  # fmt: skip
    assert list(report.counts.values()) == [2, 2, 2]


def test_what_pyshacl_cannot_read_is_an_error_that_says_so(tmp_path: Path) -> None:
    target = "sh:target [ a sh:SPARQLTarget ; sh:select 'SELECT ?this { ?this e:p ?o }' ]"
    shapes = loaded(tmp_path, f":S a sh:NodeShape ; {target} ; sh:nodeKind sh:IRI .")
    with pytest.raises(ShapeError, match="Unknown namespace prefix"):
        validate(data(":a :p 1 ."), shapes)


def test_nodes_that_pyshacl_chose_are_not_counted_as_none(tmp_path: Path) -> None:
    query = "SELECT ?this { ?this <https://example.org/p> ?o }"
    target = f"sh:target [ a sh:SPARQLTarget ; sh:select '{query}' ]"
    shapes = loaded(tmp_path, f":S a sh:NodeShape ; {target} ; sh:nodeKind sh:Literal .")
    report = validate(data(":a :p 1 ."), shapes)
    assert report.coverage == (Coverage(EX + "S", None),)
    assert report.unused == ()
    assert [f.focus for f in report.findings] == [f"<{EX}a>"]
