import pyoxigraph as ox
import pytest
import rdflib

from kg.exports import _turtle

PREFIXES = {"x": "https://example.org/x/", "xsd": "http://www.w3.org/2001/XMLSchema#"}
XSD = PREFIXES["xsd"]
CASES = [
    ("<https://example.org/x/MX_D_2.1>", "x:MX_D_2.1"),
    ("<https://example.org/x/2-a>", "x:2-a"),
    ("<https://example.org/x/a.>", "<https://example.org/x/a.>"),
    ("<https://example.org/x/.a>", "<https://example.org/x/.a>"),
    ("<https://example.org/x/-a>", "<https://example.org/x/-a>"),
    ("<https://example.org/x/a~b>", "<https://example.org/x/a~b>"),
    ("<https://example.org/x/a%2Fb>", "<https://example.org/x/a%2Fb>"),
    ("<https://example.org/x/a/b>", "<https://example.org/x/a/b>"),
    ("<https://example.org/x/>", "<https://example.org/x/>"),
    ('"12"@en', '"12"@en'),
    (f'"12"^^<{XSD}integer>', "12"),
    (f'"+12"^^<{XSD}integer>', "+12"),
    (f'"twelve"^^<{XSD}integer>', '"twelve"^^xsd:integer'),
    (f'"12.5"^^<{XSD}decimal>', "12.5"),
    (f'"12"^^<{XSD}decimal>', '"12"^^xsd:decimal'),
    (f'"12."^^<{XSD}decimal>', '"12."^^xsd:decimal'),
    (f'"true"^^<{XSD}boolean>', "true"),
    (f'"1"^^<{XSD}boolean>', '"1"^^xsd:boolean'),
    (f'"2021-03-08"^^<{XSD}date>', '"2021-03-08"^^xsd:date'),
    ('"a^^<b>"^^<https://example.org/y#z>', '"a^^<b>"^^<https://example.org/y#z>'),
]


@pytest.mark.parametrize(("term", "short"), CASES)
def test_a_term_is_as_short_as_every_reader_allows(term: str, short: str) -> None:
    assert _turtle.words(PREFIXES)(term.encode()) == short.encode()
    said = f"{_turtle.head(PREFIXES).decode()}x:s x:p {short} ."
    (quad,) = ox.parse(said, ox.RdfFormat.TURTLE)
    assert str(quad.object) == term
    short_form = rdflib.Graph().parse(data=said, format="turtle")
    long_form = rdflib.Graph().parse(data=f"<{PREFIXES['x']}s> <{PREFIXES['x']}p> {term} .")
    assert set(short_form) == set(long_form)
