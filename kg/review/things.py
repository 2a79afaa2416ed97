"""The things of a build that are known by name, as they are compared."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import Final
from urllib.parse import unquote

import pyoxigraph as ox

from kg.identity import keys
from kg.identity.kinds import family
from kg.identity.names import fold
from kg.identity.words import words
from kg.records import Key, LangText
from kg.store import Store, Table

_GOVERNMENT_TYPES: Final = frozenset({"10", "11", "15"})
"""Government, local government, other public sector. Source: IATI, OrganisationType."""

_REGISTERED: Final = re.compile(r"(?P<country>[A-WYZ][A-Z])-[A-Z]")
"""How an identifier of a national agency begins; those of X are of no country."""

_DIGITS: Final = re.compile(r"\d+")


@dataclass(frozen=True, kw_only=True)
class Thing:
    """One thing, with all that tells it from others; its first key stands for it."""

    iri: str
    label: str
    keys: tuple[Key, ...]
    names: tuple[LangText, ...]
    identifiers: tuple[str, ...] = ()
    within: str = ""
    unit_of: str = ""
    brand_of: str = ""
    classification: str = ""
    register: str = ""

    @property
    def key(self) -> Key:
        """Answer the key that a judgement names it by: an identifier where there is one."""
        return self.keys[0]

    @property
    def family(self) -> str:
        """Answer the kind of things that it may be the same as."""
        return family(keys.kind(self.key))

    @cached_property
    def concepts(self) -> frozenset[str]:
        """Answer what its names are made of, whatever their language."""
        return frozenset().union(*(words(name.text).concepts for name in self.names))

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """Answer its names as they are compared, each once."""
        return tuple(dict.fromkeys(fold(name.text) for name in self.names))

    @cached_property
    def country(self) -> str:
        """Answer the country of its keys, "" where they tell none or several."""
        found = {_country(key) for key in self.keys} - {""}
        return found.pop() if len(found) == 1 else ""

    @cached_property
    def is_public(self) -> bool:
        """Answer whether it is a body of government, or made by one."""
        if self.family in {"law", "place"} or self.classification in _GOVERNMENT_TYPES:
            return True
        return any(words(name.text).of("head:state") for name in self.names)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Answer the numbers in its names."""
        return frozenset(n for name in self.folded for n in _DIGITS.findall(name))


def read(store: Store) -> list[Thing]:
    """Answer all things that are known by name, by IRI.

    Graph: `?thing okg:identityKey ?key`, with its labels, identifiers, place, agency and type.
    """
    said: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = defaultdict(
        lambda: defaultdict(list)
    )
    answer = store.query((files(__package__) / "things.rq").read_text(encoding="utf-8"))
    assert isinstance(answer, Table), "things.rq is no SELECT query"
    for thing, aspect, value in answer:
        assert isinstance(thing, ox.NamedNode), "a thing has an IRI"
        assert isinstance(aspect, ox.Literal), "an aspect is a word"
        assert isinstance(value, ox.NamedNode | ox.Literal), "no blank nodes in a build"
        said[thing.value][aspect.value].append(value)
    return [_thing(iri, said[iri]) for iri in sorted(said)]


def _thing(iri: str, said: Mapping[str, Sequence[ox.NamedNode | ox.Literal]]) -> Thing:
    def texts(aspect: str) -> list[str]:
        return sorted(value.value for value in said.get(aspect, ()))

    listed = (value for value in said.get("name", ()) if isinstance(value, ox.Literal))
    names = sorted(LangText(value.value, value.language or "") for value in listed)
    found = sorted(map(Key, texts("key")), key=lambda key: (keys.scheme(key) == "name", key))
    return Thing(
        iri=iri,
        label=next(iter(texts("label")), iri),
        keys=tuple(found),
        names=tuple(names),
        identifiers=tuple(texts("identifier")),
        within=next(iter(texts("within")), ""),
        unit_of=next(iter(texts("unit")), ""),
        brand_of=next(iter(texts("brand")), ""),
        classification=_last(texts("classification")),
        register=_last(texts("register")),
    )


def _last(iris: Sequence[str]) -> str:
    """Answer the last part of the first IRI, "" where there is none."""
    return unquote(iris[0].rpartition("/")[2]) if iris else ""


def _country(key: Key) -> str:
    _, scheme, value = key.split(":", 2)
    match scheme:
        case "name":
            return keys.country(key)
        case "iso":
            return value.partition("-")[0]
        case "inegi":
            return "MX"
        case _:
            match = _REGISTERED.match(value)
            return match["country"] if match else ""
