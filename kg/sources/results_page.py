"""Results pages of the publishers of `kg/sources/pages/`: text copies and saved HTML.

Handled: outcomes with identifier, title, narrative and status; their tables of indicators, funding
partners and resources; policy markers, functions of the UN system, goals and targets; country or
region, year, language; the figures of the country in the header, where it is the page's country; how
much of the whole the page shows. Counted as not handled: the scope of humanitarian work, insights.
Ignored, because they say nothing of a result: menus, legends and captions.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from kg.documents import HEAD_BYTES, Document
from kg.errors import SourceError
from kg.pages import country, year
from kg.pages.clues import Clues, address_of
from kg.pages.countries import Countries, countries
from kg.pages.figures import Statistics
from kg.pages.identifiers import identified
from kg.pages.issues import issues
from kg.pages.layout import layout_of
from kg.pages.narratives import Narratives
from kg.pages.sections import Parts, parts
from kg.records import Issue, Page, Record
from kg.text.language import language
from kg.text.reading import read as read_clean
from kg.text.rendition import preview, rendition

NAME: Final = "results page"
PRIORITY: Final = 60


def recognises(document: Document, head: bytes) -> bool:
    """Answer whether the document is a page of a publisher whose layout is known."""
    return layout_of(preview(document, head)) is not None


def read(document: Document) -> Iterator[Record | Issue]:
    """Answer the page, its outcomes and narratives, and what was not understood."""
    text = rendition(document)
    layout = layout_of(text.content[:HEAD_BYTES])
    if layout is None:
        raise SourceError(f"{document.key}: of no known layout: add one to kg/sources/pages")
    page = parts(text.content, layout)
    address = address_of(document, layout)
    page.adopt(identified(address.get("identifier", ""), layout))
    clues = _clues(document, text.content, page, address)
    known = countries(document.registers)
    place, region = country.country_of(clues, known, layout.spellings)
    time = year.year_of(clues)
    titles = " ".join(text.content[slice(*s.title)] for s in page.sections if s.title)
    lang = language(clues.text) or language(read_clean(titles).text)
    yield Page(
        kind=next((kind for kind in layout.kinds if kind in page.kinds), layout.kinds[-1]),
        publisher=layout.publisher,
        country=place,
        region=region,
        year=time,
        lang=lang,
        shown=page.range_shown(),
    )
    said = time.value if time else ""
    narratives = Narratives(document.key, text.ref, text.content, layout, lang, said)
    for section in page.sections:
        yield from narratives.of(section)
    headings = layout.tables.get("figures")
    if page.statistics and headings:
        said_of = (country.meant(name, known, layout.spellings) or name for name in page.headers)
        statistics = Statistics(text.content, text.ref, page.statistics, headings)
        yield from statistics.of(place.value if place else "", frozenset(said_of))
    yield from text.issues
    page.left_over = [
        span for span in page.left_over if not _is_choice(text.content[slice(*span)], known)
    ]
    yield from issues(page, text.content)
    yield from country.conflicts(place, clues, known, layout.spellings)
    yield from year.conflicts(time, clues)


def _is_choice(line: str, known: Countries) -> bool:
    """Answer whether a line is what was chosen in a menu: a country or a year."""
    return bool(known.of(line) or year.YEAR.fullmatch(line))


def _clues(document: Document, text: str, page: Parts, address: dict[str, str]) -> Clues:
    alone = [text[start:end] for start, end in page.left_over]
    return Clues(
        file_name=document.name,
        settings=dict(document.hints),
        address=address,
        offices=Counter(s.identified.office for s in page.sections if s.identified),
        headers=tuple(page.headers),
        selected=(*page.selected_years, *alone),
        result_years=tuple(page.result_years),
        text="\n".join(read_clean(text[slice(*s.note)]).text for s in page.sections if s.note),
    )
