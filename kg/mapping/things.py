"""What the graph says of each thing, decided from all claims and the registers.

Graph:
    <thing> a <class> ; okg:mentionType ; rdfs:label ; skos:prefLabel ; skos:altLabel ;
        org:identifier | dcterms:identifier | skos:notation ; org:classification ; okg:country ;
        okg:within ; org:unitOf ; okg:brandOf ; geo:hasGeometry ; schema:sameAs ; dcterms:source <register> .
Exactly one skos:prefLabel a language; rdfs:label is the one to show: English, else the language
that most documents use, else the first by tag.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Protocol

from kg import nquads
from kg.identity import keys
from kg.identity.claims import Votes
from kg.identity.kinds import KINDS
from kg.identity.names import fold
from kg.identity.resolve import Table
from kg.mapping.output import Output
from kg.records import Key, LangText
from kg.registers import Entry
from kg.terms import DCTERMS, GEO, OKG, ORG, PROV, RDFS, SCHEMA, SKOS, WGS, XSD

DISPLAY_LANGUAGE: Final = "en"
REFERENCE: Final = "ActivityReference"
"""The class claimed of an activity that a source refers to and does not describe."""

_LABELS: Final = frozenset({"label", "alias"})


class Entries(Protocol):
    """What describing asks of the registers."""

    def entry(self, key: Key) -> Entry | None:
        """Answer the entry of a key."""


def describe(
    key: Key, votes: Votes, entry: Entry | None, table: Table, output: Output
) -> list[Key]:
    """Add the lines of one thing, and answer the places and agencies that they refer to."""
    kind = KINDS[keys.kind(key)]
    subject = nquads.iri(table.iri(key))
    referred_only = {value for aspect, _, value in votes if aspect == "class"} == {REFERENCE}
    output.type(subject, OKG.ActivityReference if referred_only else kind.class_iri)
    output.text(subject, OKG.mentionType, kind.word)
    _labels(subject, key, votes, entry, output)
    _identifiers(subject, key, votes, entry, output)
    if entry:
        register = output.iris.of("register", entry.register)
        output.add(subject, DCTERMS.source, nquads.iri(register))
    if entry and entry.point:
        _geometry(subject, key, entry.point, table, output)
    for size in _values(votes, "size"):
        output.typed(subject, OKG.size, size, XSD.integer)
    referred = list(_references(key, entry))
    for relation, aspect in ((ORG.unitOf, "unitOf"), (OKG.brandOf, "brandOf")):
        wholes = _values(votes, aspect)
        referred += [(relation, table.representative(Key(whole))) for whole in wholes]
    for predicate, other in referred:
        output.add(subject, predicate, nquads.iri(table.iri(other)))
    return [other for _, other in referred]


def name_registers(registers: Iterable[str], output: Output) -> None:
    """Add the lines of registers that things refer to; the catalog says more of them.

    Graph: <register> a prov:Entity ; dcterms:title .
    """
    for name in sorted(registers):
        subject = nquads.iri(output.iris.of("register", name))
        output.type(subject, PROV.Entity)
        output.text(subject, DCTERMS.title, name)


def _labels(subject: str, key: Key, votes: Votes, entry: Entry | None, output: Output) -> None:
    preferred = _preferred(key, votes, entry)
    shown = _shown(preferred, votes)
    for lang, label in sorted(preferred.items()):
        output.text(subject, SKOS.prefLabel, label, lang)
    if shown:
        output.text(subject, RDFS.label, shown)
    listed = (*entry.labels, *entry.aliases) if entry else ()
    said = [LangText(value, lang) for aspect, lang, value in votes if aspect in _LABELS]
    for text, lang in sorted({*listed, *said}):
        if preferred.get(lang) != text:
            output.text(subject, SKOS.altLabel, text, lang)


def _preferred(key: Key, votes: Votes, entry: Entry | None) -> dict[str, str]:
    """Answer language to label: the register's, else what most documents say.

    Of a thing known by name, the label that spells this name goes before its abbreviations; of
    equal votes the longer label wins, then the first.
    """
    name = key.split(":", 3)[3] if ":name:" in key else ""
    best: dict[str, tuple[bool, int, int, str]] = {}
    for (aspect, lang, value), count in sorted(votes.items()):
        if aspect == "label":
            rank = (bool(name) and fold(value) == name, count, len(value), value)
            best[lang] = max(best.get(lang, rank), rank)
    found = {lang: rank[3] for lang, rank in best.items()}
    if entry:
        found |= {lang: text for text, lang in reversed(entry.labels)}
    return found


def _shown(preferred: dict[str, str], votes: Votes) -> str:
    if DISPLAY_LANGUAGE in preferred:
        return preferred[DISPLAY_LANGUAGE]
    used: Counter[str] = Counter()
    for (aspect, lang, _), count in votes.items():
        if aspect == "label":
            used[lang] += count
    order = sorted(preferred, key=lambda lang: (-used[lang], lang))
    return preferred[order[0]] if order else ""


def _identifiers(subject: str, key: Key, votes: Votes, entry: Entry | None, output: Output) -> None:
    _, scheme, value = key.split(":", 2)
    predicate = ORG.identifier if keys.kind(key) == "org" else DCTERMS.identifier
    if scheme == "iso":
        output.text(subject, SKOS.notation, value)
    elif scheme == "id":
        output.text(subject, predicate, value)
    listed = [identifier for _, identifier in entry.identifiers] if entry else []
    for identifier in (*listed, *_values(votes, "identifier")):
        output.text(subject, predicate, identifier)
    for same in entry.same_as if entry else ():
        output.add(subject, SCHEMA.sameAs, nquads.iri(same))
    classification = (entry.classification if entry else "") or _agreed(votes, "classification")
    if classification:
        output.code(subject, ORG.classification, "OrganisationType", classification)


def _geometry(subject: str, key: Key, point: tuple[str, str], table: Table, output: Output) -> None:
    """Add a point, longitude first in WKT. Source: GeoSPARQL 1.1, section 8.8.5 (CRS84)."""
    latitude, longitude = point
    geometry = nquads.iri(f"{output.iris.base}geometry/{table.iri(key).rsplit('/', 1)[-1]}")
    output.add(subject, GEO.hasGeometry, geometry)
    output.type(geometry, GEO.Geometry)
    output.typed(geometry, GEO.asWKT, f"POINT({longitude} {latitude})", GEO.wktLiteral)
    output.typed(subject, WGS.lat, latitude, XSD.decimal)
    output.typed(subject, WGS.long, longitude, XSD.decimal)


def _references(key: Key, entry: Entry | None) -> Iterator[tuple[str, Key]]:
    country = entry.country if entry else _named_in(key)
    if country and keys.kind(key) != "place":
        yield OKG.country, keys.by_id("place", country, "iso")
    if entry and entry.within:
        yield OKG.within, entry.within


def _named_in(key: Key) -> str:
    """Answer the country that a key known by name belongs to; where it was active says nothing."""
    _, scheme, value = key.split(":", 2)
    return value.partition(":")[0] if scheme == "name" else ""


def _values(votes: Votes, aspect: str) -> Sequence[str]:
    return sorted({value for said, _, value in votes if said == aspect})


def _agreed(votes: Votes, aspect: str) -> str:
    """Answer the one value that all documents give, or nothing where they differ."""
    values: Iterable[str] = _values(votes, aspect)
    listed = [value for value in values if value]
    return listed[0] if len(listed) == 1 else ""
