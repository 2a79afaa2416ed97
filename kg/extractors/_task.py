"""What an extractor is given: a narrative, what is known around it, and its own options."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kg.extract.gazetteer import Gazetteer
from kg.records import Context, Evidence, Narrative
from kg.text.evidence import evidence, withheld
from kg.text.reading import Reading, read

UNANSWERED: Final = "unanswered"
"""The code of the issue that says that something passing kept a narrative from being read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One narrative to read.

    `options` are those of `[extractor.NAME]` in kg.toml; `folder` is where an extractor may keep
    what is costly to find out again. The folder need not be there yet.
    """

    narrative: Narrative
    context: Context
    gazetteer: Gazetteer
    options: Mapping[str, Any]
    folder: Path

    @property
    def reading(self) -> Reading:
        """The narrative as a reader sees it: no mark-up, no entities, no addresses."""
        return read(self.narrative.raw)

    def quote(self, start: int, end: int, keep: tuple[int, int] | None = None) -> Evidence:
        """Answer the evidence for `reading.text[start:end]`: the words as the source has them.

        Where they span an address they are cut; `keep` is what must stay.
        """
        narrative = self.narrative
        return evidence(
            narrative.text,
            narrative.raw,
            *self.reading.span(start, end),
            offset=narrative.start,
            keep=self.reading.span(*keep) if keep else None,
        )

    def is_quotable(self, start: int, end: int) -> bool:
        """Answer whether `reading.text[start:end]` stands in the source with no address within."""
        first, last = self.reading.span(start, end)
        return not any(a < last and first < b for a, b in withheld(self.narrative.raw))
