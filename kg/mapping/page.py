"""Sources, pages, outcomes and narratives as lines.

Graph:
    <source> a okg:Source ; okg:key ; okg:documentName ; okg:sha256 ; okg:sourceKind ;
        okg:country ; okg:countryBasis ; okg:year ; okg:yearBasis ; okg:shownTotal .
    <outcome> a okg:Outcome ; dcterms:identifier ; okg:publisher <organisation> .
    <output> a okg:Output ; dcterms:identifier ; dcterms:title ; dcterms:isPartOf <outcome> .
    <narrative> a okg:Narrative ; dcterms:isPartOf <source> ; okg:about <outcome> ; okg:start ; okg:end .
"""

from typing import Final

from kg import nquads
from kg.documents import Document
from kg.identity import keys
from kg.mapping.output import Output
from kg.records import Finding, Narrative, Outcome, Page
from kg.terms import DCTERMS, OKG, PROV, SCHEMA, XSD
from kg.text.reading import read

LEVELS: Final = {"impact": OKG.Impact, "outcome": OKG.Outcome, "output": OKG.Output}


def map_source(document: Document, kind: str, output: Output) -> None:
    """Add the document itself: where it stood, what its bytes are, what it was taken for."""
    subject = nquads.iri(output.graph)
    output.type(subject, OKG.Source)
    output.text(subject, OKG.key, document.key)
    output.text(subject, OKG.documentName, document.name)
    output.text(subject, OKG.sha256, document.sha256)
    output.text(subject, OKG.sourceKind, kind)
    if document.address:
        output.typed(subject, SCHEMA.url, document.address, XSD.anyURI)


def map_page(page: Page, output: Output) -> None:
    """Add what was found out about the whole document, each finding with how and how surely."""
    subject = nquads.iri(output.graph)
    if page.lang:
        output.text(subject, OKG.defaultLanguage, page.lang)
    if page.publisher:
        publisher = keys.by_id("org", page.publisher)
        output.claim(publisher, "class", "Organisation")
        output.thing(subject, OKG.publisher, publisher)
    if page.country:
        country = keys.by_id("place", page.country.value, "iso")
        output.claim(country, "class", "Place")
        output.thing(subject, OKG.country, country)
        _found(page.country, OKG.countryBasis, OKG.countryConfidence, output)
    if page.region:
        output.text(subject, OKG.region, page.region.value)
    if page.year:
        output.typed(subject, OKG.year, page.year.value, XSD.integer)
        _found(page.year, OKG.yearBasis, OKG.yearConfidence, output)
    if page.shown:
        for term, number in zip(
            (OKG.shownFirst, OKG.shownLast, OKG.shownTotal), page.shown, strict=True
        ):
            output.typed(subject, term, str(number), XSD.integer)


def _found(finding: Finding, basis: str, confidence: str, output: Output) -> None:
    subject = nquads.iri(output.graph)
    output.code(subject, basis, "Basis", finding.basis)
    output.typed(subject, confidence, nquads.decimal(finding.confidence), XSD.decimal)


def map_outcome(outcome: Outcome, output: Output) -> None:
    """Add a statement of a results framework; an outcome's label comes from the narratives' titles."""
    if outcome.level == "output":
        _map_output(outcome, output)
        return
    key = keys.by_id("outcome", outcome.identifier)
    publisher = keys.by_id("org", outcome.publisher)
    output.claim(key, "class", "Outcome")
    output.claim(publisher, "class", "Organisation")
    subject = nquads.iri(output.iris.of("outcome", outcome.identifier))
    output.type(subject, LEVELS[outcome.level])
    output.text(subject, DCTERMS.identifier, outcome.identifier)
    output.thing(subject, OKG.publisher, publisher)


def _map_output(outcome: Outcome, output: Output) -> None:
    """Add what is delivered for an outcome: no thing that texts name, so that it has no key."""
    publisher = keys.by_id("org", outcome.publisher)
    subject = nquads.iri(output.iris.of("outcome", outcome.identifier))
    output.claim(publisher, "class", "Organisation")
    output.type(subject, LEVELS[outcome.level])
    output.text(subject, DCTERMS.identifier, outcome.identifier)
    output.thing(subject, OKG.publisher, publisher)
    output.add(subject, DCTERMS.isPartOf, nquads.iri(output.iris.of("outcome", outcome.within)))
    if outcome.title:
        output.text(subject, DCTERMS.title, *outcome.title)


def map_rendition(sha256: str, output: Output) -> None:
    """Add the text that evidence counts its offsets in, where it is not the source itself."""
    subject = nquads.iri(output.iris.of("text", sha256))
    output.type(subject, OKG.Text)
    output.text(subject, OKG.sha256, sha256)
    output.add(subject, PROV.wasDerivedFrom, nquads.iri(output.graph))


def map_narrative(narrative: Narrative, output: Output) -> None:
    """Add a narrative: what it is about, how it stands, where it stands, and its text.

    The text is what a reader sees; of a narrative that offsets count in, it is the text as it is.
    """
    subject = nquads.iri(output.iris.of("narrative", narrative.id))
    output.type(subject, OKG.Narrative)
    output.add(subject, DCTERMS.isPartOf, nquads.iri(output.graph))
    output.add(subject, PROV.wasQuotedFrom, nquads.iri(output.graph))
    output.typed(subject, OKG.start, str(narrative.start), XSD.integer)
    output.typed(subject, OKG.end, str(narrative.end), XSD.integer)
    output.typed(subject, OKG.truncated, str(narrative.truncated).lower(), XSD.boolean)
    output.code(subject, OKG.status, "OutcomeStatus", narrative.status)
    is_own_text = narrative.text.kind == "narrative"
    text = narrative.raw if is_own_text else read(narrative.raw).text
    output.text(subject, OKG.text, text, narrative.lang)
    if narrative.outcome:
        output.add(subject, OKG.about, nquads.iri(output.iris.of("outcome", narrative.outcome)))
        if narrative.title:
            output.claim(keys.by_id("outcome", narrative.outcome), "label", *narrative.title)
    elif narrative.about:
        output.thing(subject, OKG.about, narrative.about)
    if narrative.said_of:
        output.add(narrative.said_of, OKG.narrative, subject)
    if narrative.title:
        output.text(subject, DCTERMS.title, *narrative.title)
