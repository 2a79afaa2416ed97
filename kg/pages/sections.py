"""A page in parts: its outcomes with title and narrative, and all that is not of an outcome."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from kg.pages.identifiers import Identified, identified
from kg.pages.layout import Label, Layout, Role

_LINE: Final = re.compile(r"[^\r\n]+")
_SPACE: Final = " \t\xa0\ufeff\u200b"
_WEAK: Final = frozenset({"chrome", "header", "identifier", "result-year"})
"""What a line of a narrative may look like; the others end a narrative wherever they stand."""

PROSE_CHARACTERS: Final = 120
"""A line of this length is prose, whatever it stands under."""

Span = tuple[int, int]


@dataclass(slots=True)
class Part:
    """A table of a kind, and the span of its lines."""

    kind: str
    span: Span


@dataclass(slots=True)
class Section:
    """An outcome, or a narrative of none: spans of the text. `note` is the narrative itself."""

    identified: Identified | None = None
    title: Span | None = None
    note: Span | None = None
    tables: list[Part] = field(default_factory=list)
    is_outcome: bool = True


@dataclass(slots=True)
class Skipped:
    """A part that is not read: its first line, and how many there are."""

    first: Span
    lines: int = 1


@dataclass(slots=True)
class Parts:
    """What a page consists of. Years are as often as they were told; `left_over` is unread text.

    `statistics` is the span of the header's lines.
    """

    sections: list[Section] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    shown: list[tuple[int, int, int]] = field(default_factory=list)
    headers: list[str] = field(default_factory=list)
    statistics: Span | None = None
    selected_years: list[str] = field(default_factory=list)
    result_years: list[str] = field(default_factory=list)
    skipped: dict[str, Skipped] = field(default_factory=dict)
    left_over: list[Span] = field(default_factory=list)

    def range_shown(self) -> tuple[int, int, int] | None:
        """Answer the first and last outcome that the page shows, and how many there are."""
        if not self.shown:
            return None
        firsts, lasts, totals = zip(*self.shown, strict=True)
        return min(firsts), max(lasts), max(totals)

    def adopt(self, found: Identified | None) -> None:
        """Give a page's only outcome the identifier that its address has, where it has none."""
        outcomes = [section for section in self.sections if section.is_outcome]
        if len(outcomes) == 1 and outcomes[0].identified is None:
            outcomes[0].identified = found


def parts(text: str, layout: Layout) -> Parts:
    """Answer the parts of a page of a publisher."""
    reader = _Reader(text, layout)
    for start, end in lines(text):
        reader.read(start, end)
    found = reader.parts
    told = [section for section in found.sections if section.title or section.note]
    prose, found.left_over = _prose(text, found.left_over)
    found.sections = sorted(
        told + prose, key=lambda section: section.title or section.note or (0, 0)
    )
    return found


def _extended(span: Span | None, start: int, end: int) -> Span:
    return (span[0] if span else start), end


def _prose(text: str, left_over: list[Span]) -> tuple[list[Section], list[Span]]:
    """Answer the narratives among the lines without a label, and the lines that are none.

    A copy may begin in the middle of a narrative, or have lost the lines that begin outcomes.
    """
    sections: list[Section] = []
    short: list[Span] = []
    for start, end in left_over:
        last = sections[-1] if sections else None
        if last and last.note and not text[last.note[1] : start].strip(_SPACE + "\r\n"):
            last.note = (last.note[0], end)
        elif end - start >= PROSE_CHARACTERS:
            sections.append(Section(note=(start, end), is_outcome=False))
        else:
            short.append((start, end))
    return sections, short


def lines(text: str) -> Iterator[Span]:
    """Answer the spans of the lines of a text that are not blank, without outer white space."""
    for match in _LINE.finditer(text):
        line = match[0]
        if bare := line.strip(_SPACE):
            start = match.start() + len(line) - len(line.lstrip(_SPACE))
            yield start, start + len(bare)


