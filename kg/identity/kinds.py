"""The kinds of things there are: the word in a key, the namespace of their IRIs, their class."""

from typing import Final, NamedTuple

from kg.terms import GEO, OKG, ORG


class Kind(NamedTuple):
    """What all things of one kind share."""

    namespace: str
    class_iri: str
    word: str


KINDS: Final[dict[str, Kind]] = {
    "org": Kind("organisation", ORG.Organization, "Organisation"),
    "network": Kind("network", OKG.Partnership, "Network"),
    "programme": Kind("programme", OKG.Programme, "Programme"),
    "activity": Kind("activity", OKG.Activity, "Activity"),
    "place": Kind("place", GEO.Feature, "Place"),
    "event": Kind("event", OKG.Event, "Event"),
    "law": Kind("law", OKG.LegalInstrument, "Law"),
    "group": Kind("group", OKG.UnnamedGroup, "UnnamedGroup"),
    "outcome": Kind("outcome", OKG.Outcome, "Outcome"),
}

NAMED: Final = frozenset({"org", "network", "programme", "place", "event", "law"})
"""The kinds whose things are also known by name, so that several keys may mean one thing."""


def family(kind: str) -> str:
    """Answer what a kind may be taken for: a network is an organisation, nothing else is another.

    Example:
        >>> family("network"), family("law")
        ('org', 'law')
    """
    return "org" if kind == "network" else kind
