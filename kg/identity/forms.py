"""Other forms of a name that mean the same: an abbreviation in its place, a level left out.

"Training for Equality (TFE) Centre" is also the "TFE Centre"; the "SCE Programme" is what is called
SCE; the "Congress of the State of Puebla" is the "Congress of Puebla" where Puebla is a state; the
"UN Country Team" is the "United Nations Country Team"; an "Organization" is an "Organisation".
"""

import re
from collections.abc import Iterator
from typing import Final, Protocol

from kg.identity import keys
from kg.identity.kinds import family
from kg.identity.names import fold
from kg.identity.words import words
from kg.records import Key
from kg.registers import Entry

_BRACKETED: Final = re.compile(r"(?P<before>.+\S)\s*\((?P<short>[^\s()]{2,15})\)\s*(?P<after>.*)")
_LEVELLED: Final = re.compile(
    r"(?P<body>.+?) (?P<of>of|de|du|del|do)(?: the| la| l| el)? (?P<level>\w+) "
    r"(?:of|de|du|del|do|da) (?P<place>.+)"
)
_OF: Final = {"del": "de", "du": "de", "do": "de"}
"""What is left of an article once the noun that it stood with is gone."""

_SPELLED: Final = re.compile(r"iz(?=ations?\b|e[ds]?\b|ing\b)")
"""How words are spelled that others spell with an s: "organization"."""

_REGION: Final = "level:region"


class Register(Protocol):
    """What forms ask of the registers."""

    def entry(self, key: Key) -> Entry | None:
        """Answer the entry of a key."""

    def named(self, kind: str, name: str, country: str | None) -> tuple[Key, ...]:
        """Answer the keys of the entries with this folded name."""


def forms(name: str, kind: str, country: str, register: Register) -> Iterator[str]:
    """Answer the other forms of the name of a thing of a kind, folded."""
    if match := _BRACKETED.fullmatch(name):
        before, short, after = match["before"], match["short"], match["after"]
        if is_short(short, before):
            yield fold(f"{before} {after}")
            if after:
                yield fold(f"{short} {after}")
    if family(kind) == "org":
        yield from _spelt_out(name, country, register)
    else:  # while the committee of an agency is not the agency
        yield from _without_head(name)
    yield from _without_level(fold(name), country, register)
    if (spelled := _SPELLED.sub("is", fold(name))) != fold(name):
        yield spelled


def is_short(short: str, name: str) -> bool:
    """Answer whether the letters of an abbreviation stand in a name, in order.

    Example:
        >>> is_short("INCULTURA", "Instituto Nacional de la Cultura"), is_short("UK", "Care")
        (True, False)
    """
    letters = iter(fold(name))
    is_capital = short == short.upper()
    return is_capital and all(letter in letters for letter in fold(short) if letter != " ")


def _without_head(name: str) -> Iterator[str]:
    """Answer the abbreviation that a noun follows: "SCE" of "SCE Programme"."""
    parts = name.split()
    if len(parts) == len(("short", "noun")) and parts[0].isupper() and len(parts[0]) > 1:
        [*_, noun] = words(name).listed or [None]
        if noun and noun.role.startswith("head"):
            yield fold(parts[0])


def _spelt_out(name: str, country: str, register: Register) -> Iterator[str]:
    """Answer a name with the abbreviation that it begins with spelt out."""
    short, _, rest = name.partition(" ")
    listed = register.named("org", fold(short), country or None) if rest and short.isupper() else ()
    entry = register.entry(listed[0]) if len(listed) == 1 else None
    for label in entry.labels if entry else ():
        yield fold(f"{label.text} {rest}")


def _without_level(name: str, country: str, register: Register) -> Iterator[str]:
    """Answer a name without the level of the region that it names: "of the state of"."""
    match = _LEVELLED.fullmatch(name)
    if not match or not country:
        return
    level, place = words(match["level"]).listed, match["place"]
    if not level or level[0].role != _REGION:
        return
    if any(_is_region(key) for key in register.named("place", place, country)):
        yield f"{match['body']} {_OF.get(match['of'], match['of'])} {place}"


def _is_region(place: Key) -> bool:
    """Answer whether a place is a first-level division. Source: ISO 3166-2."""
    return keys.scheme(place) == "iso" and "-" in place
