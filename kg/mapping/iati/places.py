"""Places of an activity: countries, regions, entries of gazetteers, and points.

Graph:
    <share> okg:place <place> .
    <location> wgs:lat ; wgs:long ; geo:hasGeometry <geometry> .
    <geometry> a geo:Geometry ; geo:asWKT "POINT(longitude latitude)" .
"""

from decimal import Decimal
from typing import Final

from kg import codelists, nquads
from kg.identity import keys
from kg.iris import token
from kg.mapping.iati.datatypes import decimal, listed_code
from kg.mapping.iati.writers import Field, Write, unlisted, vocabulary
from kg.mapping.iati.writing import Writing, first, texts
from kg.records import Claim, Key, Node, Value
from kg.terms import GEO, WGS, XSD

COUNTRIES: Final = "Country"
DAC_REGIONS: Final = "1"
OWN_VOCABULARY: Final = "99"
_LATITUDE, _LONGITUDE = 90, 180


def country_key(raw: str) -> Key | None:
    """Answer the key of a country by its code, or None where there is no such code."""
    known = listed_code(COUNTRIES, raw)
    return keys.by_id("place", known[0], "iso") if known else None


def country(field: Field) -> Write:
    """Write a country by its code."""
    predicate = f" <{field.predicate}> "

    def write(writing: Writing, subject: str, node: Node, value: Value) -> None:  # noqa: ARG001
        key = country_key(value.raw)
        if key is None:
            writing.unread(subject, field.path, value, "not a code of Country")
        else:
            _place(writing, subject, predicate, key)

    return write


def region(field: Field) -> Write:
    """Write a region by its code, which holds within its vocabulary.

    Codes of the publisher's own vocabulary hold for this publisher.
    """
    predicate = f" <{field.predicate}> "

    def write(writing: Writing, subject: str, node: Node, value: Value) -> None:
        of, raw = vocabulary(field, node), value.raw.strip()
        listed = codelists.describe(field.codes, raw) if of == DAC_REGIONS else None
        if of == DAC_REGIONS and listed is None:
            writing.unread(subject, field.path, value, f"not a code of {field.codes}")
            return
        within = {DAC_REGIONS: "", OWN_VOCABULARY: f"{of}:{writing.publisher}:"}
        key = keys.by_id("place", within.get(of, f"{of}:") + raw, "region")
        _place(writing, subject, predicate, key)
        for text, lang in listed.labels if listed else texts(node, "name"):
            writing.output.claim(key, "label", text, lang)

    return write


def gazetteer(field: Field) -> Write:
    """Write the entry of a gazetteer whose entries are known here, or the code of another."""
    schemes, predicate, otherwise = field.lists(), f" <{field.predicate}> ", unlisted(field)

    def write(writing: Writing, subject: str, node: Node, value: Value) -> None:
        scheme = schemes.get(vocabulary(field, node))
        if scheme is None:
            otherwise(writing, subject, node, value)
        else:
            _place(writing, subject, predicate, keys.by_id("place", value.raw, scheme))

    return write


def point(field: Field) -> Write:
    """Write a point that is published as latitude, blank, longitude."""

    def write(writing: Writing, subject: str, node: Node, value: Value) -> None:  # noqa: ARG001
        latitude, _, longitude = value.raw.strip().partition(" ")
        if not _point(writing, subject, latitude, longitude):
            writing.unread(subject, field.path, value, "not a latitude and a longitude in degrees")

    return write


def latitude(field: Field) -> Write:
    """Write a point whose latitude and longitude are published apart."""

    def write(writing: Writing, subject: str, node: Node, value: Value) -> None:
        if not _point(writing, subject, value.raw, first(node, "longitude")):
            writing.unread(subject, field.path, value, "no point with the longitude beside it")

    return write


def longitude(field: Field) -> Write:
    """Write nothing but a longitude that makes no point: the latitude writes both."""

    def write(writing: Writing, subject: str, node: Node, value: Value) -> None:
        if None in _point_of(first(node, "latitude"), value.raw):
            writing.unread(subject, field.path, value, "no point with the latitude beside it")

    return write


def _place(writing: Writing, subject: str, predicate: str, key: Key) -> None:
    writing.output.claims.add(Claim(key, "class", "Place"))
    writing.lines.append(f"{subject}{predicate}{token(key)}{writing.end}")


def _point(writing: Writing, subject: str, latitude: str, longitude: str) -> bool:
    """Add a point, and answer whether it is one.

    Source: GeoSPARQL 1.1, section 8.8.5: well-known text has the longitude first.
    """
    degrees = _point_of(latitude, longitude)
    if None in degrees:
        return False
    out, local = writing.output, subject.rsplit("/", 1)[1]
    geometry = f"<{out.iris.base}geometry/{local}"
    out.add(subject, GEO.hasGeometry, geometry)
    out.type(geometry, GEO.Geometry)
    wkt = f"POINT({degrees[1]} {degrees[0]})"
    out.typed(geometry, GEO.asWKT, wkt, GEO.wktLiteral)
    for predicate, number in zip((WGS.lat, WGS.long), degrees, strict=True):
        out.typed(subject, predicate, str(number), XSD.decimal)
    return True


def _point_of(latitude: str, longitude: str) -> tuple[str | None, str | None]:
    return _degrees(latitude, _LATITUDE), _degrees(longitude, _LONGITUDE)


def _degrees(raw: str, limit: int) -> str | None:
    text = raw.strip()
    if decimal(text) is None or abs(Decimal(text)) > limit:
        return None
    return nquads.decimal(Decimal(text))
