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
    ("Tel.: +51 1 234 5678 or WhatsApp +51 987 654 321.", ["+51 1 234 5678", "+51 987 654 321"]),
    ("Teléfono: 55 1234 5678, fax (55) 1234-5679", ["55 1234 5678", "(55) 1234-5679"]),
    ("Call +52 (55) 1234-5678 now", ["+52 (55) 1234-5678"]),
    ("+10 000 000 women; 1 250 000 phones; mobile 12 000 000 users; tel 2021", []),
    ("In 2020-2021 4,369 / 2,245 / 3,098; phone 12.5 million; by 12.10.2021 15.10.2021", []),
    ("example.org has no account; 12:30; a://", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_addresses(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in addresses(text)] == expected
