"""What is given away holds no address from prose, and no contact person where none is wanted."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import nquads
from kg.exports import Selection, published, without_contacts
from kg.exports._privacy import CONTACTS, hidden
from kg.terms import DCTERMS, OKG, SCHEMA, XSD

SECRETS = ["ana@example.org", "https://example.org/~ana", "@ana_paz", "+51 1 234 5678"]


def selection(predicate: str, term: str) -> Selection:
    line = f"<a:s> <{predicate}> {term} <a:g> .\n".encode()
    return Selection(lambda: iter([line, line]))


def said(chosen: Selection) -> list[str]:
    data = b"".join(chosen.chunks())
    return [quad.object.value for quad in ox.parse(data, format=ox.RdfFormat.N_QUADS)]


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("predicate", [OKG.text, DCTERMS.title, OKG.rawValue])
def test_an_address_in_prose_is_overwritten(secret: str, predicate: str) -> None:
    text = f'Say "é"\\\n{secret} 🌊, or not.'
    for term in (nquads.text(text), nquads.text(text, "es")):
        (one, other) = said(published(selection(predicate, term)))
        assert one == other == text.replace(secret, "*" * len(secret))


@pytest.mark.parametrize(
    ("predicate", "text"),
    [
        (OKG.email, "ana@example.org"),
        (OKG.telephone, "+51 1 234 5678"),
        (OKG.personName, "Ana (ana@example.org)"),
        (OKG.key, "https://example.org/a b.zip!/c@d.xml"),
        (DCTERMS.identifier, "XM-1-@water"),
        (OKG.text, "450 women @ 3 of 4,369 / 2,245 / 3,098"),
    ],
)
def test_what_was_published_as_data_stays(predicate: str, text: str) -> None:
    assert said(published(selection(predicate, nquads.text(text)))) == [text, text]


def test_links_that_are_values_stay() -> None:
    term = nquads.typed("https://example.org/report", XSD.anyURI)
    assert said(published(selection(SCHEMA.url, term))) == ["https://example.org/report"] * 2


@pytest.mark.parametrize("predicate", sorted(CONTACTS))
def test_contacts_are_left_out_where_none_is_wanted(predicate: str) -> None:
    assert said(without_contacts(selection(predicate, nquads.text("Ana")))) == []
    assert said(without_contacts(selection(OKG.organisationName, nquads.text("Ana")))) != []


@given(st.text(), st.sampled_from(SECRETS))
def test_offsets_still_count_and_nothing_is_left(around: str, secret: str) -> None:
    text = f"{around} {secret} {around}"
    left = hidden(text)
    assert len(left) == len(text)
    assert secret not in left
    assert hidden(left) == left


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_escaping_is_undone(text: str) -> None:
    assert nquads.unescape(nquads.escape(text)) == text
