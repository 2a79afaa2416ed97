"""The sections of a page as records: outcomes, and the narratives that report on them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg.pages.alignments import Alignments
from kg.pages.layout import Layout
from kg.pages.sections import Section
from kg.pages.tables import Tables
from kg.records import LangText, Narrative, Outcome, Slice, Statement, TextRef
from kg.text.language import language
from kg.text.reading import read
from kg.text.truncation import breaks_off


@dataclass(slots=True)
class Narratives:
    """Makes the records of one page; `key` is what its narratives are named by."""

    key: str
    ref: TextRef
    content: str
    layout: Layout
    lang: str
    year: str = ""
    names: set[str] = field(default_factory=set)

    def of(self, section: Section) -> Iterator[Statement | Narrative]:
        """Answer the outcome, where this is its first narrative, what its tables tell, and the narrative."""
        identifier = section.identified.identifier if section.identified else None
        name = f"{self.key}#{identifier}" if identifier else self.key
        if section.identified and name not in self.names:
            yield Outcome(
                publisher=self.layout.publisher,
                identifier=section.identified.identifier,
                published=section.identified.published,
            )
        narrative = self._narrative(section, self._named(name), identifier)
        about = self.content, self.ref, self.layout
        tables = Tables(*about, narrative.lang, identifier or "", self.year)
        found = [tables.of(part) for part in section.tables]
        yield from (told for _, stated in found for told in stated)
        if identifier and section.title:
            title = Slice(section.title[0], narrative.title_raw)
            yield from Alignments(*about, identifier, self.year).cited(title)
        yield replace(narrative, tables=tuple(table for table, _ in found if table))

    def _named(self, name: str) -> str:
        """Answer a name that no other narrative of the page has."""
        number, free = 1, name
        while free in self.names:
            number += 1
            free = f"{name}-{number}"
        self.names.add(free)
        return free

    def _narrative(self, section: Section, name: str, identifier: str | None) -> Narrative:
        title = section.title or (0, 0)
        start, end = section.note or (title[1], title[1])
        raw = self.content[start:end]
        clean = read(raw).text
        lang = language(clean) or self.lang
        return Narrative(
            id=name,
            text=self.ref,
            start=start,
            end=end,
            raw=raw,
            lang=lang,
            publisher=self.layout.publisher,
            outcome=identifier,
            title=self._title(section, lang),
            title_start=title[0] if section.title else None,
            title_raw=self.content[slice(*title)],
            status=self.layout.status(clean),
            truncated=breaks_off(raw, lang),
        )

    def _title(self, section: Section, lang: str) -> LangText | None:
        if section.title is None:
            return None
        clean = " ".join(read(self.content[slice(*section.title)]).text.split())
        return LangText(clean, language(clean) or lang)
