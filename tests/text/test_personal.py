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
    ("Tél. : 21 30 14 50.", ["21 30 14 50"]),
    ("Tél.\xa0: 21\xa030\xa014\xa050 / 21 30 14 51", ["21\xa030\xa014\xa050", "21 30 14 51"]),
    ("Téléphone : 01 45 22 33 44 ou 01 45 22 33 45", ["01 45 22 33 44", "01 45 22 33 45"]),
    ("Tel 01865 473727, Tél/Fax: 20 12 34 56", ["01865 473727", "20 12 34 56"]),
    ("WhatsApp 077 123 4567, Mobile no. 0712345678", ["077 123 4567", "0712345678"]),
    ("Llame al (02) 381-5810, o marque el 0800 123 456", ["(02) 381-5810", "0800 123 456"]),
    ("Ring 00 221 33 849 54 00 or 05 61 12 23 34", ["00 221 33 849 54 00", "05 61 12 23 34"]),
    ("The mobile phone has 12 345 678 users; by phone 1 250 000 women", []),
    ("Hotline 1145 took 2 000 000 or 3 000 000 calls; call 911", []),
    ("From 01.02.2021 to 03.04.2022, 05-06-2021; contact 12 345 678 people", []),
    ("A hotline (number 7150 8000) took 8,000 calls", ["7150 8000"]),
    ("wa.me/5215512345678, then", ["wa.me/5215512345678"]),
    ("at facebook.com/ana.paz.", ["facebook.com/ana.paz"]),
    ("the web.facebook.com/ana, not boxfacebook.com/ana", ["web.facebook.com/ana"]),
    ("ana(at)example.org, ana @ example.org", ["ana(at)example.org", "ana @ example.org"]),
    ("ana [arroba] example [punto] org", ["ana [arroba] example [punto] org"]),
    ("Write to ana at example dot org.", ["ana at example dot org"]),
    ("Health at work, point out; a lunch @ noon; (a) health.org", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_addresses(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in addresses(text)] == expected
