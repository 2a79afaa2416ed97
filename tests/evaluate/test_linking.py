"""One thing, one IRI, within a page."""

from kg.evaluate import Counts, Page
from kg.evaluate.linking import count, links
from tests.evaluate.conftest import mentions


def test_mentions_of_one_thing_share_an_iri(page: Page) -> None:
    found = links(page, mentions(page), "")
    assert [link.gold.entity for link in found] == ["unicef"] * 2 + ["labour"] * 2
    assert count(found) == Counts(right=4)


def test_one_that_stands_apart_is_told(page: Page) -> None:
    found = mentions(page)
    at = next(i for i, m in enumerate(found) if m.text == "Ministry of Labour")
    found[at] = found[at]._replace(entity="iri:other", label="Labour")
    linked = links(page, found, "")
    assert count(linked) == Counts(right=3, spurious=1, missed=1)
    [apart] = [link for link in linked if not link.same]
    assert (apart.found.label, apart.expected) == ("Labour", "Ministry of Labour of Kenya")


def test_a_thing_that_is_found_once_says_nothing(page: Page) -> None:
    once = [m for m in mentions(page) if m.entity != "iri:labour"]
    assert {link.gold.entity for link in links(page, once, "")} == {"unicef"}


def test_who_reports_is_left_out_by_slug_or_name(page: Page) -> None:
    for agency in ("unicef", "uni", "UNICEF", "United Nations Children's Fund"):
        assert {link.gold.entity for link in links(page, mentions(page), agency)} == {"labour"}
