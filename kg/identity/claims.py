"""Claims as lines of a file that sorts and merges by key.

A line is key, aspect, language and value with tabs between them; all lines of a key stand together
once sorted, and a line that two documents say stands twice in a merge, which is how votes count.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from kg.records import Claim, Key

_ESCAPE: Final = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n"})

Votes = Counter[tuple[str, str, str]]
"""How many documents say so: (aspect, language, value) to count."""


def line(claim: Claim) -> bytes:
    r"""Answer a claim as a line.

    Example:
        >>> line(Claim(Key("org:id:X"), "label", "A\tB", "en"))
        b'org:id:X\tlabel\ten\tA\\tB'
    """
    parts = (claim.key, claim.aspect, claim.lang, claim.value)
    return "\t".join(part.translate(_ESCAPE) for part in parts).encode()


def parse(raw: bytes) -> Claim:
    """Answer the claim of a line; the inverse of `line`."""
    key, aspect, lang, value = (_unescape(part) for part in raw.decode().split("\t"))
    return Claim(Key(key), aspect, value, lang)


def _unescape(part: str) -> str:
    if "\\" not in part:
        return part
    pieces = part.split("\\\\")
    return "\\".join(p.replace("\\t", "\t").replace("\\n", "\n") for p in pieces)


def by_key(lines: Iterable[bytes]) -> Iterator[tuple[Key, Votes]]:
    """Answer each key of sorted claim lines with the votes for what is said of it."""
    for key, group in groupby(map(parse, lines), key=lambda claim: claim.key):
        yield key, Counter((claim.aspect, claim.lang, claim.value) for claim in group)
