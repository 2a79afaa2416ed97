"""The words that a fact rests on, and where they stand, as lines.

Graph:
    <evidence> a oa:SpecificResource ; oa:hasSource <text> ; oa:hasSelector <selector> ;
        prov:wasQuotedFrom <source> .
    <selector> a oa:TextPositionSelector, oa:TextQuoteSelector ; oa:start ; oa:end ; oa:exact .
"""

from kg import nquads
from kg.mapping.names import short
from kg.mapping.output import Output
from kg.records import Evidence
from kg.terms import OA, PROV, XSD


def map_evidence(evidence: Evidence, scope: str, output: Output) -> str:
    """Add the lines of evidence whose name begins with `scope`, and answer its term."""
    name = f"{scope}-{evidence.start}-{evidence.end}"
    subject = nquads.iri(output.iris.of("evidence", name))
    selector = nquads.iri(output.iris.of("selector", name))
    output.type(subject, OA.SpecificResource)
    output.add(subject, OA.hasSource, nquads.iri(output.iris.text(evidence.text)))
    output.add(subject, OA.hasSelector, selector)
    output.add(subject, PROV.wasQuotedFrom, nquads.iri(output.graph))
    output.type(selector, OA.TextPositionSelector)
    output.type(selector, OA.TextQuoteSelector)
    output.typed(selector, OA.start, str(evidence.start), XSD.integer)
    output.typed(selector, OA.end, str(evidence.end), XSD.integer)
    output.text(selector, OA.exact, evidence.exact)
    output.text(selector, OA.prefix, evidence.prefix)
    output.text(selector, OA.suffix, evidence.suffix)
    return subject


def map_quote(subject: str, evidence: Evidence | None, output: Output) -> None:
    """Say which words of a page state a thing, where they may be quoted."""
    if evidence:
        scope = short(evidence.text.id)
        output.add(subject, PROV.wasDerivedFrom, map_evidence(evidence, scope, output))
