"""Bodies of which a text says that they belong to another: "the Board, a unit of the Ministry"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.names.candidate import Candidate
from kg.extract.passage import Passage


def belonging(passage: Passage, named: Sequence[Candidate]) -> Iterator[Candidate]:
    """Answer the names, and of a body that belongs to the one named behind it, to which."""
    starting = {name.first: name for name in named if name.type == "Organisation"}
    for name in named:
        whole = starting.get(_behind(passage, name))
        is_told = whole and whole.key and whole.key != name.key and not name.unit_of
        is_unit = is_told and name.type == "Organisation"
        yield replace(name, unit_of=whole.key) if whole and is_unit else name


def _behind(passage: Passage, name: Candidate) -> int:
    """Answer where the words end that say to whom a body belongs, with their article; -1 without."""
    start = name.last + (passage.fold(name.last) == ",")
    cue = passage.signs.begins("belongs.unit", start)
    if not cue:
        return -1
    return cue[0] + passage.has("small.article", cue[0])
