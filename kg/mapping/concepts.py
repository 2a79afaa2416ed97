"""The concepts of code lists that a graph uses, and their lists, described in it.

Graph:
    <scheme> a skos:ConceptScheme ; skos:prefLabel .
    <concept> a skos:Concept ; skos:inScheme ; skos:notation ; skos:prefLabel ; skos:broader ; skos:exactMatch ;
        okg:otherRole .
"""

from collections.abc import Iterable
from urllib.parse import unquote

from kg import codelists, nquads
from kg.codelists import Concept
from kg.mapping.output import Output
from kg.terms import OKG, PREFIXES, SKOS


def describe(codes: Iterable[tuple[str, str]], output: Output) -> None:
    """Add the lines of the concepts with these schemes and codes, of those above and of other roles, of their lists."""
    left, done = set(codes), set[tuple[str, str]]()
    while left - done:
        pair = min(left - done)
        done.add(pair)
        concept = codelists.describe(*pair)
        if concept:
            _lines(concept, output)
            left |= {_pair(iri) for iri in (concept.broader, concept.other_role) if iri}
    for scheme in sorted({scheme for scheme, _ in done}):
        _scheme(scheme, output)


def _scheme(scheme: str, output: Output) -> None:
    subject = nquads.iri(f"{PREFIXES['codelist']}{scheme}")
    output.type(subject, SKOS.ConceptScheme)
    for text, lang in codelists.names(scheme):
        output.text(subject, SKOS.prefLabel, text, lang)


def _lines(concept: Concept, output: Output) -> None:
    subject = nquads.iri(concept.iri)
    output.type(subject, SKOS.Concept)
    output.add(subject, SKOS.inScheme, nquads.iri(concept.scheme_iri))
    output.text(subject, SKOS.notation, concept.notation)
    for text, lang in concept.labels:
        output.text(subject, SKOS.prefLabel, text, lang)
    if concept.broader:
        output.add(subject, SKOS.broader, nquads.iri(concept.broader))
    if concept.exact_match and not concept.exact_match.startswith(PREFIXES["codelist"]):
        output.add(subject, SKOS.exactMatch, nquads.iri(concept.exact_match))
    if concept.other_role:
        output.add(subject, OKG.otherRole, nquads.iri(concept.other_role))


def _pair(iri: str) -> tuple[str, str]:
    scheme, _, code = iri.removeprefix(PREFIXES["codelist"]).partition("/")
    return scheme, unquote(code)
