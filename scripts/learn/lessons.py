"""lessons: an extractor that answers no facts and writes down what is to be told, and its clues."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from kg.extract.names.called import called
from kg.extract.names.candidate import Names
from kg.extract.names.guessed import NameClues, loose
from kg.extract.names.memory import Memory
from kg.extract.names.reader import NameReader
from kg.extract.numbers.measurements import numbers
from kg.extract.numbers.weighed import clued
from kg.extract.passage import Passage, Span
from kg.extract.roles.cast import Cast
from kg.extract.roles.clues import TieClues
from kg.extract.roles.judged import pair_of
from kg.extract.roles.participations import RoleReader
from kg.extract.roles.ties import ties
from kg.extract.section import Section
from kg.extractors import Task
from kg.records import Fact, Issue, Key


class Lesson(msgspec.Struct, frozen=True):
    """What a table is to tell (`names`, `numbers`, `ties`) of some spans of a page, by its clues.

    Of a tie, the spans are those of the actor, the target and the sentence; `told` says that a
    rule or a register has named what the first span holds.
    """

    table: str
    page: str
    spans: tuple[Span, ...]
    clues: tuple[str, ...]
    told: bool = False


def extract(task: Task) -> Iterator[Fact | Issue]:
    """Answer nothing; write the lessons of a narrative into the folder that the options name."""
    page = task.narrative.id.partition("#")[0].rpartition("/")[2]
    file = Path(task.options["into"]) / f"{page}.jsonl"
    section = Section(task.narrative, task.context, task.gazetteer)
    with file.open("ab") as stream:
        for lesson in _lessons(section, page):
            stream.write(msgspec.json.encode(lesson) + b"\n")
    yield from ()


def _lessons(section: Section, page: str) -> Iterator[Lesson]:
    reader = NameReader(section.gazetteer, section.context)
    memory = Memory()
    for part, table in section.passages():
        yield from _of_names(reader, part, memory, page)
        names = Names.of(n for n in reader.read(part, memory) if part.is_quotable(n.first, n.last))
        if table:
            continue
        _, prose = numbers(part, names, section.context.country)
        roles = clued(part, prose, names, section.context.year)
        for quantity, (_, clues) in zip(prose, roles, strict=True):
            yield _lesson("numbers", page, part, [(quantity.first, quantity.last)], clues)
        yield from _of_ties(part, called(part, names), section.reporter(part), page)


def _of_names(reader: NameReader, part: Passage, memory: Memory, page: str) -> Iterator[Lesson]:
    draft = reader.draft(part, memory)
    clues = NameClues.of(draft.chunks, draft.names)
    for span in loose(draft.chunks, clues.taken):
        yield _lesson("names", page, part, [span], clues.at(span))
    for name in draft.names:
        span = name.first, name.last
        yield _lesson("names", page, part, [span], clues.around(span), told=True)


def _of_ties(part: Passage, names: Names, reporter: Key | None, page: str) -> Iterator[Lesson]:
    cast = Cast.of(part, names)
    told = {pair_of(act): act.role for act in RoleReader(part, names, reporter).read()}
    clues = TieClues.of(part, names, cast, reporter, told)
    for tie in ties(part, names, cast):
        ends = [(name.first, name.last) for name in (tie.actor, tie.target)]
        yield _lesson("ties", page, part, [*ends, tie.sentence], clues.all(tie))


def _lesson(
    table: str,
    page: str,
    part: Passage,
    spans: Iterable[Span],
    clues: Iterable[str],
    *,
    told: bool = False,
) -> Lesson:
    places = tuple(part.place(*span) for span in spans)
    return Lesson(table, page, places, tuple(sorted(set(clues))), told)
