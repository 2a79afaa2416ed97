"""Every missed and every spurious thing is told, with its place, kind and sentence."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate import Error, GoldSet, Page, read
from kg.evaluate.answers import FoundEnd, FoundMention, FoundParticipation
from kg.evaluate.errors import (
    Teller,
    link_errors,
    measurement_errors,
    mention_errors,
    participation_errors,
)
from kg.evaluate.linking import links
from kg.evaluate.matching import Matching
from kg.evaluate.measurements import match_measurements
from kg.evaluate.mentions import CLASSES, match_mentions
from kg.evaluate.participations import match_participations
from tests.evaluate.conftest import GOLD, measurements, mentions, participations

PAGE = read(GOLD).pages[0]


def matched(page: Page, found: list[FoundMention]) -> dict[str, Matching[object, FoundMention]]:
    return {name: match_mentions(page, found, name, strict=False) for name in CLASSES}


def told(page: Page, found: list[FoundMention]) -> list[Error]:
    return list(mention_errors(Teller.of(page), matched(page, found)))


def said(errors: list[Error]) -> list[tuple[str, str, str, str]]:
    return [(error.kind, error.class_, error.expected, error.found) for error in errors]


def replaced(page: Page, name: str, **fields: object) -> list[FoundMention]:
    return [m._replace(**fields) if m.text == name else m for m in mentions(page)]


def test_what_is_perfect_has_no_errors(gold: GoldSet) -> None:
    for page in gold.pages:
        assert told(page, mentions(page)) == []


def test_a_missed_name_has_its_sentence(page: Page) -> None:
    [error] = told(page, [m for m in mentions(page) if m.text != "Mombasa"])
    assert (error.kind, error.class_, error.document) == ("missed", "place", page.name)
    assert page.text[error.start : error.end] == error.expected == "Mombasa"
    assert error.sentence.startswith("In 2022, with UNICEF")
    assert error.sentence.endswith("midwives in Mombasa.")


def test_a_spurious_name_is_told_under_its_class(page: Page) -> None:
    start = page.text.index("nurses")
    nurses = FoundMention((start, start + 6), "nurses", "Programme", "iri:n", "nurses")
    assert said(told(page, [*mentions(page), nurses])) == [("spurious", "programme", "", "nurses")]


def test_a_name_of_another_type_or_span_is_one_error(page: Page) -> None:
    assert said(told(page, replaced(page, "Mombasa", type="Organisation"))) == [
        ("wrong type", "place", "Mombasa", "Mombasa (Organisation)")
    ]
    start = page.text.index("midwives in Mombasa.")
    wide = replaced(page, "Mombasa", span=(start, start + 20), text="midwives in Mombasa.")
    assert said(told(page, wide)) == [("wrong span", "place", "Mombasa", "midwives in Mombasa.")]


def test_words_are_told_as_a_reader_sees_them(gold: GoldSet) -> None:
    french = next(page for page in gold.pages if page.lang == "fr")
    [error] = told(french, [m for m in mentions(french) if m.text != "Thi&egrave;s"])
    assert error.expected == "Thiès"
    assert "à Thiès et à Kaolack" in error.sentence


@given(st.data())
def test_errors_are_what_is_missed_and_what_is_spurious(data: st.DataObject) -> None:
    found = [
        m._replace(type=data.draw(st.sampled_from([m.type, "Place", "Law"])), span=(start, end))
        for m in mentions(PAGE)
        for start in [m.span[0] + data.draw(st.sampled_from([0, 0, 3, -9]))]
        for end in [m.span[1] + data.draw(st.sampled_from([0, 0, 4]))]
        if start < end and data.draw(st.booleans())
    ]
    errors, matchings = told(PAGE, found), matched(PAGE, found)
    for name, matching in matchings.items():
        missed = [e for e in errors if e.class_ == name and e.kind != "spurious"]
        assert len(missed) == matching.counts.missed
    spurious = [error for error in errors if error.found]
    assert len(spurious) == sum(m.counts.spurious for m in matchings.values())


def test_numbers_err_by_value_qualifier_and_role(page: Page) -> None:
    found = measurements(page)
    found[0] = found[0]._replace(role="context", qualifier="about")
    found[1] = found[1]._replace(value=Decimal(1))
    found[2] = found[2]._replace(span=(0, 3))
    matching = match_measurements(page, found, full=False)
    assert said(list(measurement_errors(Teller.of(page), matching))) == [
        ("wrong qualifier", "measurement", "240 (exact)", "240 (about)"),
        ("wrong role", "measurement", "240 (result)", "240 (context)"),
        ("wrong value", "measurement", "1,200 = 1200 (result)", "1,200 = 1 (result)"),
        ("missed", "measurement", "12 = 12 (target)", ""),
        ("spurious", "measurement", "", "12 = 12 (target)"),
    ]


def test_participations_are_missed_or_spurious(page: Page) -> None:
    one, other = FoundEnd("iri:kenya", "Kenya"), FoundEnd("iri:act", "Care Act of 2019")
    found = [participations(page)[0], FoundParticipation((0, 9), one, "host", other)]
    matching = match_participations(page, mentions(page), found)
    missed, spurious = participation_errors(Teller.of(page), matching)
    assert missed.expected == "Ministry of Labour partnerIn UN Women"
    assert missed.sentence.startswith("In 2022, with UNICEF")
    assert (spurious.kind, spurious.found) == ("spurious", "Kenya host Care Act of 2019")


def test_a_mention_on_another_iri_is_told(page: Page) -> None:
    found = replaced(page, "Ministry of Labour", entity="iri:x", label="Labour")
    linked = links(page, found, "")
    assert said(list(link_errors(Teller.of(page), linked))) == [
        ("other thing", "identity", "Ministry of Labour of Kenya", "Labour (iri:x)")
    ]


def test_without_the_page_there_is_no_sentence(page: Page) -> None:
    bare = Page(name=page.name, gold=page.gold)
    assert {error.sentence for error in told(bare, [])} == {""}
