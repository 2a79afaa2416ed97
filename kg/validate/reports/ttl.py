"""Turtle: a SHACL validation report. No node is blank; a result's name is a digest of what it says.

Graph:
    <report> a sh:ValidationReport ; sh:conforms ; sh:result <finding> .
    <finding> a sh:ValidationResult ; sh:focusNode ; sh:resultPath ; sh:value ; sh:resultSeverity ;
        sh:sourceShape ; sh:sourceConstraintComponent ; sh:resultMessage .
A path of more than one step, which SHACL would write as a blank node, gets a name too, and its
SPARQL text as its label.

Source: SHACL, section 3.6.
"""

import hashlib
import io
from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from kg import nquads
from kg.iris import Iris
from kg.terms import PREFIXES, RDF, RDFS, SH, XSD
from kg.validate.findings import Finding, Report
from kg.validate.paths import is_predicate

NAME: Final = "ttl"
SUFFIX: Final = ".ttl"
MEDIA_TYPE: Final = "text/turtle"


def render(report: Report, iris: Iris) -> bytes:
    """Answer the report as Turtle, its results in the order of their names."""
    lines = sorted(set(_lines(report, iris)))
    triples = (quad.triple for quad in ox.parse("\n".join(lines), ox.RdfFormat.N_TRIPLES))
    out = io.BytesIO()
    ox.serialize(triples, out, ox.RdfFormat.TURTLE, prefixes=PREFIXES | _prefixes(iris))
    return out.getvalue()


def _prefixes(iris: Iris) -> dict[str, str]:
    return {kind: f"{iris.base}{kind}/" for kind in ("finding", "path", "shape")}


def _lines(report: Report, iris: Iris) -> Iterator[str]:
    subject = f"{iris.base}report"
    conforms = nquads.typed(str(report.conforms).lower(), XSD.boolean)
    yield _line(subject, RDF.type, nquads.iri(SH.ValidationReport))
    yield _line(subject, SH.conforms, conforms)
    for finding in report.findings:
        name = iris.of("finding", _digest(repr(finding)))
        yield _line(subject, SH.result, nquads.iri(name))
        yield from _result(name, finding, iris)


def _result(name: str, finding: Finding, iris: Iris) -> Iterator[str]:
    yield _line(name, RDF.type, nquads.iri(SH.ValidationResult))
    yield _line(name, SH.focusNode, finding.focus)
    yield _line(name, SH.resultSeverity, nquads.iri(finding.severity.iri))
    yield _line(name, SH.sourceShape, nquads.iri(finding.shape))
    yield _line(name, SH.sourceConstraintComponent, nquads.iri(finding.component))
    yield _line(name, SH.resultMessage, nquads.text(finding.message))
    if finding.value:
        yield _line(name, SH.value, finding.value)
    if finding.path:
        yield from _path(name, finding.path, iris)


def _path(name: str, path: str, iris: Iris) -> Iterator[str]:
    if is_predicate(path):
        yield _line(name, SH.resultPath, path)
        return
    node = iris.of("path", _digest(path))
    yield _line(name, SH.resultPath, nquads.iri(node))
    yield _line(node, RDFS.label, nquads.text(path))


def _line(subject: str, predicate: str, term: str) -> str:
    return f"<{subject}> <{predicate}> {term} ."


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
