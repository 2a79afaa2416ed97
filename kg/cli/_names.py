"""IRIs as a reader would write them."""

from kg.terms import PREFIXES


def short(iri: str) -> str:
    """Answer an IRI with the prefix of its vocabulary, where it has one.

    Example:
        >>> short("http://www.w3.org/2000/01/rdf-schema#label")
        'rdfs:label'
    """
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
