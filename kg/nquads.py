"""Canonical N-Quads as text: the only place that escapes a literal or closes a line.

Source: W3C RDF 1.2 N-Quads, section "A Canonical form of N-Quads". Without blank nodes, lines in
canonical form sorted by code point are the canonical form of the data set; UTF-8 keeps that order.
"""

import re
from decimal import Decimal
from typing import Final

from kg.terms import XSD

_ESCAPES: Final = {
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\f": "\\f",
    "\r": "\\r",
    '"': '\\"',
    "\\": "\\\\",
} | {chr(c): f"\\u{c:04X}" for c in (*range(8), 11, *range(14, 32), 127)}
_TABLE: Final = str.maketrans(_ESCAPES)
_NEEDS_ESCAPE: Final = re.compile('[\x00-\x1f"\\\\\x7f]')
_PLAIN: Final = {written: plain for plain, written in _ESCAPES.items()}
_ESCAPED: Final = re.compile(r"\\(?:u[0-9A-F]{4}|.)")
_LANG: Final = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*\Z")


def escape(text: str) -> str:
    r"""Answer the text as it stands between the quotes of a literal.

    Example:
        >>> escape('He said "no"\n')
        'He said \\"no\\"\\n'
    """
    return text.translate(_TABLE) if _NEEDS_ESCAPE.search(text) else text


def unescape(literal: str) -> str:
    r"""Answer the text of what stands between the quotes of a literal; the inverse of `escape`.

    Example:
        >>> unescape('He said \\"no\\"\\n') == 'He said "no"\n'
        True
    """
    return _ESCAPED.sub(lambda match: _PLAIN[match[0]], literal) if "\\" in literal else literal


def iri(value: str) -> str:
    """Answer the term for an IRI that `kg.iris` or `kg.terms` made.

    Example:
        >>> iri("https://example.org/a")
        '<https://example.org/a>'
    """
    return f"<{value}>"


def text(value: str, lang: str = "") -> str:
    """Answer the term for a text, tagged where its language is known and well-formed.

    Example:
        >>> text("Salud", "es"), text("x")
        ('"Salud"@es', '"x"')
    """
    tag = f"@{lang.lower()}" if lang and _LANG.match(lang) else ""
    return f'"{escape(value)}"{tag}'


def typed(value: str, datatype: str) -> str:
    """Answer the term for a typed value in its lexical form; `xsd:string` stays plain.

    Example:
        >>> typed("5", "http://www.w3.org/2001/XMLSchema#integer")
        '"5"^^<http://www.w3.org/2001/XMLSchema#integer>'
    """
    if datatype == XSD.string:
        return f'"{escape(value)}"'
    return f'"{escape(value)}"^^<{datatype}>'


def decimal(value: Decimal) -> str:
    """Answer the canonical lexical form of an `xsd:decimal`.

    Source: W3C XML Schema 1.1 part 2, section 3.3.3.2; RDF stores compare values, dumps compare text.

    Example:
        >>> decimal(Decimal("1.250E+3")), decimal(Decimal("0.50")), decimal(Decimal("-0"))
        ('1250', '0.5', '0')
    """
    plain = f"{value:f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return "0" if plain in {"-0", ""} else plain
