"""Indicators of pages as lines, and the measurements that are their baselines, targets and results.

Graph:
    <result> okg:indicator <indicator> .
    <indicator> a okg:Indicator ; dcterms:identifier ; dcterms:title ; okg:line ;
        okg:baseline <measurement> ; okg:period <period> .
    <period> a okg:IndicatorPeriod ; okg:periodStart ; okg:periodEnd ;
        okg:target <measurement> ; okg:actual <measurement> .
"""

from kg import nquads
from kg.mapping.output import Output
from kg.records import Cell, Indicator
from kg.terms import DCTERMS, OKG, XSD


def map_indicator(indicator: Indicator, output: Output) -> None:
    """Add what is measured, and the result that it is measured for."""
    subject = _subject(indicator.outcome, indicator.code, output)
    output.add(nquads.iri(output.iris.of("outcome", indicator.result)), OKG.indicator, subject)
    output.type(subject, OKG.Indicator)
    output.typed(subject, OKG.line, str(indicator.line), XSD.integer)
    if indicator.published:
        output.text(subject, DCTERMS.identifier, indicator.published)
    if indicator.title:
        output.text(subject, DCTERMS.title, *indicator.title)


def link(measurement: str, cell: Cell, outcome: str, output: Output) -> None:
    """Say of which indicator of an outcome a measurement is the baseline, a target or a result."""
    indicator = _subject(outcome, cell.of, output)
    if cell.role == "baseline":
        output.add(indicator, OKG.baseline, measurement)
        if cell.year:
            output.typed(measurement, OKG.year, cell.year, XSD.integer)
        return
    period = nquads.iri(
        output.iris.of("indicator-period", outcome, cell.of, cell.year or "undated")
    )
    output.add(indicator, OKG.period, period)
    output.type(period, OKG.IndicatorPeriod)
    if cell.year:
        output.typed(period, OKG.periodStart, f"{cell.year}-01-01", XSD.date)
        output.typed(period, OKG.periodEnd, f"{cell.year}-12-31", XSD.date)
    output.add(period, OKG.target if cell.role == "target" else OKG.actual, measurement)


def _subject(outcome: str, code: str, output: Output) -> str:
    return nquads.iri(output.iris.of("indicator", outcome, code))