@dataclass(slots=True)
class _Reader:
    """Reads line after line; `role` says what a line without a label is."""

    text: str
    layout: Layout
    parts: Parts = field(default_factory=Parts)
    role: Role | None = None
    name: str = ""
    is_first: bool = True

    def read(self, start: int, end: int) -> None:
        label = self.layout.label(self.text[start:end])
        is_text = label is None or (label.role in _WEAK and self._in_note())
        if label is None or is_text or self._is_heading(start, end):
            self._text(start, end)
        else:
            self._label(label, start, end)

    def _in_note(self) -> bool:
        return self.role in {"narrative", "section"} and self._section().note is not None

    def _is_heading(self, start: int, end: int) -> bool:
        """Answer whether a line is a heading of the table that it stands in."""
        known = self.layout.tables.get(self.name) if self.role == "table" else None
        return bool(known and known.role(self.text[start:end]) not in {"", "skip"})

    def _goes_on(self, section: Section, start: int) -> bool:
        """Answer whether a line is the rest of a title that is broken over lines."""
        if section.note or not section.title:
            return False
        between = self.text[section.title[1] : start]
        return between.strip(_SPACE) in {"\n", "\r\n"} and self.text[start].islower()

    def _section(self) -> Section:
        if not self.parts.sections:
            self.parts.sections.append(Section())
        return self.parts.sections[-1]

    def _label(self, label: Label, start: int, end: int) -> None:
        self.parts.kinds |= {label.kind} - {""}
        if label["year"] and label.role != "result-year":
            self.parts.selected_years.append(label["year"])
        match label.role:
            case "outcome":
                self._outcome(start + label.end, end)
            case "title" | "description" | "narrative" | "skip":
                self._begin(label)
            case "table":
                self._begin(label)
                self._rest(label, start, end)
            case "section":
                self.parts.sections.append(Section(title=(start, end), is_outcome=False))
                self.role = "section"
            case "identifier" | "result-year":
                self._row(label, start, end)
            case "header":
                self.parts.headers += [label["country"]] if label["country"] else []
                self.parts.statistics = _extended(self.parts.statistics, start, end)
                self.role = "header"
            case "shown" | "end":
                self._end(label)
            case "chrome":
                self.role = None if self.role == "header" else self.role

    def _outcome(self, start: int, end: int) -> None:
        """Begin an outcome; what stands on its line after the identifier is the title."""
        found = identified(self.text[start:end], self.layout)
        self.parts.sections.append(Section(found))
        self.role = "outcome"
        rest = start + len(found.published) if found else start
        while rest < end and self.text[rest] in _SPACE + ":–-":
            rest += 1
        if rest < end:
            self._text(rest, end)

    def _begin(self, label: Label) -> None:
        section = self._section()
        if label.role == "title" and section.note:
            self.parts.sections.append(Section())
        elif label.role == "narrative" and section.note:
            self.parts.sections.append(Section(section.identified, section.title))
        self.role, self.name, self.is_first = label.role, label.name, True

    def _rest(self, label: Label, start: int, end: int) -> None:
        """Take what stands on the line of a label behind it."""
        at = start + label.end
        if label.end > 0 and at < end:
            self._text(at, end)

    def _row(self, label: Label, start: int, end: int) -> None:
        """Take a row of a table: of what it tells of the outcome, the first holds."""
        if label.role == "identifier":
            section, found = self._section(), identified(self.text[start:end], self.layout)
            section.identified = section.identified or found
        else:
            self.parts.result_years.append(label["year"])
        self._text(start, end)

    def _end(self, label: Label) -> None:
        if label.role == "shown":
            first, last, total = (int(label[group]) for group in ("first", "last", "total"))
            self.parts.shown.append((first, last, total))
        self.role = self.role if self.role in {"skip", "table"} else None

    def _text(self, start: int, end: int) -> None:
        section = self.parts.sections[-1] if self.parts.sections else Section()
        match self.role:
            case "outcome":
                section.title = (start, end)
                self.role = "narrative"
            case "title" | "description":
                section.title = _extended(None if self.is_first else section.title, start, end)
                self.is_first = False
            case "narrative" if self._goes_on(section, start):
                section.title = _extended(section.title, start, end)
            case "narrative" | "section":
                section.note = _extended(section.note, start, end)
            case "table":
                self._cell(section, start, end)
            case "skip":
                known = self.parts.skipped.setdefault(self.name, Skipped((start, end), 0))
                known.lines += 1
            case "header":
                self.parts.statistics = _extended(self.parts.statistics, start, end)
            case _:
                self.parts.left_over.append((start, end))

    def _cell(self, section: Section, start: int, end: int) -> None:
        """Add a line to the table that its label began."""
        if self.is_first or not section.tables:
            section.tables.append(Part(self.name, (start, end)))
        else:
            section.tables[-1].span = (section.tables[-1].span[0], end)
        self.is_first = False
