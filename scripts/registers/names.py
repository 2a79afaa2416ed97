"""Which of the names that a source gives are worth knowing."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cache

from table import CLOSED, Text

from kg.identity.names import fold

SIMILAR = 0.6
SHORTEST = 4
COMMON = frozenset(
    "city ciudad ville cidade state estado region province provincia department departamento "  # noqa: SIM905 - one word a line would be sixty lines
    "district distrito land free libre sovereign heroica villa town north south east west norte "
    "sur oeste nord saint sainte santa santo people peoples national regional upper lower capital "
    "mundial world center centre central northeast northwest southeast southwest eastern western "
    "northern southern atlantic pacific".split()
)
SAINTS = frozenset({"san", "santa", "santo", "sao", "saint", "sainte", "st", "los", "las", "les"})
HONOURS = frozenset({"heroica", "ciudad", "villa", "city", "ville", "cidade", "de"})
FOREIGN = frozenset(
    {"byen", "lungsod", "altepetl", "opstina", "delegazione", "by", "tlahtohcayotl"}
)
"""Words for a city in languages that documents about the place are hardly written in."""

ASIDE = re.compile(r"\s*[,(\[].*|[\N{SUPERSCRIPT TWO}]")


@cache
def _latin(character: str) -> bool:
    letters = ("LATIN", "MODIFIER", "MASCULINE", "FEMININE")
    return not character.isalpha() or unicodedata.name(character, "").startswith(letters)


def usable(name: str) -> bool:
    """Answer whether a name is in Latin letters, long enough and without marks of lists."""
    return (
        len(name) >= SHORTEST
        and not name[:1].islower()
        and all(map(_latin, name))
        and not any(mark in name for mark in (*CLOSED, ",", "(", "["))
        and not COMMON.issuperset(fold(name).split())
        and FOREIGN.isdisjoint(fold(name).split())
    )


def tidy(name: str) -> str:
    """Answer a name without what stands in brackets or after a comma."""
    return ASIDE.sub("", name).strip() or name


def new(known: Iterable[Text], candidates: Iterable[Text]) -> list[Text]:
    """Answer the candidates that compare differently from all that are known, each once."""
    seen = {fold(text) for text, _ in known}
    found: list[Text] = []
    for raw, lang in candidates:
        text = raw.strip()
        folded = fold(text)
        if folded and folded not in seen:
            seen.add(folded)
            found.append((text, lang))
    return found


def words(name: str) -> list[str]:
    """Answer the folded words of a name that say something, in order."""
    return [word for word in fold(name).split() if len(word) >= SHORTEST and word not in COMMON]


def telling(name: str) -> bool:
    """Answer whether a name is more than a direction, a number or a kind of place."""
    folded = [word for word in fold(name).split() if not word.isdigit()]
    return not (COMMON | {"zone", "area", "ward", "sector"}).issuperset(folded)


def longer_or_shorter(name: str, other: str) -> bool:
    """Answer whether another name is a name's beginning or adds to it: Ecatepec de Morelos.

    A saint alone, or the end of a name, is too common to stand for it: San Pablo, Morelos.
    """
    whole, part = fold(name).split(), fold(other).split()
    if not usable(other):
        return False
    if set(part) <= set(whole):
        while whole and whole[0] in HONOURS:
            whole.pop(0)
        return whole[: len(part)] == part and part[0] not in SAINTS
    return bool(words(name)) and words(name)[0] in part


def spelling(name: str, other: str) -> bool:
    """Answer whether two names look like spellings of one, or share a telling word."""
    if not usable(other) or other.isupper() or any(c.isdigit() for c in other):
        return False
    if set(fold(other).split()) <= set(fold(name).split()):
        return longer_or_shorter(name, other)
    if set(words(name)) & set(words(other)):
        return True
    return similarity(name, other) >= SIMILAR


def similarity(name: str, other: str) -> float:
    """Answer how much two names are alike, 0 to 1."""
    return SequenceMatcher(None, fold(name), fold(other)).ratio()
