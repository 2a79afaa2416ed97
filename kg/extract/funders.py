"""Who pays, in a table of funding partners: each row begins with a name, whatever it is a name of."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from kg.extract.names.candidate import Candidate, Names, Origin
from kg.extract.passage import Passage, Span
from kg.identity import keys
from kg.records import Cell, Slice

_CONFIDENCE: Final = Decimal("0.8")
_PAYERS: Final = frozenset({"Organisation", "Network"})


@dataclass(frozen=True, slots=True)
class Funders:
    """Answers the names in the first column of a table; `country` is the country of the page."""

    part: Passage
    cells: tuple[Cell, ...]
    country: str | None

    def named(self, names: Names) -> tuple[Names, dict[int, Candidate]]:
        """Answer the names of the table with those who pay as organisations, and these by place."""
        found, payers = list(names), dict[int, Candidate]()
        for title in dict.fromkeys(cell.title for cell in self.cells):
            span = self.tokens(title)
            if span is None or not self.part.is_quotable(*span):
                continue
            known = _widest(found, span)
            payer = self._payer(known, span)
            if known is not None and payer is not known:
                found = [
                    name for name in found if (name.first, name.last) != (known.first, known.last)
                ]
            if payer is not known:
                found.append(payer)
            payers[title.start] = payer
        return Names.of(found), payers

    def tokens(self, part: Slice) -> Span | None:
        """Answer the tokens that stand in a part of the text."""
        reading, offset = self.part.reading, self.part.offset
        inside = [
            at
            for at, token in enumerate(self.part.tokens)
            if part.start
            <= offset + reading.span(token.start, token.end)[0]
            < part.start + len(part.raw)
        ]
        return (inside[0], inside[-1] + 1) if inside else None

    def _payer(self, known: Candidate | None, span: Span) -> Candidate:
        """Answer who is meant: a known organisation, the government of a country, or a new name."""
        if known and known.type in _PAYERS and known.key:
            return known
        if known and known.type == "Place" and known.key and (known.first, known.last) == span:
            key = keys.government(known.key)
            return replace(known, type="Organisation", key=key, governs=True)
        label = " ".join(self.part.words(*span).split())
        return Candidate(
            first=span[0],
            last=span[1],
            type="Organisation",
            label=label,
            origin=Origin.HEADED,
            confidence=_CONFIDENCE,
            key=keys.by_name("org", label, self.country),
        )


def _widest(found: list[Candidate], span: Span) -> Candidate | None:
    """Answer the longest name that begins a row, those who pay before others."""
    inside = [name for name in found if span[0] <= name.first and name.last <= span[1]]
    begins: Iterator[Candidate] = (n for n in inside if n.first == span[0] or n.type in _PAYERS)
    return max(begins, key=lambda n: (n.type in _PAYERS, n.length), default=None)
