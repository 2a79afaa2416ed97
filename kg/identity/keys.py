"""Identity keys: what a thing is called before it has an IRI.

A key is `kind:scheme:value`. Kinds: org, network, programme, activity, place, event, law, group.
Schemes: `id` (the best published identifier), `iso` (ISO 3166), `inegi`, `geonames`, and
`name` followed by a country (or nothing) and the folded name.

The government of a place is known by its place, since it is called in many ways: `org` with the
scheme and value of the place, as in `org:iso:MX-JAL`, `org:inegi:14120` or `org:geonames:184745`.
"""

from typing import Final

from kg.identity.names import fold
from kg.records import Key, MentionType

KINDS: Final[dict[MentionType, str]] = {
    "Organisation": "org",
    "Programme": "programme",
    "Place": "place",
    "Event": "event",
    "Law": "law",
    "Network": "network",
    "UnnamedGroup": "group",
}


def by_id(kind: str, identifier: str, scheme: str = "id") -> Key:
    """Answer the key of a thing with a published identifier.

    Example:
        >>> by_id("org", " XM-DAC-99999 ")
        'org:id:XM-DAC-99999'
    """
    return Key(f"{kind}:{scheme}:{identifier.strip()}")


def by_name(kind: str, name: str, country: str | None = None) -> Key:
    """Answer the key of a thing that is known by its name, within a country where one is known.

    Example:
        >>> by_name("org", "Instituto de Ejemplos", "MX")
        'org:name:MX:instituto de ejemplos'
    """
    return Key(f"{kind}:name:{country or ''}:{fold(name)}")


def kind(key: Key) -> str:
    """Answer the kind of a key: its first part."""
    return key.partition(":")[0]


def government(place: Key) -> Key:
    """Answer the key of the government of a place: one thing, however it is called.

    Example:
        >>> government(Key("place:iso:MX-JAL")), government(Key("place:name:MX:el ejemplo"))
        ('org:iso:MX-JAL', 'org:name:MX:government of el ejemplo')
    """
    scheme, value = place.split(":", 2)[1:]
    if scheme == "name":
        country, _, name = value.partition(":")
        return by_name("org", f"government of {name}", country)
    return by_id("org", value, scheme)


def scheme(key: Key) -> str:
    """Answer the scheme of a key: its second part."""
    return key.split(":", 2)[1]


def country(key: Key) -> str:
    """Answer the country of a key that is a name, "" where it has none.

    Example:
        >>> country(Key("org:name:MX:water board")), country(Key("org:id:MX-1"))
        ('MX', '')
    """
    _, scheme_, value = key.split(":", 2)
    return value.partition(":")[0] if scheme_ == "name" else ""


def name(key: Key) -> str:
    """Answer the folded name in a key that is a name."""
    return key.split(":", 3)[3]
