"""Bodies that a clause tells to act on a programme, whatever they do: "A revised Programme B"."""

from collections.abc import Iterator

from kg.extract.names.candidate import Candidate, Names
from kg.extract.passage import Passage
from kg.extract.roles.cast import Cast
from kg.extract.roles.cues import Cue
from kg.extract.roles.joint import subjects


def involved(
    passage: Passage, cast: Cast, names: Names
) -> Iterator[tuple[Candidate, Candidate, Cue]]:
    """Answer the bodies that are the subject of a sentence, and the one programme of its clause."""
    for begin, limit in subjects(passage, cast, names):
        programmes = {
            name.key: name
            for name in names.within(begin.last, limit)
            if cast.is_programme(name) and passage.fold(name.first - 1) != "("
        }
        if len(programmes) == 1:
            end = min(cast.end(begin.first, limit), limit - 1)
            for actor in cast.listed(begin.first, limit):
                for programme in programmes.values():
                    yield actor, programme, Cue(end, end + 1, "partner", "both")
