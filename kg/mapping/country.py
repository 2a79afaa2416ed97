"""The figures of a country that a page carries, as lines: no results, and in no sum with them.

Graph:
    <figure> a okg:CountryIndicator ; okg:country <place> ; okg:countryFigure ; okg:counted ;
        okg:value ; okg:share ; okg:role ; okg:dimension <dimension> ; okg:line ;
        prov:wasDerivedFrom <evidence> .
"""

from kg import nquads
from kg.identity import keys
from kg.mapping.evidence import map_quote
from kg.mapping.names import short
from kg.mapping.output import Output
from kg.records import CountryFigure
from kg.terms import OKG, XSD


def map_figure(figure: CountryFigure, output: Output) -> None:
    """Add one figure; that of women or men has its dimension."""
    names = short(output.graph), figure.figure, figure.sex or "all"
    subject = nquads.iri(output.iris.of("country-indicator", *names))
    country = keys.by_id("place", figure.country, "iso")
    output.claim(country, "class", "Place")
    output.type(subject, OKG.CountryIndicator)
    output.thing(subject, OKG.country, country)
    output.code(subject, OKG.countryFigure, "CountryFigure", figure.figure)
    output.code(subject, OKG.role, "MeasurementRole", "context")
    output.text(subject, OKG.counted, figure.published)
    output.typed(subject, OKG.value, nquads.decimal(figure.value), XSD.decimal)
    output.typed(subject, OKG.line, str(figure.line), XSD.integer)
    if figure.share is not None:
        output.typed(subject, OKG.share, nquads.decimal(figure.share), XSD.decimal)
    if figure.sex:
        dimension = nquads.iri(output.iris.of("dimension", *names))
        output.add(subject, OKG.dimension, dimension)
        output.type(dimension, OKG.Dimension)
        output.text(dimension, OKG.dimensionName, "sex")
        output.text(dimension, OKG.dimensionValue, figure.sex)
    map_quote(subject, figure.evidence, output)
