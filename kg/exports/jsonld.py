"""JSON-LD: all triples, compact, with a context of prefixes, one node object a subject.

Written here because the libraries either hold the whole graph in memory (rdflib) or write
expanded names only (Oxigraph).

Source: W3C JSON-LD 1.1, sections 4.1.2 (context), 4.1.5 (compact IRIs) and 4.2 (values).
"""

import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, BinaryIO, Final

import pyoxigraph as ox

from kg.errors import UsageError
from kg.exports._order import by_subject
from kg.exports._selection import Selection
from kg.terms import RDF, XSD

NAME: Final = "jsonld"
SUFFIX: Final = ".jsonld"
MEDIA_TYPE: Final = "application/ld+json"

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Shorten = Callable[[str], str]


def dump(selection: Selection, stream: BinaryIO, prefixes: Mapping[str, str]) -> None:
    """Write one line a subject; memory holds one subject.

    Raises:
        UsageError: an IRI has a scheme that is called as a prefix is.
    """
    short = _shortener(prefixes)
    stream.write(b'{"@context": ' + _json(dict(prefixes)) + b', "@graph": [')
    separator = b"\n"
    for triples in by_subject(selection.quads()):
        stream.write(separator + _json(_node(triples, short)))
        separator = b",\n"
    stream.write(b"\n]}\n")


def _shortener(prefixes: Mapping[str, str]) -> Shorten:
    by_namespace = {namespace: prefix for prefix, namespace in prefixes.items()}

    def short(iri: str) -> str:
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = by_namespace.get(iri[:cut])
        if prefix and cut < len(iri):
            return f"{prefix}:{iri[cut:]}"
        if iri.partition(":")[0] in prefixes:
            raise UsageError(f"{iri}: JSON-LD would take it for a compact IRI: choose turtle")
        return iri

    return short


def _node(triples: Sequence[ox.Triple], short: Shorten) -> dict[str, Any]:
    values: dict[str, list[Any]] = defaultdict(list)
    for _, predicate, term in triples:
        if predicate.value == RDF.type:
            values["@type"].append(_name(term, short))
        else:
            values[short(predicate.value)].append(_value(term, short))
    node: dict[str, Any] = {"@id": _name(triples[0].subject, short)}
    return node | {name: v[0] if len(v) == 1 else v for name, v in values.items()}


def _value(term: Term, short: Shorten) -> str | dict[str, str]:
    if not isinstance(term, ox.Literal):
        return {"@id": _name(term, short)}
    if term.language:
        return {"@language": term.language, "@value": term.value}
    if term.datatype.value == XSD.string:
        return term.value
    return {"@type": short(term.datatype.value), "@value": term.value}


def _name(term: Term, short: Shorten) -> str:
    return short(term.value) if isinstance(term, ox.NamedNode) else str(term)


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
