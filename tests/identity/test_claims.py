"""Claims survive being written as lines, and come together by key."""

from hypothesis import given
from hypothesis import strategies as st

from kg.identity.claims import by_key, line, parse
from kg.records import Claim, Key

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_a_claim_reads_back(key: str, aspect: str, value: str, lang: str) -> None:
    claim = Claim(Key(key), aspect, value, lang)
    assert parse(line(claim)) == claim


@given(TEXTS)
def test_a_claim_is_one_line(value: str) -> None:
    assert b"\n" not in line(Claim(Key("org:id:X"), "label", value))


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=20))
def test_each_key_comes_once_with_its_votes(pairs: list[tuple[str, str]]) -> None:
    claims = [Claim(Key(f"org:id:{key}"), "label", value) for key, value in pairs]
    merged = list(by_key(sorted(map(line, claims))))
    assert len({key for key, _ in merged}) == len(merged) == len({claim.key for claim in claims})
    assert sum(sum(votes.values()) for _, votes in merged) == len(claims)
