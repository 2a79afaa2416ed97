r"""The words of Turtle and TriG: short names, literals, and a subject with all it is said to be.

Written here because every reader must read it: the libraries escape within local names (`a\.`,
`a\%2F`), which not all parsers follow. A name that would need an escape stands as a whole IRI.

Source: W3C RDF 1.1 Turtle, sections 2.4 (IRIs), 2.5 (literals) and 6.5 (PN_LOCAL).
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Final

from kg.exports._order import TYPE, Triple
from kg.exports._prefixes import shortener
from kg.terms import XSD

Words = Callable[[bytes], bytes]

_LOCAL: Final = re.compile(rb"[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_BARE: Final = {
    f"<{XSD.boolean}>".encode(): re.compile(rb'"(true|false)"'),
    f"<{XSD.integer}>".encode(): re.compile(rb'"([+-]?[0-9]+)"'),
    f"<{XSD.decimal}>".encode(): re.compile(rb'"([+-]?[0-9]*\.[0-9]+)"'),
}


def head(prefixes: Mapping[str, str]) -> bytes:
    """Answer the declarations of prefixes."""
    lines = (f"@prefix {prefix}: <{space}> .\n" for prefix, space in prefixes.items())
    return "".join(lines).encode()


def words(prefixes: Mapping[str, str]) -> Words:
    """Answer what writes a term of canonical N-Quads as short as Turtle can."""
    short = shortener(prefixes, _LOCAL)

    def word(term: bytes) -> bytes:
        if term.startswith(b"<"):
            return short(term) or term
        if not term.endswith(b">"):
            return term
        quoted, _, datatype = term.rpartition(b"^^")
        if (bare := _BARE.get(datatype)) and (match := bare.fullmatch(quoted)):
            return match[1]
        return quoted + b"^^" + (short(datatype) or datatype)

    return word


def subject(triples: Sequence[Triple], word: Words, indent: bytes = b"") -> bytes:
    """Answer one subject with its predicates and objects."""
    said = (b" ;\n    " + indent).join(_predicates(triples, word))
    return indent + word(triples[0][0]) + b" " + said + b" .\n"


def _predicates(triples: Sequence[Triple], word: Words) -> Iterator[bytes]:
    for predicate, group in groupby(triples, key=itemgetter(1)):
        verb = b"a" if predicate == TYPE else word(predicate)
        yield verb + b" " + b", ".join([word(triple[2]) for triple in group])
