"""What of a graph is given away: addresses in prose never are, contacts where that is wanted.

A build is private and complete. What is hidden in a text is overwritten, not cut out, so that the
offsets of evidence still count.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from kg import nquads
from kg.exports._selection import Selection
from kg.terms import DCTERMS, OKG
from kg.text.personal import addresses

HIDDEN: Final = "*"

CONTACTS: Final = frozenset(
    {OKG.personName, OKG.jobTitle, OKG.email, OKG.telephone, OKG.mailingAddress}
)
"""What publishers say of the persons who answer for them, as data and not in prose."""

_NAMES: Final = frozenset({OKG.key, OKG.documentName, DCTERMS.identifier})
_LITERAL: Final = re.compile(
    rb'^(?P<head>\S+ <(?P<predicate>[^>]*)> ")(?P<text>(?:[^"\\\n]|\\.)*)"', re.MULTILINE
)
_SUSPECT: Final = re.compile(
    rb"@|%40|://|www\.|\.[a-z]{2,4}/|[(\[{] ?a|\b(?:dot|punto|point)\b"
    rb"|\d(?:[\d ().\-/]|\xc2\xa0|\xe2\x80.){5,}\d",
    re.IGNORECASE,
)
"""What every address, account and number to call has in it: most texts have none of it."""

_WEB: Final = re.compile(r"(?:https?|ftps?)://\S+")


def published(selection: Selection) -> Selection:
    """Answer a selection without the addresses, accounts and telephone numbers in its prose.

    Contact data that were published as data stay.
    """
    return _changed(selection, partial(_LITERAL.sub, _without_addresses))


def without_contacts(selection: Selection) -> Selection:
    """Answer a selection without what publishers say of the persons who answer for them."""
    said = b"|".join(sorted(re.escape(term.encode()) for term in CONTACTS))
    lines = re.compile(rb"^\S+ <(?:%b)> .*\n" % said, re.MULTILINE)
    return _changed(selection, partial(lines.sub, b""))


def hidden(text: str) -> str:
    """Answer a text whose addresses are overwritten; it is as long as before.

    Example:
        >>> hidden("Ask ana@example.org.")
        'Ask ***************.'
    """
    parts: list[str] = []
    at = 0
    for start, end in addresses(text):
        parts += (text[at:start], HIDDEN * (end - start))
        at = end
    return "".join([*parts, text[at:]])


def _changed(selection: Selection, change: Callable[[bytes], bytes]) -> Selection:
    def chunks() -> Iterator[bytes]:
        return map(change, selection.chunks())

    return Selection(chunks, selection.named)


def _without_addresses(match: re.Match[bytes]) -> bytes:
    if not _SUSPECT.search(match["text"]) or match["predicate"].decode() in CONTACTS | _NAMES:
        return match[0]
    text = nquads.unescape(match["text"].decode())
    if _WEB.fullmatch(text) and match["predicate"].decode() != OKG.rawValue:
        return match[0]  # an address that is a value and not in prose
    return match["head"] + nquads.escape(hidden(text)).encode() + b'"'
