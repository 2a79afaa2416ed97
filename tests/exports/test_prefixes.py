import pytest

from kg.exports import Selection, prefixes
from kg.terms import PREFIXES
from tests.exports.graphs import HARD, selection

BASE = "https://data.example.org/results#"


def found(*lines: str, base: str = BASE) -> dict[str, str]:
    chunks = [line.encode() for line in lines]
    listed = prefixes(Selection(lambda: iter(chunks)), base)
    return {prefix: space for prefix, space in listed.items() if prefix not in PREFIXES}


def test_all_of_the_ontology_and_each_kind_that_occurs() -> None:
    listed = prefixes(selection(HARD), "https://w3id.org/okg/id/")
    assert PREFIXES.items() <= listed.items()
    assert set(listed) - set(PREFIXES) == {
        "ParticipationRole",
        "organisation",
        "org-id",
        "outcome",
        "source",
    }
    assert list(listed) == sorted(listed)


def test_a_base_of_ones_own() -> None:
    assert found(f"<{BASE}place/MX> <p:p> <{BASE}place/US> .") == {"place": f"{BASE}place/"}


@pytest.mark.parametrize("kind", ["org", "geo"])
def test_a_kind_called_as_a_vocabulary_is(kind: str) -> None:
    assert found(f"<{BASE}{kind}/1> <p:p> 1 .") == {f"{kind}-id": f"{BASE}{kind}/"}


def test_kinds_that_begin_alike_and_come_late() -> None:
    lines = [f"<{BASE}place/1>\n" * 50, f"<{BASE}places/1>\n", f"<{BASE}p/1> <{BASE}placed/2>\n"]
    assert set(found(*lines)) == {"place", "places", "p", "placed"}


def test_a_namespace_has_one_prefix_only() -> None:
    base = "https://w3id.org/okg/"
    assert found(f"<{base}codelist/Sector/1> <p:p> 1 .", base=base) == {
        "Sector": f"{base}codelist/Sector/"
    }
