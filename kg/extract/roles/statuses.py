"""Whether what a cue tells of was done: by what governs it, opens its clause, or is said later."""

from typing import Final

from kg.extract.clauses import clause
from kg.extract.moods import governed, is_small, mood_at, moods_in, settled
from kg.extract.passage import Passage
from kg.extract.roles.cues import CUES, Cue
from kg.records import ActStatus

_REACH: Final = 8
_NEAR: Final = 4
_FAR: Final = 24
_LATER: Final = frozenset({"pending", "failed"})
_BARS: Final = frozenset({",", ":", "(", ")", "\n"})
_OPENING: Final = 3
_ACTIVE: Final = tuple(kind for kind in CUES if kind.endswith((".before", ".both", ".future")))
_FUTURE: Final = tuple(kind for kind in CUES if kind.endswith(".future"))

Moods = frozenset[ActStatus]


def status(passage: Passage, cue: Cue) -> ActStatus:
    """Answer whether what a cue tells of was done."""
    said = _said(passage, cue)
    around = _of_verb(passage, cue) if _is_verb(passage, cue) else _of_phrase(passage, cue)
    if "negated" in said & around and passage.has("mood.without", cue.first):
        return "done"  # "would not have been possible without the support of"
    return settled(said | around or _later(passage, cue))


def _is_verb(passage: Passage, cue: Cue) -> bool:
    return cue.side != "after" or passage.has("small.agent", cue.last - 1)


def _said(passage: Passage, cue: Cue) -> Moods:
    """Answer what the words of a cue say: "will fund", "withdrew its funding from"."""
    is_future = passage.signs.begins(f"participation.{cue.role}.future", cue.first)
    inside = moods_in(passage, (cue.first, cue.last))
    return inside | {"planned"} if is_future else inside


def _of_verb(passage: Passage, cue: Cue) -> Moods:
    """Answer what governs a verb, or else opens its clause; of a subject alone, what follows it."""
    floor, limit = clause(passage, cue.first)
    start, moods = governed(passage, cue.first, floor)
    if not moods and cue.role == "partner" and cue.side == "both":
        moods = _ahead(passage, _after_insertion(passage, cue.first, limit), limit)
    return moods or _opened(passage, start, floor)


def _after_insertion(passage: Passage, at: int, limit: int) -> int:
    """Answer where a verb begins behind what stands between commas: "A, with B's help, | will"."""
    if passage.tokens[at].word != ",":
        return at
    commas = (n for n in range(at + 1, limit) if passage.tokens[n].word == ",")
    return next(commas, at) + 1


def _opened(passage: Passage, start: int, floor: int) -> Moods:
    """Answer what the words say before a subject: "neither A nor B", "if A"."""
    signs = passage.signs
    for at in range(start - 1, max(floor, start - _FAR) - 1, -1):
        for kind in ("negated", "planned"):
            if signs.begins(f"mood.{kind}.opens", at) and not signs.begins("mood.done.words", at):
                return frozenset({kind})
        is_told = any(signs.begins(active, at) for active in _ACTIVE)
        if is_told or (passage.tokens[at].word == "," and not _is_if(passage, floor)):
            break
    return frozenset()


def _is_if(passage: Passage, floor: int) -> bool:
    """Answer whether a condition opens a clause: it holds behind its commas."""
    return passage.signs.begins("mood.planned.opens", floor) is not None


def _ahead(passage: Passage, at: int, limit: int) -> Moods:
    """Answer what the words say that a verb begins with: "A and B | plan to build"."""
    moods = set[ActStatus]()
    while at < limit:
        if mood := mood_at(passage, at):
            moods.add(mood)
        elif not is_small(passage, at):
            break
        at += 1
    is_verb = at < limit and passage.tokens[at].word.islower()
    if is_verb and passage.tokens[at].word.endswith(passage.lexicon.endings("future")):
        moods.add("planned")
    return frozenset(moods)


def _of_phrase(passage: Passage, cue: Cue) -> Moods:
    """Answer what the words say of a verb that a phrase stands behind: "not built with A's help"."""
    floor, limit = clause(passage, cue.first)
    for at in range(cue.first - 1, max(floor, cue.first - _REACH) - 1, -1):
        if passage.tokens[at].word in _BARS or passage.signs.begins("refers.relative", at):
            break
        if mood_at(passage, at):
            return _ahead(passage, at, cue.first) | governed(passage, at, floor).moods
    if cue.role == "signatory" and any(
        passage.has("mood.none", at) for at in range(max(floor, cue.first - _NEAR), cue.first)
    ):
        return frozenset({"negated"})
    return _behind(passage, cue, limit) if cue.first - floor < _OPENING else frozenset()


def _behind(passage: Passage, cue: Cue, limit: int) -> Moods:
    """Answer what is said of the verb of a clause that a phrase opens: "With A, B will build"."""
    commas = (at for at in range(cue.last, limit) if passage.tokens[at].word == ",")
    begin = next(commas, limit)
    for at in range(begin, min(limit, begin + _REACH)):
        if any(passage.signs.begins(future, at) for future in _FUTURE):
            return frozenset({"planned"})
        if any(passage.signs.begins(active, at) for active in _ACTIVE):
            break
        if mood_at(passage, at):
            return _ahead(passage, at, limit)
    return frozenset()


def _later(passage: Passage, cue: Cue) -> Moods:
    """Answer what is said later: of a plan, that it waits; of an agreement, that it was not made."""
    is_infinitive = cue.side == "base" or passage.has("mood.purpose", cue.first - 1)
    if _is_verb(passage, cue) and not is_infinitive:
        return frozenset()
    waits = moods_in(passage, (cue.last, clause(passage, cue.first)[1])) & _LATER
    return waits or (_agreed(passage, cue) if cue.role == "signatory" else frozenset())


def _agreed(passage: Passage, cue: Cue) -> Moods:
    """Answer what governs the verb by which an agreement is made: "has still to be signed"."""
    last = passage.bounds(cue.first)[1]
    for at in range(cue.last, last):
        if passage.signs.begins("mood.agreed", at) or passage.signs.begins("mood.agreed.words", at):
            return governed(passage, at, cue.last).moods
        if mood_at(passage, at) == "failed":
            return frozenset({"failed"})
    return frozenset()
