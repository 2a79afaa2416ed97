"""Whom a cue refers to that stands elsewhere: before a relative pronoun, or around an insertion."""

from typing import Final

from kg.extract.moods import governed
from kg.extract.names.candidate import Candidate
from kg.extract.passage import Span
from kg.extract.roles.cast import ACTORS, Cast
from kg.extract.roles.cues import Cue

_APPOSED: Final = frozenset({"member", "partner", "lead"})
_FINITE: Final = frozenset({"before", "base", "future"})
_COMPANY: Final = ("partner", "supporter", "funder")
_MOST_RELATIVE: Final = 3


def inverted_actors(cast: Cast, cue: Cue, within: Span) -> tuple[list[Candidate], Candidate] | None:
    """Answer who does what in "el programa que ejecuta la Cruz Roja": bodies after the verb."""
    at = governed(cast.passage, cue.first, within[0]).start - 1
    at -= cast.passage.fold(at) == "'"
    if cue.side not in _FINITE or cue.role == "member" or not cast.passage.has("refers.object", at):
        return None
    actors = cast.listed(cue.last, within[1])
    target = antecedent(cast, at, within[0])
    return (actors, target) if target and actors else None


def relative_before(cast: Cast, start: int, floor: int) -> int | None:
    """Answer where a relative pronoun stands before a token: "which the Union finances"."""
    signs = cast.passage.signs
    near = range(start - 1, max(floor, start - _MOST_RELATIVE) - 1, -1)
    return next((at for at in near if signs.begins("refers.relative", at)), None)


def antecedent(cast: Cast, relative: int, floor: int) -> Candidate | None:
    """Answer what a relative pronoun is about: what stands before it, or before the first of two."""
    at = relative
    kinds = ("small.of", "small.to", "small.in", "small.article", "small.and")
    while at > floor and (
        any(cast.passage.has(kind, at - 1) for kind in kinds) or cast.is_comma(at - 1)
    ):
        at -= 1
    name = cast.ending.get(at)
    if name and (name.type in ACTORS or cast.is_shared(name)):
        return name
    earlier = [n for n in range(floor, at) if cast.passage.has("refers.object", n)]
    is_further = cast.passage.has("small.and", at) or cast.passage.has("small.and", at - 1)
    return antecedent(cast, earlier[0], floor) if is_further and earlier else None


def apposed(cast: Cast, cue: Cue, floor: int) -> list[Candidate]:
    """Answer the body of which an insertion says what it is: "Anta, a member of the Forum"."""
    at = cue.first - 1
    if cue.role not in _APPOSED or at <= floor or cast.passage.tokens[at].word != ",":
        return []
    name = cast.ending.get(at)
    return [name] if name and name.type in ACTORS else []


def subjects(cast: Cast, index: int, floor: int) -> list[Candidate]:
    """Answer who does what a verb tells, those with whom it is done among them.

    "A and B, in partnership with C, supported": A, B and C.
    """
    is_inserted = index - 1 > floor and cast.is_comma(index - 1)
    said = cast.passage.signs.ends("participation.lead.is", index - 1)
    if is_inserted and said and cast.is_comma(said - 1):
        return cast.before(said - 1, floor)
    found = cast.before(index - is_inserted, floor)
    if not found:
        return _around(cast, index, floor) if is_inserted else _antecedents(cast, index, floor)
    at = found[0].first - cast.passage.has("small.article", found[0].first - 1)
    ends = [(role, end) for role in _COMPANY for end in (found[0].first, at)]
    begins = [(r, cast.passage.signs.ends(f"participation.{r}.after", end)) for r, end in ends]
    role, cue = next(((r, begin) for r, begin in begins if begin is not None), ("", None))
    if cue is None or cue <= floor or not cast.is_comma(cue - 1):
        return [] if is_inserted else found
    before = cast.before(cue - 1, floor)
    return [*before, *found] if role == "partner" else before


def _around(cast: Cast, index: int, floor: int) -> list[Candidate]:
    """Answer the bodies before a relative clause that a comma closes: "A, which has paid, funds"."""
    commas = [at for at in range(floor + 1, index - 2) if cast.is_comma(at) and at in cast.ending]
    relatives = cast.passage.signs.at.get("refers.relative", {})
    begin = next((at for at in reversed(commas) if at + 1 in relatives), None)
    return cast.before(begin, floor) if begin is not None else []


def _antecedents(cast: Cast, index: int, floor: int) -> list[Candidate]:
    """Answer the body that a relative pronoun is about which does what a verb tells: "A, which funds"."""
    at = governed(cast.passage, index, floor).start - 1
    if at <= floor or not cast.passage.signs.begins("refers.relative", at):
        return []
    name = antecedent(cast, at, floor)
    return [name] if name and name.type in ACTORS else []
