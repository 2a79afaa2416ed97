"""Turtle: all triples, subject by subject, for people and for portals.

Named graphs have no place in Turtle: a triple that several sources state stands once.

Source: W3C RDF 1.1 Turtle.
"""

from collections.abc import Mapping
from typing import BinaryIO, Final

from kg.exports import _turtle
from kg.exports._order import by_subject
from kg.exports._selection import Selection

NAME: Final = "turtle"
SUFFIX: Final = ".ttl"
MEDIA_TYPE: Final = "text/turtle"


def dump(selection: Selection, stream: BinaryIO, prefixes: Mapping[str, str]) -> None:
    """Write the triples, the types of a subject first; memory holds one subject."""
    word = _turtle.words(prefixes)
    stream.write(_turtle.head(prefixes))
    subjects = by_subject(selection.statements())
    stream.writelines(b"\n" + _turtle.subject(triples, word) for triples in subjects)
