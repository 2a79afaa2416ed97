"""What a build answers to who asked for it."""

from dataclasses import dataclass
from pathlib import Path

from kg.stages.products import SourceState
from kg.validate import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build left: its folder, what became of each source, its counts and its findings.

    `cache_bytes` is the size of what is kept so that the next build need not read all again;
    `unanswered` the number of pieces of text that an extractor could not be asked about.
    """

    folder: Path
    sources: tuple[SourceState, ...]
    counts: dict[str, int]
    report: Report
    cache_bytes: int
    unanswered: int
