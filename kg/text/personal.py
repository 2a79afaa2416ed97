"""Where a text names accounts of persons: addresses of mail and of the web, and account names.

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
_BEFORE_MAIL: Final = re.compile(r"(?:mailto:)?[\w.+%-]{1,64}$")
_CLOSING: Final = ".,;:!?…’'"


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Answer where addresses and account names stand, without the mark that ends the sentence.

    Example:
        >>> text = "Ask ana@example.org, or see https://example.org/ana."
        >>> [text[start:end] for start, end in addresses(text)]
        ['ana@example.org', 'https://example.org/ana']
    """
    at = 0
    for match in _ADDRESS.finditer(text):
        start = match.start()
        if match["mail"] and (name := _BEFORE_MAIL.search(text[max(at, start - 72) : start])):
            start -= len(name[0])
        at = match.start() + len(match[0].rstrip(_CLOSING))
        yield start, at
