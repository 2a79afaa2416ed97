"""JSON-LD: all triples, compact, with a context of prefixes, one node object a subject.

Written here because the libraries either hold the whole graph in memory (rdflib) or write
expanded names only (Oxigraph).

Source: W3C JSON-LD 1.1, sections 4.1.2 (context), 4.1.5 (compact IRIs) and 4.2 (values).
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, BinaryIO, Final

from kg.errors import UsageError
from kg.exports._order import TYPE, Triple, by_subject
from kg.exports._prefixes import shortener
from kg.exports._selection import Selection

NAME: Final = "jsonld"
SUFFIX: Final = ".jsonld"
MEDIA_TYPE: Final = "application/ld+json"

Names = Callable[[bytes], str]

_LOCAL: Final = re.compile(b".+")


def dump(selection: Selection, stream: BinaryIO, prefixes: Mapping[str, str]) -> None:
    """Write one line a subject; memory holds one subject.

    Raises:
        UsageError: an IRI has a scheme that is called as a prefix is.
    """
    name = _names(prefixes)
    stream.write(b'{"@context": ' + _json(dict(prefixes)) + b', "@graph": [')
    separator = b"\n"
    for triples in by_subject(selection.statements()):
        stream.write(separator + _json(_node(triples, name)))
        separator = b",\n"
    stream.write(b"\n]}\n")


def _names(prefixes: Mapping[str, str]) -> Names:
    short = shortener(prefixes, _LOCAL)

    def name(term: bytes) -> str:
        if compact := short(term):
            return compact.decode()
        whole = term.strip(b"<>").decode()
        if whole.partition(":")[0] in prefixes:
            raise UsageError(f"{whole}: JSON-LD would take it for a compact IRI: choose turtle")
        return whole

    return name


def _node(triples: Sequence[Triple], name: Names) -> dict[str, Any]:
    values: dict[str, list[Any]] = defaultdict(list)
    for _, predicate, term in triples:
        if predicate == TYPE:
            values["@type"].append(name(term))
        else:
            values[name(predicate)].append(_value(term, name))
    node: dict[str, Any] = {"@id": name(triples[0][0])}
    return node | {key: v[0] if len(v) == 1 else v for key, v in values.items()}


def _value(term: bytes, name: Names) -> str | dict[str, str]:
    """Answer an object; the quotes and escapes of canonical N-Quads are those of JSON."""
    if not term.startswith(b'"'):
        return {"@id": name(term)}
    quoted, quote, rest = term.rpartition(b'"')
    text: str = json.loads(quoted + quote)
    if rest.startswith(b"@"):
        return {"@language": rest[1:].decode(), "@value": text}
    return {"@type": name(rest[2:]), "@value": text} if rest else text


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
