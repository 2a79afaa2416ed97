"""pySHACL, for the shapes that are beyond the engine: over the same data."""

import logging
import warnings
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox
import pyshacl
import rdflib
from pyshacl.errors import ShapeRecursionWarning
from rdflib.term import Node as RdflibNode

from kg.errors import ShapeError
from kg.terms import OWL, RDFS, SH, XSD
from kg.validate import paths, selects
from kg.validate.classes import Classes
from kg.validate.components import targets
from kg.validate.findings import Finding, Severity
from kg.validate.graph import ShapesGraph
from kg.validate.statements import Term, of

_Triple = tuple[Term, Term, Term]

_CLASSES: Final = frozenset({ox.NamedNode(RDFS.Class), ox.NamedNode(OWL.Class)})


@dataclass(frozen=True, slots=True)
class Oracle:
    """Checks some shapes of a shapes graph with pySHACL over one data graph."""

    data: rdflib.Graph
    shapes: ShapesGraph
    as_of: str

    @classmethod
    def over(cls, store: ox.Store, classes: Classes, shapes: ShapesGraph, as_of: str) -> "Oracle":
        """Answer an oracle over the union of all graphs of a store, with the class hierarchy."""
        above = ox.NamedNode(RDFS.subClassOf)
        data = [statement for quad in store if (statement := of(quad.triple))]
        hierarchy = [(child, above, parent) for child, parent in classes.edges]
        with _quiet():
            return cls(_graph([*data, *hierarchy]), shapes, as_of)

    def findings(self, nodes: Collection[Term]) -> list[Finding]:
        """Answer what some shapes find.

        Raises:
            ShapeError: pySHACL cannot check one of them either.
        """
        chosen = _graph(_as_kept(self._chosen(nodes)))
        try:
            with _quiet():
                _, report, text = pyshacl.validate(self.data, shacl_graph=chosen, advanced=True)
        except Exception as error:  # pySHACL and rdflib raise bare ones for what they cannot read
            raise self._refused(nodes, str(error)) from error
        if not isinstance(report, rdflib.Graph):
            raise self._refused(nodes, text)
        return list(read(report))

    def _refused(self, nodes: Collection[Term], reason: str) -> ShapeError:
        said = " ".join(reason.split())
        where = min(nodes, key=str)
        return self.shapes.error(
            where, f"pySHACL cannot check it either ({said}): change the shape"
        )

    def _chosen(self, nodes: Collection[Term]) -> Iterator[_Triple]:
        """Answer the shapes graph with the targets of some shapes only, and with the date."""
        for subject, predicate, object_ in self.shapes.statements:
            selects_nodes = predicate.value in targets() or object_ in _CLASSES
            if selects_nodes and subject not in nodes:
                continue
            if predicate.value == SH.sparql and self._undated(object_):
                continue
            is_query = predicate.value == SH.select and self.as_of
            text = ox.Literal(selects.with_date(object_.value, self.as_of)) if is_query else object_
            yield subject, predicate, text

    def _undated(self, rule: Term) -> bool:
        return not self.as_of and any(map(selects.dated, self.shapes.objects(rule, SH.select)))


def _as_kept(triples: Iterable[_Triple]) -> Iterator[_Triple]:
    """Answer triples with their literals in the form in which a store keeps them, as the data's."""
    store = ox.Store()
    store.extend(ox.Quad(*triple) for triple in triples)  # type: ignore[arg-type]  # each in its place
    for quad in store:
        if statement := of(quad.triple):
            yield statement


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep rdflib from telling of ill-formed literals, which the report is about.

    A shape that comes back to itself is an error: pySHACL warns, and goes on with half an answer.
    """
    log = logging.getLogger("rdflib.term")
    before, log.disabled = log.disabled, True
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "Parsing weird boolean", UserWarning)
            warnings.simplefilter("error", ShapeRecursionWarning)
            yield
    finally:
        log.disabled = before


def read(report: rdflib.Graph) -> Iterator[Finding]:
    """Answer the findings in a report of pySHACL."""
    statements = [of(ox.Triple(*map(_from_rdflib, triple))) for triple in report]  # type: ignore[arg-type]  # each in its place
    graph = ShapesGraph({statement: "" for statement in statements if statement})
    for node in graph.subjects(SH.result):
        for result in graph.objects(node, SH.result):
            yield _finding(graph, result)


def _finding(graph: ShapesGraph, result: Term) -> Finding:
    def said(predicate: str) -> list[Term]:
        return graph.objects(result, predicate)

    return Finding(
        severity=next(s for s in Severity if s.iri == said(SH.resultSeverity)[0].value),
        shape=said(SH.sourceShape)[0].value,
        focus=str(said(SH.focusNode)[0]),
        path="".join(paths.read(graph, path) for path in said(SH.resultPath)),
        value="".join(map(str, said(SH.value)[:1])),
        message="".join(message.value for message in said(SH.resultMessage)[:1]),
        component=said(SH.sourceConstraintComponent)[0].value,
    )


def _graph(triples: Iterable[_Triple]) -> rdflib.Graph:
    graph = rdflib.Graph()
    for subject, predicate, object_ in triples:
        graph.add((_to_rdflib(subject), _to_rdflib(predicate), _to_rdflib(object_)))
    return graph


def _to_rdflib(term: Term) -> RdflibNode:
    """Answer the same term in rdflib, a literal in the same lexical form."""
    match term:
        case ox.NamedNode():
            return rdflib.URIRef(term.value)
        case ox.BlankNode():
            return rdflib.BNode(term.value)
        case ox.Literal(language=str() as language):
            return rdflib.Literal(term.value, lang=language)
        case ox.Literal():
            datatype = (
                None if term.datatype.value == XSD.string else rdflib.URIRef(term.datatype.value)
            )
            return rdflib.Literal(term.value, datatype=datatype, normalize=False)


def _from_rdflib(term: RdflibNode) -> Term:
    match term:
        case rdflib.URIRef():
            return ox.NamedNode(term)
        case rdflib.BNode():
            return ox.BlankNode(term)
        case rdflib.Literal(language=str() as language):
            return ox.Literal(term, language=language)
        case rdflib.Literal(datatype=rdflib.URIRef() as datatype):
            return ox.Literal(term, datatype=ox.NamedNode(datatype))
        case _:
            return ox.Literal(str(term))
