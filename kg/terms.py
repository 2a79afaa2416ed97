"""The terms of ontology/ as Python constants. Written by scripts/terms.py; do not edit."""

from typing import Final

PREFIXES: Final[dict[str, str]] = {
    "codelist": "https://w3id.org/okg/codelist/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "oa": "http://www.w3.org/ns/oa#",
    "okg": "https://w3id.org/okg/ontology#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "qudt": "http://qudt.org/schema/qudt/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "void": "http://rdfs.org/ns/void#",
    "wgs": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

DEFAULT_BASE: Final = "https://w3id.org/okg/id/"


class DCAT:
    """Terms of <http://www.w3.org/ns/dcat#>."""

    Catalog: Final = "http://www.w3.org/ns/dcat#Catalog"
    Dataset: Final = "http://www.w3.org/ns/dcat#Dataset"
    Distribution: Final = "http://www.w3.org/ns/dcat#Distribution"
    byteSize: Final = "http://www.w3.org/ns/dcat#byteSize"
    contactPoint: Final = "http://www.w3.org/ns/dcat#contactPoint"
    dataset: Final = "http://www.w3.org/ns/dcat#dataset"
    distribution: Final = "http://www.w3.org/ns/dcat#distribution"
    downloadURL: Final = "http://www.w3.org/ns/dcat#downloadURL"
    mediaType: Final = "http://www.w3.org/ns/dcat#mediaType"


class DCTERMS:
    """Terms of <http://purl.org/dc/terms/>."""

    created: Final = "http://purl.org/dc/terms/created"
    description: Final = "http://purl.org/dc/terms/description"
    format: Final = "http://purl.org/dc/terms/format"
    identifier: Final = "http://purl.org/dc/terms/identifier"
    isPartOf: Final = "http://purl.org/dc/terms/isPartOf"
    language: Final = "http://purl.org/dc/terms/language"
    license: Final = "http://purl.org/dc/terms/license"
    modified: Final = "http://purl.org/dc/terms/modified"
    publisher: Final = "http://purl.org/dc/terms/publisher"
    source: Final = "http://purl.org/dc/terms/source"
    subject: Final = "http://purl.org/dc/terms/subject"
    title: Final = "http://purl.org/dc/terms/title"


class FOAF:
    """Terms of <http://xmlns.com/foaf/0.1/>."""

    Agent: Final = "http://xmlns.com/foaf/0.1/Agent"
    name: Final = "http://xmlns.com/foaf/0.1/name"


class GEO:
    """Terms of <http://www.opengis.net/ont/geosparql#>."""

    Feature: Final = "http://www.opengis.net/ont/geosparql#Feature"
    Geometry: Final = "http://www.opengis.net/ont/geosparql#Geometry"
    asWKT: Final = "http://www.opengis.net/ont/geosparql#asWKT"
    hasGeometry: Final = "http://www.opengis.net/ont/geosparql#hasGeometry"
    wktLiteral: Final = "http://www.opengis.net/ont/geosparql#wktLiteral"


class OA:
    """Terms of <http://www.w3.org/ns/oa#>."""

    Annotation: Final = "http://www.w3.org/ns/oa#Annotation"
    SpecificResource: Final = "http://www.w3.org/ns/oa#SpecificResource"
    TextPositionSelector: Final = "http://www.w3.org/ns/oa#TextPositionSelector"
    TextQuoteSelector: Final = "http://www.w3.org/ns/oa#TextQuoteSelector"
    end: Final = "http://www.w3.org/ns/oa#end"
    exact: Final = "http://www.w3.org/ns/oa#exact"
    hasBody: Final = "http://www.w3.org/ns/oa#hasBody"
    hasSelector: Final = "http://www.w3.org/ns/oa#hasSelector"
    hasSource: Final = "http://www.w3.org/ns/oa#hasSource"
    hasTarget: Final = "http://www.w3.org/ns/oa#hasTarget"
    prefix: Final = "http://www.w3.org/ns/oa#prefix"
    start: Final = "http://www.w3.org/ns/oa#start"
    suffix: Final = "http://www.w3.org/ns/oa#suffix"


class OKG:
    """Terms of <https://w3id.org/okg/ontology#>."""

    Activity: Final = "https://w3id.org/okg/ontology#Activity"
    ActivityDate: Final = "https://w3id.org/okg/ontology#ActivityDate"
    ActivityReference: Final = "https://w3id.org/okg/ontology#ActivityReference"
    Agreement: Final = "https://w3id.org/okg/ontology#Agreement"
    Budget: Final = "https://w3id.org/okg/ontology#Budget"
    ContactPoint: Final = "https://w3id.org/okg/ontology#ContactPoint"
    Contribution: Final = "https://w3id.org/okg/ontology#Contribution"
    CountryIndicator: Final = "https://w3id.org/okg/ontology#CountryIndicator"
    DocumentLink: Final = "https://w3id.org/okg/ontology#DocumentLink"
    Event: Final = "https://w3id.org/okg/ontology#Event"
    Extraction: Final = "https://w3id.org/okg/ontology#Extraction"
    Impact: Final = "https://w3id.org/okg/ontology#Impact"
    Indicator: Final = "https://w3id.org/okg/ontology#Indicator"
    IndicatorPeriod: Final = "https://w3id.org/okg/ontology#IndicatorPeriod"
    LegalInstrument: Final = "https://w3id.org/okg/ontology#LegalInstrument"
    Measurement: Final = "https://w3id.org/okg/ontology#Measurement"
    Mention: Final = "https://w3id.org/okg/ontology#Mention"
    Narrative: Final = "https://w3id.org/okg/ontology#Narrative"
    OtherIdentifier: Final = "https://w3id.org/okg/ontology#OtherIdentifier"
    Outcome: Final = "https://w3id.org/okg/ontology#Outcome"
    Output: Final = "https://w3id.org/okg/ontology#Output"
    Participation: Final = "https://w3id.org/okg/ontology#Participation"
    Partnership: Final = "https://w3id.org/okg/ontology#Partnership"
    PlaceShare: Final = "https://w3id.org/okg/ontology#PlaceShare"
    PlannedDisbursement: Final = "https://w3id.org/okg/ontology#PlannedDisbursement"
    Programme: Final = "https://w3id.org/okg/ontology#Programme"
    RelatedActivity: Final = "https://w3id.org/okg/ontology#RelatedActivity"
    Result: Final = "https://w3id.org/okg/ontology#Result"
    Source: Final = "https://w3id.org/okg/ontology#Source"
    Statement: Final = "https://w3id.org/okg/ontology#Statement"
    Text: Final = "https://w3id.org/okg/ontology#Text"
    Transaction: Final = "https://w3id.org/okg/ontology#Transaction"
    UnnamedGroup: Final = "https://w3id.org/okg/ontology#UnnamedGroup"
    UnreadValue: Final = "https://w3id.org/okg/ontology#UnreadValue"
    about: Final = "https://w3id.org/okg/ontology#about"
    breakColumn: Final = "https://w3id.org/okg/ontology#breakColumn"
    breakLine: Final = "https://w3id.org/okg/ontology#breakLine"
    confidence: Final = "https://w3id.org/okg/ontology#confidence"
    counted: Final = "https://w3id.org/okg/ontology#counted"
    country: Final = "https://w3id.org/okg/ontology#country"
    countryBasis: Final = "https://w3id.org/okg/ontology#countryBasis"
    countryConfidence: Final = "https://w3id.org/okg/ontology#countryConfidence"
    cumulative: Final = "https://w3id.org/okg/ontology#cumulative"
    currency: Final = "https://w3id.org/okg/ontology#currency"
    defaultLanguage: Final = "https://w3id.org/okg/ontology#defaultLanguage"
    documentName: Final = "https://w3id.org/okg/ontology#documentName"
    end: Final = "https://w3id.org/okg/ontology#end"
    extractor: Final = "https://w3id.org/okg/ontology#extractor"
    in_: Final = "https://w3id.org/okg/ontology#in"
    incomplete: Final = "https://w3id.org/okg/ontology#incomplete"
    key: Final = "https://w3id.org/okg/ontology#key"
    line: Final = "https://w3id.org/okg/ontology#line"
    measureKind: Final = "https://w3id.org/okg/ontology#measureKind"
    mentionType: Final = "https://w3id.org/okg/ontology#mentionType"
    narrative: Final = "https://w3id.org/okg/ontology#narrative"
    note: Final = "https://w3id.org/okg/ontology#note"
    participant: Final = "https://w3id.org/okg/ontology#participant"
    path: Final = "https://w3id.org/okg/ontology#path"
    periodEnd: Final = "https://w3id.org/okg/ontology#periodEnd"
    periodStart: Final = "https://w3id.org/okg/ontology#periodStart"
    place: Final = "https://w3id.org/okg/ontology#place"
    programme: Final = "https://w3id.org/okg/ontology#programme"
    publishedName: Final = "https://w3id.org/okg/ontology#publishedName"
    publishedReference: Final = "https://w3id.org/okg/ontology#publishedReference"
    publisher: Final = "https://w3id.org/okg/ontology#publisher"
    qualifier: Final = "https://w3id.org/okg/ontology#qualifier"
    rawValue: Final = "https://w3id.org/okg/ontology#rawValue"
    region: Final = "https://w3id.org/okg/ontology#region"
    role: Final = "https://w3id.org/okg/ontology#role"
    ruleSet: Final = "https://w3id.org/okg/ontology#ruleSet"
    sameBytesAs: Final = "https://w3id.org/okg/ontology#sameBytesAs"
    sha256: Final = "https://w3id.org/okg/ontology#sha256"
    shownFirst: Final = "https://w3id.org/okg/ontology#shownFirst"
    shownLast: Final = "https://w3id.org/okg/ontology#shownLast"
    shownTotal: Final = "https://w3id.org/okg/ontology#shownTotal"
    size: Final = "https://w3id.org/okg/ontology#size"
    sourceKind: Final = "https://w3id.org/okg/ontology#sourceKind"
    start: Final = "https://w3id.org/okg/ontology#start"
    status: Final = "https://w3id.org/okg/ontology#status"
    surface: Final = "https://w3id.org/okg/ontology#surface"
    text: Final = "https://w3id.org/okg/ontology#text"
    truncated: Final = "https://w3id.org/okg/ontology#truncated"
    unread: Final = "https://w3id.org/okg/ontology#unread"
    upperValue: Final = "https://w3id.org/okg/ontology#upperValue"
    value: Final = "https://w3id.org/okg/ontology#value"
    with_: Final = "https://w3id.org/okg/ontology#with"
    withdrawn: Final = "https://w3id.org/okg/ontology#withdrawn"
    within: Final = "https://w3id.org/okg/ontology#within"
    year: Final = "https://w3id.org/okg/ontology#year"
    yearBasis: Final = "https://w3id.org/okg/ontology#yearBasis"
    yearConfidence: Final = "https://w3id.org/okg/ontology#yearConfidence"


class ORG:
    """Terms of <http://www.w3.org/ns/org#>."""

    FormalOrganization: Final = "http://www.w3.org/ns/org#FormalOrganization"
    Membership: Final = "http://www.w3.org/ns/org#Membership"
    Organization: Final = "http://www.w3.org/ns/org#Organization"
    classification: Final = "http://www.w3.org/ns/org#classification"
    identifier: Final = "http://www.w3.org/ns/org#identifier"
    member: Final = "http://www.w3.org/ns/org#member"
    organization: Final = "http://www.w3.org/ns/org#organization"
    role: Final = "http://www.w3.org/ns/org#role"
    subOrganizationOf: Final = "http://www.w3.org/ns/org#subOrganizationOf"
    unitOf: Final = "http://www.w3.org/ns/org#unitOf"


class OWL:
    """Terms of <http://www.w3.org/2002/07/owl#>."""

    sameAs: Final = "http://www.w3.org/2002/07/owl#sameAs"
    versionIRI: Final = "http://www.w3.org/2002/07/owl#versionIRI"


class PROV:
    """Terms of <http://www.w3.org/ns/prov#>."""

    Activity: Final = "http://www.w3.org/ns/prov#Activity"
    Entity: Final = "http://www.w3.org/ns/prov#Entity"
    atLocation: Final = "http://www.w3.org/ns/prov#atLocation"
    hadPrimarySource: Final = "http://www.w3.org/ns/prov#hadPrimarySource"
    used: Final = "http://www.w3.org/ns/prov#used"
    wasDerivedFrom: Final = "http://www.w3.org/ns/prov#wasDerivedFrom"
    wasGeneratedBy: Final = "http://www.w3.org/ns/prov#wasGeneratedBy"
    wasQuotedFrom: Final = "http://www.w3.org/ns/prov#wasQuotedFrom"


class RDF:
    """Terms of <http://www.w3.org/1999/02/22-rdf-syntax-ns#>."""

    type: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
    value: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value"


class RDFS:
    """Terms of <http://www.w3.org/2000/01/rdf-schema#>."""

    comment: Final = "http://www.w3.org/2000/01/rdf-schema#comment"
    label: Final = "http://www.w3.org/2000/01/rdf-schema#label"
    seeAlso: Final = "http://www.w3.org/2000/01/rdf-schema#seeAlso"
    subClassOf: Final = "http://www.w3.org/2000/01/rdf-schema#subClassOf"


class SCHEMA:
    """Terms of <https://schema.org/>."""

    sameAs: Final = "https://schema.org/sameAs"
    url: Final = "https://schema.org/url"


class SH:
    """Terms of <http://www.w3.org/ns/shacl#>."""

    Info: Final = "http://www.w3.org/ns/shacl#Info"
    ValidationReport: Final = "http://www.w3.org/ns/shacl#ValidationReport"
    ValidationResult: Final = "http://www.w3.org/ns/shacl#ValidationResult"
    Violation: Final = "http://www.w3.org/ns/shacl#Violation"
    Warning: Final = "http://www.w3.org/ns/shacl#Warning"
    conforms: Final = "http://www.w3.org/ns/shacl#conforms"
    focusNode: Final = "http://www.w3.org/ns/shacl#focusNode"
    result: Final = "http://www.w3.org/ns/shacl#result"
    resultMessage: Final = "http://www.w3.org/ns/shacl#resultMessage"
    resultPath: Final = "http://www.w3.org/ns/shacl#resultPath"
    resultSeverity: Final = "http://www.w3.org/ns/shacl#resultSeverity"
    sourceConstraintComponent: Final = "http://www.w3.org/ns/shacl#sourceConstraintComponent"
    sourceShape: Final = "http://www.w3.org/ns/shacl#sourceShape"
    value: Final = "http://www.w3.org/ns/shacl#value"


class SKOS:
    """Terms of <http://www.w3.org/2004/02/skos/core#>."""

    Concept: Final = "http://www.w3.org/2004/02/skos/core#Concept"
    ConceptScheme: Final = "http://www.w3.org/2004/02/skos/core#ConceptScheme"
    altLabel: Final = "http://www.w3.org/2004/02/skos/core#altLabel"
    broader: Final = "http://www.w3.org/2004/02/skos/core#broader"
    exactMatch: Final = "http://www.w3.org/2004/02/skos/core#exactMatch"
    example: Final = "http://www.w3.org/2004/02/skos/core#example"
    inScheme: Final = "http://www.w3.org/2004/02/skos/core#inScheme"
    notation: Final = "http://www.w3.org/2004/02/skos/core#notation"
    prefLabel: Final = "http://www.w3.org/2004/02/skos/core#prefLabel"
    topConceptOf: Final = "http://www.w3.org/2004/02/skos/core#topConceptOf"


class SPDX:
    """Terms of <http://spdx.org/rdf/terms#>."""

    Checksum: Final = "http://spdx.org/rdf/terms#Checksum"
    algorithm: Final = "http://spdx.org/rdf/terms#algorithm"
    checksum: Final = "http://spdx.org/rdf/terms#checksum"
    checksumAlgorithm_sha256: Final = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"
    checksumValue: Final = "http://spdx.org/rdf/terms#checksumValue"


class VOID:
    """Terms of <http://rdfs.org/ns/void#>."""

    Dataset: Final = "http://rdfs.org/ns/void#Dataset"
    class_: Final = "http://rdfs.org/ns/void#class"
    classPartition: Final = "http://rdfs.org/ns/void#classPartition"
    entities: Final = "http://rdfs.org/ns/void#entities"
    inDataset: Final = "http://rdfs.org/ns/void#inDataset"
    property: Final = "http://rdfs.org/ns/void#property"
    propertyPartition: Final = "http://rdfs.org/ns/void#propertyPartition"
    triples: Final = "http://rdfs.org/ns/void#triples"
    uriSpace: Final = "http://rdfs.org/ns/void#uriSpace"
    vocabulary: Final = "http://rdfs.org/ns/void#vocabulary"


class WGS:
    """Terms of <http://www.w3.org/2003/01/geo/wgs84_pos#>."""

    lat: Final = "http://www.w3.org/2003/01/geo/wgs84_pos#lat"
    long: Final = "http://www.w3.org/2003/01/geo/wgs84_pos#long"


class XSD:
    """Terms of <http://www.w3.org/2001/XMLSchema#>."""

    anyURI: Final = "http://www.w3.org/2001/XMLSchema#anyURI"
    boolean: Final = "http://www.w3.org/2001/XMLSchema#boolean"
    date: Final = "http://www.w3.org/2001/XMLSchema#date"
    dateTime: Final = "http://www.w3.org/2001/XMLSchema#dateTime"
    decimal: Final = "http://www.w3.org/2001/XMLSchema#decimal"
    gYear: Final = "http://www.w3.org/2001/XMLSchema#gYear"
    integer: Final = "http://www.w3.org/2001/XMLSchema#integer"
    string: Final = "http://www.w3.org/2001/XMLSchema#string"
