"""What is said of the things that are known by name, by key, and who carries which name."""

from collections import defaultdict
from dataclasses import dataclass, field

from kg.identity import keys
from kg.identity.claims import Votes
from kg.identity.kinds import NAMED
from kg.identity.names import fold
from kg.records import Key

Carriers = dict[tuple[str, str, str], set[Key]]
"""Who carries a name: (kind, country, folded name) to keys."""


@dataclass(slots=True)
class Dossiers:
    """All that is said of the things that are known by name, by key."""

    votes: dict[Key, Votes] = field(default_factory=dict)

    def add(self, key: Key, votes: Votes) -> bool:
        """Keep what is said of a key, and answer whether its kind is one known by name."""
        if keys.kind(key) not in NAMED:
            return False
        self.votes[key] = votes
        return True

    def said(self, key: Key, *aspects: str) -> list[str]:
        """Answer what documents say of some aspects of a key, as they write it."""
        return sorted({value for aspect, _, value in self.votes.get(key, ()) if aspect in aspects})

    def names_of(self, key: Key) -> list[str]:
        """Answer the names that documents call a key by, as they write them."""
        return self.said(key, "label", "alias")

    def carriers(self) -> Carriers:
        """Answer who carries which name."""
        found: Carriers = defaultdict(set)
        for key in self.votes:
            names = {fold(name) for name in self.names_of(key)}
            for country in self._countries(key):
                for name in names:
                    found[keys.kind(key), country, name].add(key)
        return found

    def _countries(self, key: Key) -> set[str]:
        told = self.said(key, "country") if keys.scheme(key) != "name" else ()
        return {keys.country(key), *told}
