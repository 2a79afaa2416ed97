"""Why two things are never one, however alike their names are.

Each veto answers a sentence, or "" where it has nothing to say.
"""

from collections.abc import Callable, Iterator
from typing import Final, Protocol

from kg.identity import keys
from kg.identity.words import words
from kg.records import Key
from kg.review.things import Thing

_MOST_WORDS: Final = 4
"""How many words the name of a place has that is looked up within a name."""

_NUMBERED: Final = ("iso", "inegi", "geonames", "m49")
"""Schemes of which a thing has one number."""


class Places(Protocol):
    """What vetoes ask of the registers."""

    def named(self, kind: str, name: str, country: str | None) -> tuple[Key, ...]:
        """Answer the keys of the entries with this folded name."""


def vetoes(one: Thing, two: Thing, places: Places) -> tuple[str, ...]:
    """Answer all that speaks against two things being one."""
    found = (veto(one, two) for veto in _VETOES)
    return tuple(said for said in (*found, _place(one, two, places)) if said)


def _country(one: Thing, two: Thing) -> str:
    if (one.is_public or two.is_public) and one.country and two.country != one.country:
        return f"other country: {one.country}, {two.country}" if two.country else ""
    return ""


def _identifier(one: Thing, two: Thing) -> str:
    first, second = _registered(one), _registered(two)
    for scheme in sorted(first.keys() & second.keys()):
        if not first[scheme] & second[scheme]:
            return f"other identifier: {min(first[scheme])}, {min(second[scheme])}"
    return ""


def _level(one: Thing, two: Thing) -> str:
    first, second = _levels(one), _levels(two)
    if first and second and not first & second:
        return f"other level: {', '.join(sorted(first))}; {', '.join(sorted(second))}"
    return ""


def _portfolio(one: Thing, two: Thing) -> str:
    if not (one.is_public and two.is_public):
        return ""
    first, second = _of(one, "portfolio"), _of(two, "portfolio")
    if first - second and second - first:
        return f"other portfolio: {min(first - second)}, {min(second - first)}"
    return ""


def _number(one: Thing, two: Thing) -> str:
    if (
        one.numbers
        and two.numbers
        and not (one.numbers <= two.numbers or two.numbers <= one.numbers)
    ):
        return f"other number: {min(one.numbers)}, {min(two.numbers)}"
    return ""


def _unit(one: Thing, two: Thing) -> str:
    if two.iri == one.unit_of or one.iri == two.unit_of:
        return "one is an office of the other"
    if not (one.unit_of and two.unit_of):
        return ""
    if one.unit_of != two.unit_of:
        return "offices of two agencies"
    return "offices in two countries" if one.country != two.country else ""


def _brand(one: Thing, two: Thing) -> str:
    is_brand = two.iri == one.brand_of or one.iri == two.brand_of
    return "one is a brand of the other" if is_brand else ""


def _listed(one: Thing, two: Thing) -> str:
    if one.register and one.register == two.register:
        return f"two entries of the register {one.register}"
    return ""


def _within(one: Thing, two: Thing) -> str:
    if two.iri == one.within or one.iri == two.within:
        return "one lies in the other"
    if one.within and two.within and one.within != two.within:
        return "in two places"
    return ""


_VETOES: Final[tuple[Callable[[Thing, Thing], str], ...]] = (
    _country, _identifier, _level, _portfolio, _number, _unit, _brand, _listed, _within,
)  # fmt: skip


def _place(one: Thing, two: Thing, places: Places) -> str:
    """Answer whether they are named after two places, or a public body after a place and none."""
    if one.family == "place":
        return ""
    first, second = _named(one, places), _named(two, places)
    if first and second and not any(a & b for a in first.values() for b in second.values()):
        return f"other place: {min(first)}, {min(second)}"
    if bool(first) != bool(second) and one.is_public and two.is_public:
        return f"other level: only one is of {min(first or second)}"
    return ""


def _registered(thing: Thing) -> dict[str, set[str]]:
    """Answer its registered identifiers by scheme: the agency's code, or the kind of number."""
    found: dict[str, set[str]] = {}
    for key in thing.keys:
        _, scheme, value = key.split(":", 2)
        if scheme == "id":
            scheme = "-".join(value.split("-", 2)[:2])
        if scheme in _NUMBERED or value.startswith(f"{scheme}-"):
            found.setdefault(scheme, set()).add(value)
    return found


def _levels(thing: Thing) -> frozenset[str]:
    """Answer the levels of government that its keys or its names tell; "" where none does."""
    by_key = {level for key in thing.keys if (level := _level_of(key))}
    if by_key or thing.family == "place":
        return frozenset(by_key)
    if not thing.is_public:
        return frozenset()
    found = [words(name.text).of("level:") for name in thing.names]
    return frozenset().union(*found)


def _level_of(key: Key) -> str:
    _, scheme, value = key.split(":", 2)
    match scheme:
        case "iso":
            return "state" if "-" in value else "national"
        case "inegi":
            return "local"
        case _:
            return ""


def _of(thing: Thing, role: str) -> frozenset[str]:
    return frozenset().union(*(words(name.text).of(role) for name in thing.names))


def _named(thing: Thing, places: Places) -> dict[str, frozenset[Key]]:
    """Answer the places in its names but its country: name to what that may mean."""
    return {
        place: options
        for name in thing.folded
        for place, options in _in_name(name, thing.country, places)
        if not any(_is_country(key) for key in options)
    }


def _in_name(name: str, country: str, places: Places) -> Iterator[tuple[str, frozenset[Key]]]:
    """Answer the places that a name holds, the longest first, none within another."""
    parts = name.split()
    at = 0
    while at < len(parts):
        for length in range(min(_MOST_WORDS, len(parts) - at), 0, -1):
            phrase = " ".join(parts[at : at + length])
            options = _options(phrase, country, places)
            if options:
                yield phrase, options
                at += length - 1
                break
        at += 1


def _options(phrase: str, country: str, places: Places) -> frozenset[Key]:
    """Answer the places of a name, which has at least one word that is not of the field's own."""
    if all(word.is_known for word in words(phrase).listed):
        return frozenset()
    return frozenset(places.named("place", phrase, country or None))


def _is_country(place: Key) -> bool:
    return keys.scheme(place) == "iso" and "-" not in place
