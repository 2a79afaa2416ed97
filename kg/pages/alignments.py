"""What an outcome counts towards: policy markers, functions of the UN system, goals and targets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from kg.pages.headings import Headings
from kg.pages.indicators import YEAR
from kg.pages.layout import Layout
from kg.pages.pieces import Piece, pieces
from kg.pages.sections import Span
from kg.records import Cell, Contribution, Evidence, Slice, TextRef
from kg.text.evidence import evidence, withheld

MARKERS: Final = "PolicyMarker"
FUNCTIONS: Final = "UNSystemFunction"
GOALS: Final = "UNSDG-Goals"
TARGETS: Final = "UNSDG-Targets"
_CODE: Final = r"(?P<goal>\d{1,2})(?:\.(?P<target>\d{1,2}|[a-d]))?(?:\.\d+)*(?![\w%])"
_NEXT: Final = re.compile(rf"\s*(?:,|;|&|/|\band\b|\by\b|\bet\b)\s*(?=\d{{1,2}}\.){_CODE}")
_NUMBER: Final = re.compile(rf"\s*{_CODE}[.:]?\s*")
_PARTED: Final = re.compile(r"\s*[:–-]?\s*")
_VALUE: Final = re.compile(r"(?:[A-Z]{2,3}\s?)?(?:[A-Z]{0,2}[$€£]\s?)?\d")
_SHARE_BEHIND: Final = re.compile(r"(?<=\S)\s*\(\s*(\d[\d.,]*\s*%)\s*\)$")
_NO_NAME: Final = re.compile(r"\([^)]*\)|[\W\d_]+")


class Goal(NamedTuple):
    """A goal, or a target of it, and where the words end that name it."""

    scheme: str
    code: str
    end: int


@dataclass(frozen=True, slots=True)
class Alignments:
    """Answers what the parts of a page say of one outcome, in the year of the page."""

    content: str
    ref: TextRef
    layout: Layout
    outcome: str
    year: str

    def markers(self, span: Span) -> Iterator[Contribution]:
        """Answer the policy markers: each is named, then said how far it is targeted."""
        names, words = self.layout.tables.get("markers"), self.layout.tables.get("significance")
        if not names or not words:
            return
        text, at = self.content[slice(*span)], 0
        for heading, start in words.all(text):
            name = Piece(span[0] + at, text[at:start], 0).slice()
            if name.raw:
                code = names.role(name.raw)
                whole = name.start, span[0] + heading.end
                yield self._towards(MARKERS, code, whole, significance=heading.role)
            at = heading.end

    def functions(self, span: Span) -> Iterator[Contribution]:
        """Answer the functions of the UN system, and what stands among them and is none."""
        names = self.layout.tables.get("functions")
        text, at = self.content[slice(*span)], 0
        for heading, start in [*(names.all(text) if names else ()), (None, len(text))]:
            rest = Piece(span[0] + at, text[at:start], 0).slice()
            if _NO_NAME.sub("", rest.raw):
                yield self._towards(FUNCTIONS, "", (rest.start, rest.start + len(rest.raw)))
            if heading:
                whole = span[0] + start, span[0] + heading.end
                yield self._towards(FUNCTIONS, heading.role, whole)
                at = heading.end

    def goals(self, span: Span) -> tuple[list[Contribution], list[Cell]]:
        """Answer the goals to which money is allocated, and the amounts or shares beside them."""
        words = self.layout.tables.get("goals")
        found: list[Contribution] = []
        cells: list[Cell] = []
        year = self.year
        for piece in pieces(self.content, span) if words else ():
            stated = YEAR.fullmatch(piece.raw)
            goal = _goal(piece.raw, words) if words else None
            rest = piece.slice(_skip(piece.raw, goal.end) if goal else 0)
            if stated:
                year = stated[1]
            elif goal:
                whole = piece.start, piece.start + len(piece.raw[: goal.end].rstrip())
                found.append(self._towards(goal.scheme, goal.code, whole, year=year))
            if found and not stated and _VALUE.match(rest.raw):
                cells.extend(_allocations(found[-1], rest))
        return found, cells

    def cited(self, text: Slice, indicator: str = "") -> Iterator[Contribution]:
        """Answer the goals and targets that a title cites: "(SDG 5.4, 8.3)"."""
        words = self.layout.tables.get("goals")
        for heading, start in words.all(text.raw) if words else ():
            if heading.role != "cited":
                continue
            match = _NUMBER.match(text.raw, heading.end)
            at = start
            while match:
                whole = text.start + at, text.start + match.end()
                yield self._towards(*_code(match), whole, indicator=indicator)
                match = _NEXT.match(text.raw, match.end("target" if match["target"] else "goal"))
                at = match.start("goal") if match else 0

    def _towards(
        self,
        scheme: str,
        code: str,
        span: Span,
        *,
        indicator: str = "",
        significance: str = "",
        year: str = "",
    ) -> Contribution:
        start, end = span[0], span[0] + len(self.content[slice(*span)].rstrip(" .:,;()"))
        return Contribution(
            outcome=self.outcome,
            indicator=indicator,
            scheme=scheme,
            code=code,
            significance=significance,
            year=year or self.year,
            line=self.content.count("\n", 0, start) + 1,
            evidence=self._evidence(start, end),
        )

    def _evidence(self, start: int, end: int) -> Evidence | None:
        """Answer the words as evidence, or None where they may not be quoted."""
        if any(a < end and start < b for a, b in withheld(self.content)):
            return None
        return evidence(self.ref, self.content, start, end)


def _goal(raw: str, words: Headings) -> Goal | None:
    """Answer the goal that a cell names by its number, its title, or both."""
    heading = words.heading(raw)
    is_word = bool(heading and heading.role in {"cited", "goal"})
    match = _NUMBER.match(raw, heading.end if heading and is_word else 0)
    if heading and not is_word:
        return Goal(GOALS, heading.role, heading.end)
    if match is None:
        return None
    title = words.heading(raw, match.end())
    if not is_word and title is None:
        return None
    return Goal(*_code(match), title.end if title else match.end())


def _code(match: re.Match[str]) -> tuple[str, str]:
    """Answer the code list and the code of a goal, or of a target of it."""
    goal, target = match["goal"], match["target"]
    return (TARGETS, f"{goal}.{target}") if target else (GOALS, goal)


def _allocations(of: Contribution, said: Slice) -> Iterator[Cell]:
    """Answer an amount or a share, or an amount and its share in brackets behind it."""
    title = Slice(of.evidence.start, of.evidence.exact) if of.evidence else Slice(0, "")
    behind = _SHARE_BEHIND.search(said.raw)
    parts = [Slice(said.start, said.raw[: behind.start()] if behind else said.raw)]
    parts += [Slice(said.start + behind.start(1), behind[1])] if behind else []
    for start, raw in parts:
        yield Cell(
            start,
            raw,
            "context",
            title=title,
            of=f"{of.scheme}/{of.code}",
            year=of.year,
            measure="allocation",
        )


def _skip(raw: str, at: int) -> int:
    match = _PARTED.match(raw, at)
    return match.end() if match else at
