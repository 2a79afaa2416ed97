"""The catalog of a build: what the data set is, how large, in which files, and from which registers.

Graph:
    <catalog> a dcat:Catalog ; dcat:dataset <dataset> .
    <dataset> a dcat:Dataset, void:Dataset ; dcterms:title ; dcterms:publisher ; dcterms:license ;
        dcat:contactPoint ; void:triples ; void:entities ; void:classPartition ;
        void:propertyPartition ; dcat:distribution <distribution> ; prov:wasDerivedFrom <register> .
    <distribution> a dcat:Distribution ; dcat:mediaType ; dcat:byteSize ; spdx:checksum <checksum> .
Nothing is said that is not known: no licence without one in the settings, no date, no address.

Source: W3C DCAT 3; W3C VoID (2011), sections 3.4 and 4.6; SPDX 2.3, checksums.
"""

import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg import nquads
from kg.exports import Selection, export
from kg.iris import Iris
from kg.mapping.output import Output
from kg.statistics import Statistics
from kg.terms import DCAT, DCTERMS, FOAF, OKG, PREFIXES, PROV, RDFS, SPDX, VCARD, VOID, XSD


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """One file that holds the data set."""

    name: str
    media_type: str
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """A register that names or identifiers came from: where it is, under what, as of when.

    `source` and `licence` are addresses or texts; `date` is an ISO 8601 day; "" is not known.
    """

    name: str
    source: str = ""
    licence: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """All that the catalog says. `dataset` is the settings' section of that name."""

    statistics: Statistics
    dataset: Mapping[str, str] = field(default_factory=dict)
    lang: str = "en"
    files: Sequence[DataFile] = ()
    registers: Sequence[Register] = ()


def data_file(path: Path, media_type: str) -> DataFile:
    """Answer what the catalog says of a file."""
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    size = path.stat().st_size
    return DataFile(name=path.name, media_type=media_type, size_bytes=size, sha256=digest)


def turtle(description: Description, iris: Iris) -> bytes:
    """Answer `catalog.ttl`."""
    output = Output(iris.of("graph", "catalog"), iris)
    _dataset(description, output)
    _sizes(description.statistics, output)
    for file in description.files:
        _distribution(file, description, output)
    for register in description.registers:
        _register(register, output)
    lines = "".join(f"{line}\n" for line in sorted(set(output.lines))).encode()
    stream = io.BytesIO()
    export(Selection(lambda: iter((lines,))), "turtle", stream, base=iris.base)
    return stream.getvalue()


def _dataset(description: Description, output: Output) -> None:
    catalog, dataset = _named(output, "catalog"), _named(output, "dataset")
    said = description.dataset
    output.type(catalog, DCAT.Catalog)
    output.add(catalog, DCAT.dataset, dataset)
    output.type(dataset, DCAT.Dataset)
    output.type(dataset, VOID.Dataset)
    output.add(dataset, DCTERMS.conformsTo, nquads.iri(PREFIXES["okg"].rstrip("#")))
    for node in (catalog, dataset):
        if "title" in said:
            output.text(node, DCTERMS.title, said["title"], description.lang)
        if "description" in said:
            output.text(node, DCTERMS.description, said["description"], description.lang)
        if "publisher" in said:
            output.add(node, DCTERMS.publisher, _agent(said["publisher"], output))
    if "contact" in said:
        output.add(dataset, DCAT.contactPoint, _contact(said["contact"], output))
    _licence(dataset, said.get("licence", ""), output)


def _agent(publisher: str, output: Output) -> str:
    if _is_address(publisher):
        return nquads.iri(publisher)
    agent = _named(output, "agent", publisher)
    output.type(agent, FOAF.Agent)
    output.text(agent, FOAF.name, publisher)
    return agent


def _contact(contact: str, output: Output) -> str:
    node = _named(output, "contact", "dataset")
    output.type(node, VCARD.Kind)
    output.text(node, VCARD.fn, contact)
    if "@" in contact and " " not in contact:
        output.add(node, VCARD.hasEmail, nquads.iri(f"mailto:{contact}"))
    return node


def _licence(node: str, licence: str, output: Output) -> None:
    """Add a licence as what it is: an address, or a statement in words."""
    if _is_address(licence):
        output.add(node, DCTERMS.license, nquads.iri(licence))
    elif licence:
        rights = _named(output, "rights", licence)
        output.add(node, DCTERMS.rights, rights)
        output.type(rights, DCTERMS.RightsStatement)
        output.text(rights, RDFS.label, licence)


def _sizes(counted: Statistics, output: Output) -> None:
    dataset = _named(output, "dataset")
    _count(dataset, VOID.triples, counted.triples, output)
    _count(dataset, VOID.entities, counted.entities, output)
    output.text(dataset, VOID.uriSpace, output.iris.base)
    used = (*counted.classes, *counted.properties)
    for vocabulary in PREFIXES.values():
        if any(term.startswith(vocabulary) for term in used):
            output.add(dataset, VOID.vocabulary, nquads.iri(vocabulary))
    for term, entities in counted.classes.items():
        part = _part("class-partition", term, output)
        output.add(dataset, VOID.classPartition, part)
        output.add(part, VOID.class_, nquads.iri(term))
        _count(part, VOID.entities, entities, output)
    for term, triples in counted.properties.items():
        part = _part("property-partition", term, output)
        output.add(dataset, VOID.propertyPartition, part)
        output.add(part, VOID.property, nquads.iri(term))
        _count(part, VOID.triples, triples, output)


def _part(kind: str, term: str, output: Output) -> str:
    for prefix, namespace in PREFIXES.items():
        if term.startswith(namespace):
            return _named(output, kind, prefix, term.removeprefix(namespace))
    return _named(output, kind, term)


def _distribution(file: DataFile, description: Description, output: Output) -> None:
    node, checksum = (
        _named(output, "distribution", file.name),
        _named(output, "checksum", file.sha256),
    )
    output.add(_named(output, "dataset"), DCAT.distribution, node)
    output.type(node, DCAT.Distribution)
    output.text(node, DCTERMS.title, file.name)
    output.add(node, DCAT.mediaType, nquads.iri(PREFIXES["media"] + file.media_type))
    _count(node, DCAT.byteSize, file.size_bytes, output, XSD.nonNegativeInteger)
    _licence(node, description.dataset.get("licence", ""), output)
    output.add(node, SPDX.checksum, checksum)
    output.type(checksum, SPDX.Checksum)
    output.add(checksum, SPDX.algorithm, nquads.iri(SPDX.checksumAlgorithm_sha256))
    output.typed(checksum, SPDX.checksumValue, file.sha256, XSD.hexBinary)


def _register(register: Register, output: Output) -> None:
    node = _named(output, "register", register.name)
    output.add(_named(output, "dataset"), PROV.wasDerivedFrom, node)
    output.type(node, PROV.Entity)
    output.text(node, DCTERMS.title, register.name)
    if _is_address(register.source):
        output.add(node, DCTERMS.source, nquads.iri(register.source))
    elif register.source:
        output.text(node, OKG.note, register.source)
    if register.date:
        output.typed(node, DCTERMS.issued, register.date, XSD.date)
    _licence(node, register.licence, output)


def _count(
    subject: str, predicate: str, number: int, output: Output, datatype: str = XSD.integer
) -> None:
    output.typed(subject, predicate, str(number), datatype)


def _named(output: Output, kind: str, *names: str) -> str:
    return nquads.iri(output.iris.of(kind, *names) if names else output.iris.base + kind)


def _is_address(text: str) -> bool:
    return text.startswith(("http://", "https://"))
