"""Any other prose: one narrative for the whole document, whoever published it.

Handled: plain text, Markdown and saved HTML that is named itself; of a folder's members those whose
sentences make up most of them. Not recognised: data (XML, JSON, delimited tables), code, and
everything that is not a text; nor, of a folder's members, what by its name is code, settings or a
note about the files (`kg/text/besides.toml`).
"""

from collections.abc import Iterator
from typing import Final

from kg.documents import Document
from kg.pages import country, year
from kg.pages.clues import Clues
from kg.pages.countries import countries
from kg.records import Issue, Narrative, Page, Record
from kg.text.besides import besides
from kg.text.language import language
from kg.text.prose import is_prose, is_worded
from kg.text.reading import read as read_clean
from kg.text.rendition import preview, rendition
from kg.text.truncation import breaks_off

NAME: Final = "narrative"
PRIORITY: Final = 90


def recognises(document: Document, head: bytes) -> bool:
    """Answer whether the document is prose, or is meant and in words at all."""
    if besides(document):
        return False
    text = preview(document, head)
    return is_prose(text) or (not document.is_member and is_worded(text))


def read(document: Document) -> Iterator[Record | Issue]:
    """Answer the page that a document is, and its one narrative."""
    text = rendition(document)
    raw = text.content.strip("\ufeff \t\r\n")
    start = text.content.index(raw)
    clean = read_clean(raw).text
    lang = language(clean)
    clues = Clues(file_name=document.name, settings=dict(document.hints), text=clean)
    place, region = country.country_of(clues, countries(document.registers), {})
    yield Page(kind=NAME, country=place, region=region, year=year.year_of(clues), lang=lang)
    yield Narrative(
        id=document.key,
        text=text.ref,
        start=start,
        end=start + len(raw),
        raw=raw,
        lang=lang,
        truncated=breaks_off(raw, lang),
    )
    yield from text.issues
