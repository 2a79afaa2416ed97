"""Where a text names accounts of persons."""

import pytest

from kg.text.personal import addresses

CASES = [
    ("Write to ana.paz+x@mail.example.org.", ["ana.paz+x@mail.example.org"]),
    ("mailto:ana@example.org", ["mailto:ana@example.org"]),
    ("data=ana%40example.org&x", ["data=ana%40example.org"[5:]]),
    ("See https://example.org/~ana?b=(c), then", ["https://example.org/~ana?b=(c)"]),
    ("(see www.example.org/ana)", ["www.example.org/ana"]),
    ("follow @ana_paz or #HeForShe, 5 @ 3", ["@ana_paz"]),
    ("example.org has no account; 12:30; a://", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_addresses(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in addresses(text)] == expected
