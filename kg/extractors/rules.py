"""rules: the words, registers and grammar that kg ships; the same text gives the same facts."""

from collections.abc import Iterator

from kg.extract import extract as facts_of
from kg.extractors._task import Task
from kg.records import Fact, Issue


def extract(task: Task) -> Iterator[Fact | Issue]:
    """Answer what the rules read."""
    return facts_of(task.narrative, task.context, task.gazetteer)
