"""RDF/XML: all triples, for tools that read nothing else.

Source: W3C RDF 1.1 XML Syntax; W3C XML 1.0, sections 2.2 (characters) and 2.11 (line ends).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO, BinaryIO, Final, cast

import pyoxigraph as ox

from kg.errors import UsageError
from kg.exports._order import by_subject
from kg.exports._selection import Selection
from kg.terms import PREFIXES

NAME: Final = "rdfxml"
SUFFIX: Final = ".rdf"
MEDIA_TYPE: Final = "application/rdf+xml"

_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def dump(selection: Selection, stream: BinaryIO, prefixes: Mapping[str, str]) -> None:
    """Write the triples; names of things are attributes, so only vocabularies get a prefix.

    Raises:
        UsageError: a text holds a character that no XML can carry.
    """
    vocabularies = {prefix: prefixes[prefix] for prefix in prefixes if prefix in PREFIXES}
    ends = cast("IO[bytes]", _LineEnds(stream))
    ox.serialize(_carried(selection), ends, ox.RdfFormat.RDF_XML, prefixes=vocabularies)


def _carried(selection: Selection) -> Iterator[ox.Triple]:
    for triples in by_subject(selection.statements()):
        lines = b"".join(b" ".join(triple) + b" .\n" for triple in triples)
        for quad in ox.parse(lines, ox.RdfFormat.N_TRIPLES, lenient=True):
            _check(quad.triple)
            yield quad.triple


def _check(triple: ox.Triple) -> None:
    subject, predicate, term = triple
    if isinstance(term, ox.Literal) and (found := _FORBIDDEN.search(term.value)):
        raise UsageError(
            f"{subject}: {predicate} holds U+{ord(found[0]):04X}, "
            "which XML cannot carry: choose turtle"
        )


@dataclass(frozen=True, slots=True)
class _LineEnds:
    """Writes a carriage return as a reference, since an XML reader makes a bare one a line feed.

    The serialiser itself writes none, so each belongs to a text.
    """

    stream: BinaryIO

    def write(self, data: bytes) -> int:
        self.stream.write(data.replace(b"\r", b"&#13;"))
        return len(data)

    def flush(self) -> None:
        self.stream.flush()
