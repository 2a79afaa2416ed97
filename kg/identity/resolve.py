"""Which keys mean one thing, decided over all documents at once.

What people judged goes first. A key with a published identifier stands for itself. A key that is
only a name joins the one thing that carries this name as a label or alias, in the same country, or
what is known by its place where it says that it is of the government of a place; then the one that
carries another form of it. Two candidates are no candidate, two keys with identifiers are never
joined by a name, and what was judged different is joined by nothing.
"""

from dataclasses import dataclass, field
from typing import Final

from kg.identity import keys
from kg.identity.dossiers import Dossiers
from kg.identity.iri import iri_of
from kg.identity.joins import Governments, Join, Joins, Register
from kg.identity.judgements import Judgements
from kg.iris import Iris
from kg.records import Issue, Key

_SCHEMES: Final = ("id", "iso", "inegi", "m49", "geonames")
"""The schemes of identifiers, the best first."""


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


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which keys mean what, why, and the judgements that could not be followed."""

    table: Table
    joins: tuple[Join, ...] = ()
    issues: tuple[Issue, ...] = ()


def resolve(
    dossiers: Dossiers,
    register: Register,
    governments: Governments,
    iris: Iris,
    judgements: Judgements,
) -> Resolution:
    """Answer which keys mean the same thing."""
    joins = Joins(dossiers, register, governments, judgements)
    joined: dict[Key, Key] = {}
    for group in joins.groups:
        best = min(group, key=lambda key: _rank(key, register))
        joined.update((key, best) for key in sorted(group - {best}))
    return Resolution(Table(iris, joined), tuple(joins.made), tuple(joins.issues))


def _rank(key: Key, register: Register) -> tuple[bool, int, int, int, Key]:
    """Order the keys of a thing: registered ones first, then by scheme; the fullest name."""
    entry = register.entry(key)
    scheme = keys.scheme(key)
    order = _SCHEMES.index(scheme) if scheme in _SCHEMES else len(_SCHEMES) + (scheme == "name")
    return entry is None or entry.key != key, order, -len(key.split()), -len(key), key
