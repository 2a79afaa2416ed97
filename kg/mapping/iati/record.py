"""An activity or organisation before its parts: what it is called, and what is claimed of it."""

from kg import nquads
from kg.identity import keys
from kg.identity.iri import iri_of
from kg.iris import encode, token
from kg.mapping.iati.names import content
from kg.mapping.iati.organisations import organisation_key
from kg.mapping.iati.places import country_key
from kg.mapping.iati.writing import Writing, first, texts
from kg.mapping.names import short
from kg.mapping.output import Output
from kg.records import Key, Node
from kg.terms import OKG, PROV, XSD


def begin_activity(node: Node, output: Output) -> Writing:
    """Answer the writing of an activity, with its class, titles and countries written.

    Its IRI follows from its identifier; where it has none, from the source and the content.
    """
    identifier = first(node, "identifier")
    key = keys.by_id("activity", identifier) if identifier else _unidentified(node, output)
    iri = iri_of(key, output.iris)
    writing = Writing(
        output,
        nquads.iri(iri),
        iri.rsplit("/", 1)[1],
        about=key,
        publisher=_publisher(node),
    )
    _claim(writing, node, key, "Activity", "title")
    if not identifier:
        output.typed(writing.subject, OKG.unidentified, "true", XSD.boolean)
        writing.report("identifier", "an activity without identifier", node.line)
    countries = _countries(node)
    for country in countries:
        output.thing(writing.subject, OKG.country, country)
        output.claim(key, "country", country.rpartition(":")[2])
    output.add(writing.subject, PROV.hadPrimarySource, nquads.iri(output.graph))
    if len(countries) == 1:
        writing.country = countries[0].rpartition(":")[2]
    return writing


def begin_organisation(node: Node, output: Output) -> Writing:
    """Answer the writing of an organisation; it stands as a key, for others name it too."""
    identifier = first(node, "identifier")
    if identifier:
        key = keys.by_id("org", identifier)
    else:
        key = organisation_key("", texts(node, "name"), None, "") or _unidentified(node, output)
    writing = Writing(
        output, token(key), encode(identifier or key), about=key, publisher=_publisher(node)
    )
    _claim(writing, node, key, "Organisation", "name")
    return writing


def _unidentified(node: Node, output: Output) -> Key:
    kind = "org" if node.kind == "organisation" else node.kind
    return keys.by_id(kind, short(f"{output.graph}\n{content(node, {})}"), "source")


def _claim(writing: Writing, node: Node, key: Key, class_name: str, label: str) -> None:
    writing.output.claim(key, "class", class_name)
    for text, lang in texts(node, label):
        writing.output.claim(key, "label", text, lang)


def _publisher(node: Node) -> str:
    return next((first(part, "ref") for part in node.parts if part.kind == "reporting-org"), "")


def _countries(node: Node) -> list[Key]:
    """Answer the countries that an activity is for, each once, in the order of their codes."""
    codes = {first(part, "place") for part in node.parts if part.kind == "recipient-country"}
    return [key for code in sorted(codes) if (key := country_key(code)) is not None]
