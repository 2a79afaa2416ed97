"""By what each key came to mean a thing: the register, identifier, name, form or judgement.

Graph:
    <thing> okg:identityKey .
    <identification> a okg:Identification ; okg:identifies <thing> ; okg:joinedKey ; okg:otherKey ;
        okg:identifiedBy <basis> ; okg:through ; okg:calledBy* ; prov:wasDerivedFrom <register>? .
What is written of a key are the names that documents call it by, so that the mentions with this
surface form are the evidence.
"""

from typing import Final

from kg import nquads
from kg.identity.dossiers import Dossiers
from kg.identity.joins import Join
from kg.identity.resolve import Resolution
from kg.mapping.output import Output
from kg.mapping.things import Entries
from kg.terms import OKG, PROV

SCHEME: Final = "IdentityBasis"
_LISTED: Final = frozenset({"register", "identifier"})


def describe(found: Resolution, dossiers: Dossiers, registers: Entries, output: Output) -> None:
    """Add the keys of all things, and why those of one thing were joined."""
    for key in sorted({*dossiers.votes, *found.table.joined}):
        output.text(nquads.iri(found.table.iri(key)), OKG.identityKey, key)
    for join in found.joins:
        _describe(join, found, dossiers, output)
        if join.basis in _LISTED and (entry := registers.entry(join.other)):
            register = nquads.iri(output.iris.of("register", entry.register))
            output.add(_subject(join, output), PROV.wasDerivedFrom, register)


def _describe(join: Join, found: Resolution, dossiers: Dossiers, output: Output) -> None:
    subject = _subject(join, output)
    output.type(subject, OKG.Identification)
    output.add(subject, OKG.identifies, nquads.iri(found.table.iri(join.key)))
    output.text(subject, OKG.joinedKey, join.key)
    output.text(subject, OKG.otherKey, join.other)
    output.code(subject, OKG.identifiedBy, SCHEME, join.basis)
    if join.through:
        output.text(subject, OKG.through, join.through)
    for name in dossiers.names_of(join.key):
        output.text(subject, OKG.calledBy, name)


def _subject(join: Join, output: Output) -> str:
    return nquads.iri(output.iris.of("identification", join.key, join.other))
