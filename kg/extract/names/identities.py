"""The things that names name: a key for each, one for all names of a thing."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.names.candidate import Candidate, Names
from kg.extract.names.levels import noun, told, words
from kg.extract.names.memory import Memory
from kg.extract.names.places import Places
from kg.extract.names.states import of_state
from kg.extract.tokens import tokens
from kg.identity import keys
from kg.records import Key


def identified(names: Names, memory: Memory, places: Places) -> Iterator[Candidate]:
    """Answer names with their keys, in order; what one is called, later ones may be called."""
    lexicon, abroad = places.passage.lexicon, 0
    for candidate in names:
        if candidate.last <= abroad and candidate.type == "Organisation":
            continue  # the ministry in "Ministry of Health of Norway" is not that of the page's country
        named = candidate
        if candidate.type and not candidate.key:
            owner = memory.owner(candidate, lexicon)
            key = owner.key if owner else _key(candidate, names, places)
            type_ = owner.type if owner else candidate.type
            named = replace(candidate, key=key, type=type_, is_alias=owner is not None)
            if owner is None and of_state(candidate, names, places):
                abroad = candidate.last
        memory.learn(named, lexicon)
        yield named


def _key(candidate: Candidate, names: Names, places: Places) -> Key | None:
    """Answer the key of a thing that is known by its name, or as the government of its place."""
    if candidate.type is None:
        return None
    if candidate.type == "Place" and (known := _levelled(candidate, names, places)):
        return known
    if body := of_state(candidate, names, places):
        return body
    if candidate.governs and candidate.type == "Organisation":
        inside = names.within(candidate.first, candidate.last)
        governed = [n for n in inside if n.type == "Place" and n.key and n.last <= candidate.last]
        if governed:
            return _government(candidate, governed[-1], places)
    return keys.by_name(keys.KINDS[candidate.type], candidate.label, places.country)


def _levelled(candidate: Candidate, names: Names, places: Places) -> Key | None:
    """Answer the known place that a name is of, with the noun for its level: "Anta Province"."""
    for place in names.within(candidate.first, candidate.last):
        around = _around(candidate.label, place.label)
        if place.type == "Place" and place.key and noun(around) and set(around) <= words().keys():
            return places.of_levels(place, told(around), noun(around))
    return None


def _government(candidate: Candidate, place: Candidate, places: Places) -> Key:
    """Answer the key of the government of a place; of no place known, that of its level and name."""
    assert place.key, "what is governed has its key"
    around = _around(candidate.label, place.label)
    if governed := places.of_levels(place, told(around), noun(around)):
        return keys.government(governed)
    level = next(iter(told(around))) if noun(around) else ""
    if not level:
        return keys.government(place.key)
    country = keys.country(place.key) or places.country
    return keys.by_name("org", f"{level} government of {place.label}", country)


def _around(label: str, place: str) -> list[str]:
    """Answer the words of the name of a government but those of its place."""
    folds = [token.fold for token in tokens(label)]
    inner = [token.fold for token in tokens(place)]
    at = next((i for i in range(len(folds)) if folds[i : i + len(inner)] == inner), len(folds))
    return folds[:at] + folds[at + len(inner) :]
