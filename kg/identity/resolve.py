"""Which keys mean one thing, decided over all documents at once.

A key with a published identifier stands for itself. A key that is only a name joins the one thing
that carries this name as a label or alias, in the same country; two candidates are no candidate. A name
that says it is of the government of a place joins what is known by this place.
Two keys with identifiers are never joined by a name.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from kg.identity import keys
from kg.identity.claims import Votes
from kg.identity.iri import iri_of
from kg.identity.kinds import NAMED
from kg.identity.names import fold
from kg.iris import Iris
from kg.records import Key
from kg.registers import Entry


class Register(Protocol):
    """What the resolver asks of the registers."""

    def entry(self, key: Key) -> Entry | None:
        """Answer the entry of a key, which may be any identifier that the entry lists."""

    def named(self, kind: str, name: str, country: str | None) -> tuple[Key, ...]:
        """Answer the keys of the entries with this folded name."""


class Governments(Protocol):
    """What the resolver asks of who knows how governments are called."""

    def named(self, name: str, country: str | None) -> Key | None:
        """Answer the key of the government that a name means, if it means one."""

    def of_region(self, name: str, country: str) -> Key | None:
        """Answer the government of the region of a country, where the name says it is of a region."""


@dataclass(frozen=True, slots=True)
class Table:
    """Key to thing: only keys that mean what another key stands for are listed."""

    iris: Iris
    joined: dict[Key, Key] = field(default_factory=dict)

    def representative(self, key: Key) -> Key:
        """Answer the key that stands for the thing."""
        return self.joined.get(key, key)

    def iri(self, key: Key) -> str:
        """Answer the IRI of the thing a key means."""
        return iri_of(self.representative(key), self.iris)


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

    def names(self) -> dict[tuple[str, str, str], set[Key]]:
        """Answer who carries a name: (kind, country, folded name) to keys."""
        carriers: dict[tuple[str, str, str], set[Key]] = defaultdict(set)
        for key, votes in self.votes.items():
            kind = keys.kind(key)
            for country in _countries(key, votes):
                for aspect, _, value in votes:
                    if aspect in {"label", "alias"}:
                        carriers[kind, country, fold(value)].add(key)
        return carriers


def resolve(dossiers: Dossiers, register: Register, governments: Governments, iris: Iris) -> Table:
    """Answer which keys mean the same thing."""
    joining = _Joining(dossiers.votes, dossiers.names(), register, governments)
    targets = ((key, joining.target(key)) for key in sorted(dossiers.votes))
    joined = {key: target for key, target in targets if target is not None}
    return Table(iris, {key: _end(key, joined) for key in joined})


@dataclass(frozen=True, slots=True)
class _Joining:
    """Finds what a key joins."""

    votes: dict[Key, Votes]
    carriers: dict[tuple[str, str, str], set[Key]]
    register: Register
    governments: Governments

    def target(self, key: Key) -> Key | None:
        """Answer the one thing that a name means, or None where there is none or more than one."""
        kind, scheme, value = key.split(":", 2)
        entry = self.register.entry(key)
        if entry is not None:
            return entry.key if entry.key != key else None
        if scheme != "name":
            return None
        country, _, name = value.partition(":")
        listed = self.register.named(kind, name, country or None)
        if listed:
            return listed[0] if len(listed) == 1 else None
        others = self.carriers.get((kind, country, name), set()) - {key}
        identified = {other for other in others if ":name:" not in other}
        candidates = identified or self._governments(key, country or None) or others
        return next(iter(candidates)) if len(candidates) == 1 else None

    def _governments(self, key: Key, country: str | None) -> set[Key]:
        """Answer the governments that the labels of an organisation mean.

        One that pays may be of any country; where it pays for one country only, and says that it
        is a region's, it is that of the region there.
        """
        if keys.kind(key) != "org":
            return set()
        labels = set(_said(self.votes[key], "label"))
        found = {self.governments.named(label, country) for label in labels}
        paid_for = set(_said(self.votes[key], "paysFor"))
        if country is None and len(paid_for) == 1:
            (land,) = paid_for
            found |= {self.governments.of_region(label, land) for label in labels}
        return {government for government in found if government}


def _end(key: Key, joined: dict[Key, Key]) -> Key:
    """Follow the joins from a key; of a ring, its first key in order stands for all."""
    path = [key]
    while (following := joined.get(path[-1])) is not None:
        if following in path:
            return min(path[path.index(following) :])
        path.append(following)
    return path[-1]


def _countries(key: Key, votes: Votes) -> Iterator[str]:
    scheme, value = key.split(":", 2)[1:]
    if scheme == "name":
        yield value.partition(":")[0]
    else:
        yield ""
        yield from _said(votes, "country")


def _said(votes: Votes, aspect: str) -> Iterable[str]:
    return (value for said, _, value in votes if said == aspect)
