"""Levels of government: of which level a place is, and which one the words of a name tell.

"Municipality of Anta" is no body of the region Anta, and "Gobierno de la Ciudad de Anta" none of the
province. The noun says more than its adjectives: a "provincial municipality" is a municipality.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from kg.extract.lexicon import languages, lexicon
from kg.extract.tokens import tokens
from kg.records import Key

RANK: Final[Mapping[str, int]] = {"country": 3, "region": 2, "town": 1}
HEAD: Final = "head"
ALL: Final = frozenset(RANK)


def level_of(key: Key) -> str:
    """Answer whether a place is a country, a region or a town."""
    scheme, value = key.split(":", 2)[1:]
    if scheme != "iso":
        return "town"
    return "region" if "-" in value else "country"


def told(folds: Iterable[str]) -> frozenset[str]:
    """Answer the levels of which a government is by the words of its name but those of its place.

    Example:
        >>> sorted(told(["gobierno", "regional"])), sorted(told(["municipalidad", "provincial"]))
        (['region'], ['town'])
        >>> told(["gobierno", "de"]) == ALL
        True
    """
    said = [words().get(fold, frozenset()) for fold in folds]
    nouns = [one & ALL for one in said if HEAD in one and one & ALL]
    return ALL.intersection(*(nouns or [one & ALL for one in said if one & ALL]))


def noun(folds: Iterable[str]) -> str:
    """Answer the word that tells the level, "" where none does: the noun before its adjectives.

    Example:
        >>> noun(["metropolitan", "municipality"]), noun(["gobierno", "de", "la", "provincia"])
        ('municipality', 'provincia')
    """
    telling = _telling(folds)
    return min(telling, key=lambda fold: HEAD not in words()[fold], default="")


def nouns(names: Iterable[str]) -> frozenset[str]:
    """Answer the words for a level that stand in the names of a place.

    Example:
        >>> sorted(nouns(["Provincia de Anta", "City of Anta"]))
        ['city', 'provincia']
    """
    return frozenset(_telling(token.fold for name in names for token in tokens(name)))


def _telling(folds: Iterable[str]) -> list[str]:
    """Answer the words that tell one level, in the singular."""
    one_level = [fold for fold in folds if len(words().get(fold, frozenset()) & ALL) == 1]
    return [short if (short := fold.removesuffix("s")) in words() else fold for fold in one_level]


def levels(place: Key, called: Iterable[str]) -> frozenset[str]:
    """Answer the levels that a place may be of: a division of a country may be called a city."""
    own = level_of(place)
    said = map(_level, called) if own == "region" else ()
    return frozenset({own, *said})


def clearness(place: Key, called: Iterable[str], wanted: str) -> tuple[bool, ...]:
    """Answer how well a place is what a noun wants, by its level and the nouns of its names."""
    level, said = _level(wanted), set(map(_level, called))
    return wanted in called, level_of(place) == level, level in said, said <= {level}


def _level(noun_: str) -> str:
    return next(iter(words()[noun_] & ALL))


@cache
def words() -> Mapping[str, frozenset[str]]:
    """Answer the words of such names, in any language, to what they say: a level, or the noun."""
    says = dict.fromkeys(("government.between", "small.article", "small.of"), "")
    says |= {f"{kind}.{level}": level for kind in ("level", "government") for level in RANK}
    says["government.head"] = HEAD
    found: dict[str, set[str]] = {}
    for listed in (lexicon(lang).words for lang in languages()):
        for kind, said in says.items():
            for word in listed.get(kind, ()):
                found.setdefault(word, set()).add(said)
    return {word: frozenset(said) for word, said in found.items()}
