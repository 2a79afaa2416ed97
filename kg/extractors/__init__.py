"""Extractors read facts from a narrative; each is one module with one function.

    def extract(task: Task) -> Iterator[Fact | Issue]

Modules of this folder are found by listing it, those of other packages by the entry points of the
group `kg.extractors`, and any other by the path of its file. A module may also have
`version(options) -> str`, which says what its facts depend on besides its rules, or raises a
`UsageError` where its options cannot be meant. None is used that the settings do not name.
"""

from kg.extractors._agreement import Agreed, agreed, confidence
from kg.extractors._registry import Extractor, load
from kg.extractors._task import UNANSWERED, Task
from kg.extractors._verified import NOT_VERIFIED, verified

__all__ = [
    "NOT_VERIFIED",
    "UNANSWERED",
    "Agreed",
    "Extractor",
    "Task",
    "agreed",
    "confidence",
    "load",
    "verified",
]
