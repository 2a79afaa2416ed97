"""Bodies of the state that their names tell: "Norwegian Ministry of Trade", "Government of Norway".

A ministry goes by its name within its own country, wherever it is told of.
"""

from collections.abc import Iterator
from functools import cache
from typing import Final

from kg.extract.gazetteer import is_country
from kg.extract.lexicon import languages, lexicon
from kg.extract.names.candidate import Candidate, Names
from kg.extract.names.levels import HEAD, told, words
from kg.extract.names.places import Places
from kg.extract.tokens import Token, tokens
from kg.identity import keys
from kg.identity.names import fold
from kg.records import Key

_JOINING: Final = ("small.of", "small.article")


def of_state(candidate: Candidate, names: Names, places: Places) -> Key | None:
    """Answer the key of a government or ministry whose name says of which country it is."""
    if candidate.type != "Organisation":
        return None
    parts = list(tokens(candidate.label))
    for country, rest in _readings(candidate, names, places, parts):
        if not rest:
            continue
        folds = [token.fold for token in rest]
        is_government = all(one in words() for one in folds)
        if is_government and any(HEAD in words()[one] for one in folds):
            is_national = "country" in told(folds)
            return keys.government(keys.by_id("place", country, "iso")) if is_national else None
        if len(rest) > 1 and _ministries().intersection((folds[0], folds[-1])):
            return keys.by_name("org", " ".join(token.word for token in rest), country)
    return None


def _readings(
    candidate: Candidate, names: Names, places: Places, parts: list[Token]
) -> Iterator[tuple[str, list[Token]]]:
    """Answer the country that a name may say, with the rest of the name."""
    for place in names.within(candidate.first, candidate.last):
        if place.type == "Place" and place.key and is_country(place.key):
            country = place.key.rpartition(":")[2]
            yield from ((country, rest) for rest in _around(parts, place.label, places))
    for at, token in enumerate(parts):
        if called := places.gazetteer.demonyms.get(token.fold):
            yield called, parts[:at] + parts[at + 1 :]


def _around(parts: list[Token], place: str, places: Places) -> Iterator[list[Token]]:
    """Answer a name without the country that it ends in, or that owns it."""
    inner = fold(place).split()
    folds = [token.fold for token in parts]
    size, lexicon_ = len(inner), places.passage.lexicon
    if folds[-size:] == inner:
        end = len(parts) - size
        while end and any(lexicon_.has(kind, folds[end - 1]) for kind in _JOINING):
            end -= 1
        if end < len(parts) - size:
            yield parts[:end]
    elif folds[:size] == inner and folds[size + 1 : size + 2] == ["s"]:
        yield parts[size + 2 :]


@cache
def _ministries() -> frozenset[str]:
    """Answer the nouns, in any language, for bodies that have a field: "ministry"."""
    listed = (lexicon(lang).words.get("portfolio.head", ()) for lang in languages())
    return frozenset().union(*listed)
