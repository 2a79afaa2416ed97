"""A link is where it leads; who counts clicks on the way stays out of the graph."""

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.links import target

SAFE = "https://nam10.safelinks.protection.outlook.com/ap/b-1/?url={}&data=04%7C01%7Ca%40b.org"
DEFENCE = "https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_a-3Fb-3D1&d=Dw&c=X"

CASES = [
    (SAFE.format("https%3A%2F%2Fexample.org%2Fa%3Fb%3D1"), "https://example.org/a?b=1"),
    (DEFENCE, "https://example.org/a?b=1"),
    (
        "https://urldefense.com/v3/__https://example.org/a?b=1__;!!Nz7!x$",
        "https://example.org/a?b=1",
    ),
    ("https://urldefense.com/v3/__https://example.org/*20a__;Ly8!!Nz7!x$", ""),
    ("https://www.google.com/url?sa=t&q=http://example.org/&usg=AO", "http://example.org/"),
    ("https://www.youtube.com/redirect?event=x&q=https%3A%2F%2Fexample.org", "https://example.org"),
    ("https://mailing.us2.list-manage.com/track/click?u=1&id=2", ""),
    (SAFE.format("javascript%3Aalert(1)"), ""),
    (SAFE.format(""), ""),
    ("https://example.org/a?fbclid=IwAR&b=1#c", "https://example.org/a?b=1#c"),
    ("https://example.org/a?mc_eid=123", "https://example.org/a"),
    ("https://example.org/?url=https%3A%2F%2Fother.org", None),
    ("https://safelinks.example.org/?url=https%3A%2F%2Fother.org", None),
    ("https://example.org/a b?source=x&&c", None),
    ("https://example.org/a?utm_source=x&b=1&utm_medium=y", "https://example.org/a?b=1"),
    (
        "https://click.example.com/track?id=1&url=https%3A%2F%2Fexample.org%2Fa",
        "https://example.org/a",
    ),
    ("https://click.example.com/track?id=1", ""),
    ("https://links.mailchimp.com/a/b", ""),
    ("https://d1.hubspotlinks.com/Ctc/a", ""),
    ("https://bit.ly/3abc", ""),
    ("https://t.co/abc", ""),
    ("https://lnkd.in/abc", ""),
    ("https://exabit.ly/abc", None),
    ("https://about.co/abc", None),
    ("https://mailchimp.com/", None),
    ("HTTPS://Example.org", None),
    ("mailto:a@example.org", None),
    ("", None),
]


@pytest.mark.parametrize(("address", "expected"), CASES)
def test_where_a_link_leads(address: str, expected: str | None) -> None:
    assert target(address) == (address if expected is None else expected)


@given(st.integers(0, 4), st.from_regex(r"https://example\.org/[a-z?&=%/]*", fullmatch=True))
def test_wrappers_within_wrappers_are_undone(depth: int, address: str) -> None:
    wrapped = address
    for _ in range(depth):
        wrapped = SAFE.format(quote(wrapped, safe=""))
    assert target(wrapped) == target(address)


def test_wrappers_without_end_are_dropped() -> None:
    wrapped = "https://example.org"
    for _ in range(9):
        wrapped = SAFE.format(quote(wrapped, safe=""))
    assert target(wrapped) == ""
