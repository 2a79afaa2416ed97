"""What outcomes and indicators of pages count towards, as lines.

Graph:
    <outcome|indicator> okg:contribution <contribution> .
    <contribution> a okg:Contribution ; okg:towards <concept> ; okg:vocabulary ; okg:significance ;
        okg:year ; okg:line ; okg:allocation <measurement> ; prov:wasDerivedFrom <evidence> .
"""

from collections.abc import Iterator
from typing import Final

from kg import codelists, nquads
from kg.mapping.evidence import map_quote
from kg.mapping.names import short
from kg.mapping.output import Output
from kg.records import Contribution, Issue
from kg.terms import OKG, XSD

_VOCABULARIES: Final = {
    "PolicyMarker": ("PolicyMarkerVocabulary", "1"),
    "UNSDG-Goals": ("TagVocabulary", "2"),
    "UNSDG-Targets": ("TagVocabulary", "3"),
}
"""What IATI calls those who keep the lists."""


def map_contribution(contribution: Contribution, output: Output) -> Iterator[Issue]:
    """Add what counts towards what; a code that there is not is kept as it stands, and an issue."""
    told = contribution
    raw = told.evidence.exact if told.evidence else told.code
    code = told.code or short(raw, 8)
    subject = contribution_term(
        told.outcome, told.indicator, f"{told.scheme}/{code}", told.year, output
    )
    whole = (
        output.iris.of("indicator", told.outcome, told.indicator)
        if told.indicator
        else output.iris.of("outcome", told.outcome)
    )
    output.add(nquads.iri(whole), OKG.contribution, subject)
    output.type(subject, OKG.Contribution)
    output.typed(subject, OKG.line, str(told.line), XSD.integer)
    if told.year:
        output.typed(subject, OKG.year, told.year, XSD.integer)
    if vocabulary := _VOCABULARIES.get(told.scheme):
        output.code(subject, OKG.vocabulary, *vocabulary)
    if told.significance:
        output.code(subject, OKG.significance, "PolicySignificance", told.significance)
    map_quote(subject, told.evidence, output)
    if told.code and codelists.describe(told.scheme, told.code):
        output.code(subject, OKG.towards, told.scheme, told.code)
    else:
        yield _unread(subject, told, raw, output)


def contribution_term(outcome: str, indicator: str, towards: str, year: str, output: Output) -> str:
    """Answer the term of what an outcome, or an indicator of it, counts towards in a year."""
    names = [name for name in (outcome, indicator, towards, year) if name]
    return nquads.iri(output.iris.of("contribution", *names))


def _unread(subject: str, told: Contribution, raw: str, output: Output) -> Issue:
    path = f"contribution/{told.scheme}"
    unread = nquads.iri(f"{subject[1:-1].replace('/contribution/', '/unread/')}")
    output.add(subject, OKG.unread, unread)
    output.type(unread, OKG.UnreadValue)
    output.text(unread, OKG.rawValue, raw)
    output.text(unread, OKG.path, path)
    return Issue(
        code="unread",
        message=f"not a code of {told.scheme}",
        path=path,
        line=told.line,
        start=told.evidence.start if told.evidence else None,
        raw=raw[:200],
    )
