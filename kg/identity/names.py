"""How names are compared: folded, never shown.

Source: Unicode TR15 (NFKD); the fold drops accents, case, punctuation and doubled white space.
"""

import html
import re
import unicodedata
from functools import lru_cache
from typing import Final

_WORDS: Final = re.compile(r"[^\w]+|_", re.UNICODE)


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Answer the form under which a name is compared.

    Example:
        >>> fold("Secretaría de  Economía (SE)")
        'secretaria de economia se'
    """
    decomposed = unicodedata.normalize("NFKD", html.unescape(name)).casefold()
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _WORDS.sub(
        " ", plain.replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "")
    ).strip()
