"""The things that names name: a key for each, one for all names of a thing."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.lexicon import Lexicon
from kg.extract.names.candidate import Candidate, Names
from kg.extract.names.memory import Memory
from kg.identity import keys
from kg.records import Key


def identified(
    names: Names, memory: Memory, words: Lexicon, country: str | None
) -> Iterator[Candidate]:
    """Answer names with their keys, in order; what one is called, later ones may be called."""
    for candidate in names:
        named = candidate
        if candidate.type and not candidate.key:
            owner = memory.owner(candidate, words)
            key = owner.key if owner else _key(candidate, names, country)
            type_ = owner.type if owner else candidate.type
            named = replace(candidate, key=key, type=type_, is_alias=owner is not None)
        memory.learn(named, words)
        yield named


def _key(candidate: Candidate, names: Names, country: str | None) -> Key | None:
    """Answer the key of a thing that is known by its name, or as the government of its place."""
    if candidate.type is None:
        return None
    if candidate.governs:
        inside = names.within(candidate.first, candidate.last)
        places = [n.key for n in inside if n.type == "Place" and n.key and n.last <= candidate.last]
        if places:
            return keys.government(places[-1])
    return keys.by_name(keys.KINDS[candidate.type], candidate.label, country)
