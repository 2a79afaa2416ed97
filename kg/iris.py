"""IRIs of things, sources and facts: a function of what the publisher wrote and of nothing else.

One namespace a kind, so that Turtle can shorten every name. Outer white space is stripped, and
all but the unreserved characters of RFC 3986 are percent-encoded; case is kept.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import quote, unquote

from kg.records import Key, TextRef
from kg.terms import DEFAULT_BASE, PREFIXES

_CODELIST: Final = PREFIXES["codelist"]


@lru_cache(maxsize=65536)
def encode(raw: str) -> str:
    """Answer a publisher's identifier as the local name of an IRI.

    Example:
        >>> encode(" GB-COH-03580586/1 ")
        'GB-COH-03580586%2F1'
    """
    return quote(raw.strip(), safe="")


def concept(scheme: str, code: str) -> str:
    """Answer the IRI of a code of a code list (`ontology/codelists/<scheme>.ttl`).

    Example:
        >>> concept("TransactionType", "3")
        'https://w3id.org/okg/codelist/TransactionType/3'
    """
    return f"{_CODELIST}{scheme}/{encode(code)}"


def token(key: Key) -> str:
    """Answer the stand-in for a thing in a line, until `kg.identity` has decided on its IRI.

    Example:
        >>> token(Key("org:id:XM-DAC-41302"))
        '<key:org%3Aid%3AXM-DAC-41302>'
    """
    return f"<key:{quote(key, safe='')}>"


def key_of(quoted: str) -> Key:
    """Answer the key inside a token, given what stands between `<key:` and `>`."""
    return Key(unquote(quoted))


@dataclass(frozen=True, slots=True)
class Iris:
    """Makes IRIs under one base (it ends in "/").

    Example:
        >>> Iris().of("outcome", "XM-DAC-41146-MEX_D_2.1")
        'https://w3id.org/okg/id/outcome/XM-DAC-41146-MEX_D_2.1'
    """

    base: str = DEFAULT_BASE

    def of(self, kind: str, *names: str) -> str:
        """Answer the IRI of a thing of a kind; several names are joined by `.`, each encoded."""
        return f"{self.base}{kind}/{'.'.join(map(encode, names))}"

    def source(self, key: str) -> str:
        """Answer the IRI of a source, which is also the name of its graph."""
        return self.of("source", key)

    def text(self, ref: TextRef) -> str:
        """Answer the IRI of the text that offsets count in."""
        match ref.kind:
            case "source":
                return self.source(ref.id)
            case "rendition":
                return self.of("text", ref.id)
            case "narrative":
                return self.of("narrative", ref.id)
