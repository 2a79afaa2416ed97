"""For any text: no exception, the same facts again, and quotes that are the text."""

from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.extract import extract
from kg.extract.gazetteer import gazetteer
from kg.records import Context, Issue, Narrative
from kg.sources import results_page
from tests.extract.cases import FOLDERS, read, shipped
from tests.sources.pages import document

FRAGMENTS = [
    "UN Women", "Ministry of Finance", "the Ministries of", "state governments of", "Jalisco", "Puebla",
    "(SLC)", "(", ")", ",", ";", ".", "\n", "\n\n", "|", "&eacute;", "<b>", "</b>", '<a href="x', "a@b.org",
    "1,250", "12,50,000", "2 ,150", "202 1", "7-8,000", "%", "USD", "$", "million", "up to", "target of",
    "baseline", "Milestone", "2022", "12 January", "funded by", "led by", "signed an MoU", "with", "and", "which",
    "the programme", "project", "“", "”", "Women's", "d'", "Norway", "of", "in", "COVID 19", "twenty", "hundred",
    "ﬁ", "½", "\U0001d7d9", "\u0301", "\u202e", "İ", "ß", "٣", "CO", "S.", "No.", "1)", "–",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=8), max_size=40).map(" ".join),
    st.sampled_from(["en", "es", "fr", ""]),
)
@example("(", "en")
@example("Ministries of", "en")
def test_any_text_is_read_and_quoted(text: str, lang: str) -> None:
    about = {"lang": lang, "country": "MX", "publisher": "XM-DAC-41146", "year": "2021"}
    facts = read(text, **about)
    for fact in facts:
        if not isinstance(fact, Issue):
            evidence = fact.evidence
            assert text[evidence.start : evidence.end] == evidence.exact
            assert 0 < fact.confidence <= 1
    assert read(text, **about) == facts


def test_a_text_said_eight_times_says_its_facts_again() -> None:
    text = "\n".join((folder / "input.txt").read_text("utf-8") for folder in FOLDERS)
    once = len(read(text, country="MX"))
    assert len(read((text + "\n") * 8, country="MX")) >= 4 * once


def test_every_fact_of_a_real_page_quotes_it(shared_data: Path) -> None:
    for path in sorted((shared_data / "portal").glob("*.txt")):
        page = document(path.read_bytes(), path.name)
        if not results_page.recognises(page, page.head()):
            continue
        text = path.read_text("utf-8")
        for narrative in results_page.read(page):
            if isinstance(narrative, Narrative):
                context = Context(country=None, year=None, publisher=None, lang=narrative.lang)
                for fact in extract(narrative, context, gazetteer(shipped(), None, ())):
                    if not isinstance(fact, Issue):
                        evidence = fact.evidence
                        assert text[evidence.start : evidence.end] == evidence.exact
