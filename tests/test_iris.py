"""IRIs are injective, valid, and one segment below their namespace."""

import re
from urllib.parse import unquote

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st

from kg.iris import Iris, encode, key_of, token
from kg.records import Key

NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
IRIS = Iris("https://example.org/id/")


@given(NAMES)
def test_a_name_reads_back_from_its_iri(name: str) -> None:
    assert unquote(encode(name)) == name.strip()


@given(NAMES)
def test_an_iri_is_valid_and_has_one_local_segment(name: str) -> None:
    iri = IRIS.of("organisation", name)
    ox.NamedNode(iri)
    assert re.fullmatch(r"https://example\.org/id/organisation/[A-Za-z0-9%._~-]*", iri)


@given(NAMES, NAMES)
def test_two_names_have_two_iris(one: str, other: str) -> None:
    same = one.strip() == other.strip()
    assert (IRIS.of("place", one) == IRIS.of("place", other)) == same


@given(NAMES)
def test_a_key_reads_back_from_its_token(name: str) -> None:
    key = Key(f"org:name:MX:{name}")
    assert key_of(token(key).removeprefix("<key:").removesuffix(">")) == key


def test_a_source_is_one_segment_whatever_its_path() -> None:
    assert (
        IRIS.source("portal/MX 2021.txt") == "https://example.org/id/source/portal%2FMX%202021.txt"
    )
