"""Where a text names accounts of persons: addresses of mail and of the web, names, telephones.

A web address is left out whole: what it shows of persons (accounts, mail addresses in queries)
cannot be told apart, and no reader learns a result from it.
"""

import re
from collections.abc import Iterator
from typing import Final

_ADDRESS: Final = re.compile(
    r"""
    (?P<mail> @ | %40 ) (?: [\w-]{1,63} \. ){1,8} [A-Za-z]{2,24}
    | (?: (?:https?|ftps?|file) :// | \b www\. ) [^\s<>"'()\[\]{}“”«»]+
      (?: \( [^\s()<>]* \) [^\s<>"'()\[\]{}“”«»]* )*
    | (?<! [\w@./] ) @ [A-Za-z_] [\w.]{1,40}
    """,
    re.VERBOSE,
)
_TELEPHONE: Final = re.compile(
    r"(?P<plus>\+)?(?P<number>(?<![\w.,])\(?\d[\d ().\-/]{5,22}\d)(?![\w%])"
)
_CALL: Final = re.compile(
    r"\b(?:tel(?:e(?:ph|f)one|éfono|éphone)?|phone|fax|mobile|móvil|cell(?:ular)?|celular|portable"
    r"|whats ?app)(?P<mark>\.? ?(?:n[o°º]\.?)? ?:|\.)? ?$",
    re.IGNORECASE,
)
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:[ .]\d{3})+")
_DIGITS: Final = range(7, 16)
_CALL_CHARACTERS: Final = 24
_BEFORE_MAIL: Final = re.compile(r"(?:mailto:)?[\w.+%-]{1,64}$")
_CLOSING: Final = ".,;:!?…’'"


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Answer where addresses, account names and telephone numbers stand, in order.

    The mark that ends the sentence is not of them.

    Example:
        >>> text = "Ask ana@example.org, or see https://example.org/ana."
        >>> [text[start:end] for start, end in addresses(text)]
        ['ana@example.org', 'https://example.org/ana']
    """
    yield from _merged(sorted([*_accounts(text), *_telephones(text)]))


def _telephones(text: str) -> Iterator[tuple[int, int]]:
    """Answer where numbers to call stand: after a word that says so, or with a country's prefix.

    Source: ITU-T E.123, section 2; E.164: at most 15 digits.
    """
    for match in _TELEPHONE.finditer(text):
        call = _CALL.search(text[max(0, match.start() - _CALL_CHARACTERS) : match.start()])
        is_marked = match["plus"] or match["number"][0] == "(" or (call and call["mark"])
        is_abroad = match["plus"] and not _THOUSANDS.fullmatch(match["number"])
        is_long = sum(map(str.isdigit, match["number"])) in _DIGITS
        if is_long and (is_abroad or (call and is_marked)):
            yield match.span()


def _merged(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Answer spans without those that begin within another."""
    last = 0
    for start, end in spans:
        if start >= last:
            yield start, end
            last = end


def _accounts(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for match in _ADDRESS.finditer(text):
        start = match.start()
        if match["mail"] and (name := _BEFORE_MAIL.search(text[max(at, start - 72) : start])):
            start -= len(name[0])
        at = match.start() + len(match[0].rstrip(_CLOSING))
        yield start, at
