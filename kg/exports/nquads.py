"""N-Quads: the canonical form, one sorted line a quad, for diffs and for loading.

Source: W3C RDF 1.2 N-Quads, section "A Canonical form of N-Quads".
"""

from collections.abc import Mapping
from typing import BinaryIO, Final

from kg.exports._selection import Selection

NAME: Final = "nquads"
SUFFIX: Final = ".nq"
MEDIA_TYPE: Final = "application/n-quads"


def dump(selection: Selection, stream: BinaryIO, prefixes: Mapping[str, str]) -> None:  # noqa: ARG001  N-Quads has no prefixes
    """Write the lines as they are."""
    stream.writelines(selection.chunks())
