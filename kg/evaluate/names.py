"""Names as they are compared, and the slugs that an annotator gave to what they name."""

import html
import unicodedata
from collections import defaultdict
from collections.abc import Mapping

from kg.evaluate.gold import Gold


def fold(name: str) -> str:
    """Answer a name as it is compared: without case, accents, points and entities.

    Example:
        >>> fold("U.N.  M&eacute;xico")
        'un mexico'
    """
    plain = unicodedata.normalize("NFKD", html.unescape(name))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(letters.casefold().replace(".", "").split())


def slugs(gold: Gold) -> Mapping[str, set[str]]:
    """Answer the slugs of each folded name in a gold file; a name may be that of several things."""
    found: dict[str, set[str]] = defaultdict(set)
    for entity in gold.entities:
        for name in filter(None, entity.names):
            found[fold(name)].add(entity.slug)
    for mention in gold.mentions:
        found[fold(mention.text)].add(mention.entity)
    return found
