"""The participations of a passage as rules tell them, weighed against what annotated pages teach."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from kg.extract.clauses import clause
from kg.extract.learned.weights import softmax, weights, written
from kg.extract.names.candidate import Names
from kg.extract.passage import Passage
from kg.extract.roles.cast import Cast
from kg.extract.roles.clues import TieClues
from kg.extract.roles.cues import Cue
from kg.extract.roles.participations import Act, RoleReader
from kg.extract.roles.settings import setting
from kg.extract.roles.statuses import status
from kg.extract.roles.ties import Tie, ties
from kg.records import Key

_TABLE: Final = "ties"
_LEAST: Final = 0.6
"""From this share on a tie is one: a partner that is none does more harm than one that is missed."""

_APART: Final = (
    "apart.before", "apart.after", "apart.base", "apart.future", "apart.participle",
)  # fmt: skip

Pair = frozenset[Key]


class Likely(NamedTuple):
    """A tie, and how likely it is one."""

    tie: Tie
    share: float


def judged(passage: Passage, names: Names, reporter: Key | None) -> Iterator[Act]:
    """Answer the participations of a passage, each with how likely it is.

    What rules tell of names in a sentence stays if it is likely, and what they do not tell is
    added: as that of a neighbour in a list, else as a partner's.
    """
    acts = list(RoleReader(passage, names, reporter).read())
    cast = Cast.of(passage, names)
    told = {pair_of(act): act.role for act in acts}
    clues = TieClues.of(passage, names, cast, reporter, told)
    likely = _likeliest(ties(passage, names, cast), clues)
    for act in acts:
        found = likely.get(pair_of(act))
        if found is None or act.status != "done":
            yield act
        elif found.share >= _LEAST:
            yield act._replace(confidence=written(found.share))
    for pair, found in likely.items():
        is_new = pair not in told and found.share >= _LEAST
        if is_new and not _is_apart(passage, found.tie):
            yield _act(passage, names, found, clues)


def _likeliest(pairs: Iterable[Tie], clues: TieClues) -> dict[Pair, Likely]:
    """Answer of each pair of ends the tie that is likeliest."""
    table = weights(_TABLE)
    found: dict[Pair, Likely] = {}
    for tie in pairs:
        ends = frozenset((tie.actor.key or Key(""), tie.target.key or Key("")))
        _, share = softmax(clues.sums(tie, table))
        if ends not in found or share > found[ends].share:
            found[ends] = Likely(tie, share)
    return found


def _is_apart(passage: Passage, tie: Tie) -> bool:
    """Answer whether one is said to do what takes nobody in: "A criticised B", "A, unlike B"."""
    if tie.kind == "earlier":
        return False  # what stands between is told of others
    ends = sorted((name.first, name.last) for name in (tie.actor, tie.target))
    begins, signs = range(ends[0][1], ends[1][0]), passage.signs
    return any(signs.begins(kind, at) for at in begins for kind in _APART)


def pair_of(act: Act) -> Pair:
    """Answer the two ends of an act."""
    return frozenset((act.participant, act.target))


def _act(passage: Passage, names: Names, found: Likely, clues: TieClues) -> Act:
    """Answer the act that a tie tells of, in the words of its sentence."""
    tie = found.tie
    ends = (tie.actor, tie.target) if tie.kind != "earlier" else (tie.actor,)
    keep = min(name.first for name in ends), max(name.last for name in ends)
    span = clause(passage, tie.actor.first)
    inside = clues.cues_among(keep)
    verb = Cue(tie.actor.last, tie.actor.last + 1, "partner", "both")
    return Act(
        participant=tie.actor.key or Key(""),
        role=clues.mate(tie) or "partner",
        relation="with" if tie.kind == "with" else "in",
        target=tie.target.key or Key(""),
        status=status(passage, inside[0] if inside else verb),
        clause=(min(span[0], keep[0]), max(span[1], keep[1])),
        keep=keep,
        place=setting(passage, names, span, keep),
        confidence=written(found.share),
    )
