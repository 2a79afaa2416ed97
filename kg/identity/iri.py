"""The IRI of a key: its best identifier, else its country and name."""

from typing import Final

from kg.identity.kinds import KINDS
from kg.iris import Iris
from kg.records import Key

WORLD: Final = "001"
"""The place of a name that belongs to no country. Source: UN M49."""


def iri_of(key: Key, iris: Iris) -> str:
    """Answer the IRI that a key has where no other key means the same thing.

    Example:
        >>> iri_of(Key("place:iso:MX-OAX"), Iris("https://example.org/"))
        'https://example.org/place/MX-OAX'
        >>> iri_of(Key("org:name:MX:instituto nacional"), Iris("https://example.org/"))
        'https://example.org/organisation/MX.instituto-nacional'
        >>> iri_of(Key("place:geonames:3530597"), Iris("https://example.org/"))
        'https://example.org/place/geonames.3530597'
    """
    kind, scheme, value = key.split(":", 2)
    namespace = KINDS[kind].namespace
    match scheme:
        case "id" | "iso":
            return iris.of(namespace, value)
        case "name":
            country, _, name = value.partition(":")
            return iris.of(namespace, country or WORLD, name.replace(" ", "-"))
        case _:
            return iris.of(namespace, scheme, *value.split(":"))
