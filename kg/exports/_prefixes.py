"""Prefixes: those of the ontology, and one for each kind of thing and each code list that occurs."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from kg.exports._selection import Selection
from kg.terms import PREFIXES

_NAMES: Final = 4096
_KIND: Final = rb"([A-Za-z][A-Za-z0-9-]*)/"


def prefixes(selection: Selection, base: str) -> dict[str, str]:
    """Answer prefix to namespace, in the order of the prefixes.

    A kind that is called as a vocabulary is (`org`) gets `-id` behind its prefix.

    Example:
        >>> line = b'<https://example.org/place/MX> <p:p> "x" .'
        >>> prefixes(Selection(lambda: iter([line])), "https://example.org/")["place"]
        'https://example.org/place/'
    """
    found = dict(PREFIXES)
    for space in (PREFIXES["codelist"], base):
        for kind in sorted(_kinds(selection.chunks(), space)):
            namespace = f"{space}{kind}/"
            if namespace not in found.values():
                found[f"{kind}-id" if kind in found else kind] = namespace
    return dict(sorted(found.items()))


def shortener(
    prefixes: Mapping[str, str], local: re.Pattern[bytes]
) -> Callable[[bytes], bytes | None]:
    """Answer what makes `<...>` a short name, or None where no prefix or local name fits.

    Example:
        >>> short = shortener({"ex": "https://example.org/"}, re.compile(b"[a-z]+"))
        >>> short(b"<https://example.org/a>"), short(b"<https://example.org/7>")
        (b'ex:a', None)
    """
    by_namespace = {f"<{space}".encode(): prefix.encode() for prefix, space in prefixes.items()}

    @lru_cache(maxsize=_NAMES)
    def short(term: bytes) -> bytes | None:
        cut = max(term.rfind(b"/"), term.rfind(b"#")) + 1
        prefix, name = by_namespace.get(term[:cut]), term[cut:-1]
        return prefix + b":" + name if prefix and local.fullmatch(name) else None

    return short


def _kinds(chunks: Iterator[bytes], space: str) -> set[str]:
    """Answer the first segments behind a namespace.

    A kind that is known is no match any more, so that the search runs through its many uses at
    the speed of the regular expression.
    """
    kinds: set[str] = set()
    pattern = _unseen(space, kinds)
    for chunk in chunks:
        position = 0
        while match := pattern.search(chunk, position):
            kinds.add(match[1].decode())
            pattern, position = _unseen(space, kinds), match.end()
    return kinds


def _unseen(space: str, kinds: set[str]) -> re.Pattern[bytes]:
    seen = "|".join(map(re.escape, sorted(kinds)))
    but = f"(?!(?:{seen})/)".encode() if kinds else b""
    return re.compile(b"<" + re.escape(space.encode()) + but + _KIND)
