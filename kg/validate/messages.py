"""Messages of findings: `{$name}` and `{?name}` in them stand for the arguments and what was found.

Source: SHACL, section 5.3.2; here it holds for every component, not for `sh:sparql` only.
"""

import re
from collections.abc import Mapping
from typing import Final

import pyoxigraph as ox

from kg.terms import DEFAULT_BASE, PREFIXES

_WORD: Final = re.compile(r"\{[?$](\w+)\}")
_LONGEST: Final = 200
_SPACES: Final = sorted(PREFIXES.items(), key=lambda item: -len(item[1]))


def names(message: str) -> set[str]:
    """Answer the names that a message mentions."""
    return set(_WORD.findall(message))


def fill(message: str, words: Mapping[str, str]) -> str:
    """Answer a message with its names replaced; what stands for nothing becomes three dots.

    Example:
        >>> fill("{$value} is not {?other}", {"value": "5"})
        '5 is not ...'
    """
    return _WORD.sub(lambda match: words.get(match[1], "..."), message)


def readable(term: ox.NamedNode | ox.BlankNode | ox.Literal) -> str:
    """Answer a term as a reader would write it: a literal's text, an IRI with its prefix.

    Example:
        >>> readable(ox.NamedNode("http://www.w3.org/ns/shacl#path")), readable(ox.Literal("a"))
        ('sh:path', 'a')
    """
    if isinstance(term, ox.NamedNode):
        return short(term.value)
    text = term.value if isinstance(term, ox.Literal) else str(term)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."


def short(iri: str, base: str = DEFAULT_BASE) -> str:
    """Answer an IRI as a reader would write it: with its prefix, or its kind under the base.

    Example:
        >>> short("https://w3id.org/okg/id/place/MX"), short("https://example.org/a")
        ('place:MX', 'https://example.org/a')
    """
    for prefix, space in _SPACES:
        if iri.startswith(space):
            return f"{prefix}:{iri.removeprefix(space)}"
    return iri.removeprefix(base).replace("/", ":", 1) if iri.startswith(base) else iri
