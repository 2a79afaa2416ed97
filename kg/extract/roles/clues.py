"""The clues to whether a pair of names belongs together: words and signs around and between them.

A clue is a text, such as `with|at|cue=partner.after`; `learned/ties.tsv` weighs them. `at` tells
that the actor stands before the target, `ta` the contrary.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from kg.extract.clauses import clause
from kg.extract.learned.signposts import Signposts, about
from kg.extract.learned.weights import Weights
from kg.extract.names.candidate import Candidate, Names
from kg.extract.passage import Passage, Span
from kg.extract.roles.cast import ACTORS, Cast
from kg.extract.roles.cues import Cue, cues
from kg.extract.roles.ties import Kind, Tie
from kg.records import Key, ParticipationRole

SIGNS: Final = (
    "role.aims", "act.", "group.", "small.", "participation.", "frame.", "refers.", "list.",
    "introduces.", "lower.", "inside.joins", "mood.",
)  # fmt: skip
_REFERRING: Final = ("refers.programme", "refers.within", "refers.owner")
_STEM: Final = 6
_TELLING: Final = 3
_NEAR, _JOINED, _WORDS, _PAIRS = 3, 4, 25, 12
_AWAY: Final = 8

Told = Mapping[frozenset[Key], ParticipationRole]
"""The roles that rules tell, by the two ends."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What one sentence has: its names, its cues, and the tokens that names do not hold."""

    span: Span
    names: Sequence[Candidate]
    bodies: Sequence[Candidate]
    shared: Sequence[Candidate]
    cues: Sequence[Cue]
    held: frozenset[int]
    head: Sequence[str]
    """Clues that all its pairs share."""


@dataclass(slots=True)
class TieClues:
    """Answers the clues to the ties of one passage; `reporter` publishes the narrative."""

    passage: Passage
    names: Names
    cast: Cast
    reporter: Key | None
    told: Told
    posts: Signposts
    cues: Sequence[Cue]
    ends: frozenset[Key]
    """Whoever takes part in anything, as rules tell."""
    _scenes: dict[Span, Scene] = field(default_factory=dict)
    _edges: dict[tuple[int, int, str, Kind], list[float]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, passage: Passage, names: Names, cast: Cast, reporter: Key | None, told: Told
    ) -> "TieClues":
        """Answer what the clues of a passage are read from."""
        ends = frozenset(key for pair in told for key in pair)
        posts = Signposts.of(passage, SIGNS)
        return cls(passage, names, cast, reporter, told, posts, list(cues(passage)), ends)

    def sums(self, tie: Tie, table: Weights) -> list[float]:
        """Answer what the clues to a tie speak for; what is said of a name is weighed once."""
        totals = table.sums(self._pair(tie))
        for name, tag in _edges(tie):
            key = name.first, name.last, tag, tie.kind
            if key not in self._edges:
                nothing = [0.0] * len(totals)
                self._edges[key] = table.sums(self._edge(tie, name, tag), nothing)
            totals = [a + b for a, b in zip(totals, self._edges[key], strict=True)]
        return totals

    def all(self, tie: Tie) -> Iterator[str]:
        """Answer all clues to a tie."""
        yield from self._pair(tie)
        for name, tag in _edges(tie):
            yield from self._edge(tie, name, tag)

    def _pair(self, tie: Tie) -> Iterator[str]:
        kind, scene = tie.kind, self._scene(tie.sentence)
        role = self.told.get(frozenset((tie.actor.key or Key(""), tie.target.key or Key(""))))
        yield kind
        yield f"{kind}|rule={role}"
        yield f"{kind}|types={tie.actor.type}/{tie.target.type}"
        yield f"{kind}|place={about(_rank(tie.actor, scene.bodies))}"
        yield from (f"{kind}|{clue}" for clue in scene.head)
        if kind == "earlier":
            yield from self._since(tie, scene)
        else:
            yield from self._between(tie, scene)

    def _scene(self, span: Span) -> Scene:
        if span not in self._scenes:
            self._scenes[span] = self._seen(span)
        return self._scenes[span]

    def _seen(self, span: Span) -> Scene:
        names = self.names.within(*span)
        bodies = [name for name in names if name.type in ACTORS]
        shared = [name for name in names if self.cast.is_shared(name)]
        found = {kind for _, kind in self.posts.among(*span) if kind.startswith("mood.")}
        programmes = {name.key for name in shared if name.type == "Programme"}
        return Scene(
            span=span,
            names=names,
            bodies=bodies,
            shared=shared,
            cues=self.cues_among(span),
            held=frozenset(at for name in names for at in range(name.first, name.last)),
            head=(
                f"bodies={about(len({name.key for name in bodies}))}",
                f"shared={about(len({name.key for name in shared}))}",
                f"programmes={about(len(programmes))}",
                *sorted(found),
            ),
        )

    def cues_among(self, span: Span) -> Sequence[Cue]:
        """Answer the cues that begin among some tokens; all of them are in order."""
        first, last = (bisect_left(self.cues, at, key=lambda cue: cue.first) for at in span)
        return self.cues[first:last]

    def _edge(self, tie: Tie, name: Candidate, tag: str) -> Iterator[str]:
        """Answer what stands around one end of a tie, and how it is known."""
        first, last = tie.sentence
        lead = f"{tie.kind}|{tag}"
        yield f"{lead}:{name.origin.name}"
        yield f"{lead}{'=' if name.key in self.ends else '!'}told"
        if name.key == self.reporter:
            yield f"{lead}=reporter"
        if tag == "t" and tie.kind == "earlier":
            return
        for distance in range(1, _NEAR + 1):
            yield f"{lead}-{distance}={self._word(name.first - distance, tie.sentence)}"
            yield f"{lead}+{distance}={self._word(name.last + distance - 1, tie.sentence)}"
        for (_, end), kind in self.posts.among(max(first, name.first - _AWAY), name.first):
            if end in {name.first, name.first - 1}:
                yield f"{lead}<{kind}"
        for _, kind in self.posts.among(name.last, min(last, name.last + 2)):
            yield f"{lead}>{kind}"
        if name.first <= first + 2:
            yield f"{lead}-opens"

    def _word(self, at: int, sentence: Span) -> str:
        return self._stem(at) if sentence[0] <= at < sentence[1] else "|"

    def _stem(self, at: int) -> str:
        fold = self.passage.tokens[at].fold
        return "#" if fold[0].isdigit() else fold[:_STEM].replace("\n", "|")

    def _since(self, tie: Tie, scene: Scene) -> Iterator[str]:
        """Answer the clues to a tie with what was named before the sentence."""
        for _, kind in self.posts.among(*scene.span):
            if kind in _REFERRING:
                yield f"earlier|{kind}"
        yield f"earlier|away={about((scene.span[0] - tie.target.last) // _AWAY)}"
        yield from (f"earlier|cue={cue.role}.{cue.side}" for cue in scene.cues)

    def _between(self, tie: Tie, scene: Scene) -> Iterator[str]:
        """Answer the clues between the two ends of a tie, and before and behind them."""
        is_first = tie.actor.first < tie.target.first
        one, other = (tie.actor, tie.target) if is_first else (tie.target, tie.actor)
        gap = one.last, other.first
        lead = f"{tie.kind}|{'at' if is_first else 'ta'}|"
        tokens = self.passage.tokens
        yield lead
        yield f"{lead}distance={about(gap[1] - gap[0])}"
        yield f"{lead}bodies={about(len(_among(scene.bodies, gap)))}"
        yield f"{lead}shared={about(len(_among(scene.shared, gap)))}"
        yield f"{lead}commas={about(sum(tokens[at].word == ',' for at in range(*gap)))}"
        yield f"{lead}numbers={about(sum(tokens[at].word[0].isdigit() for at in range(*gap)))}"
        if clause(self.passage, one.first) != clause(self.passage, other.first):
            yield f"{lead}other-clause"
        yield from self._said(lead, gap, scene)
        yield from self._cued(lead, gap, scene, (one.first, other.last))
        if self.mate(tie):
            yield f"{tie.kind}|mate"

    def _said(self, lead: str, gap: Span, scene: Scene) -> Iterator[str]:
        """Answer the words and signs between, names left out."""
        free = [at for at in range(*gap) if at not in scene.held]
        words = [self._stem(at) for at in free[:_WORDS]]
        if not any(self._is_telling(at) for at in free):
            yield f"{lead}list"
        if len(free) <= _JOINED:
            yield f"{lead}gap={' '.join(words)}"
        yield from (f"{lead}word={word}" for word in words if len(word) >= _TELLING)
        yield from (f"{lead}words={a} {b}" for a, b in pairwise(words[:_PAIRS]))
        for kind in sorted({kind for _, kind in self.posts.among(*gap)}):
            if not kind.startswith("small."):
                yield f"{lead}{kind}"

    def _is_telling(self, at: int) -> bool:
        kinds = ("small.and", "small.article", "small.of")
        is_word = self.passage.tokens[at].fold[0].isalpha()
        return is_word and not any(self.passage.has(kind, at) for kind in kinds)

    def _cued(self, lead: str, gap: Span, scene: Scene, whole: Span) -> Iterator[str]:
        """Answer the cues between the ends, before, and behind, and whether no body parts them."""
        inside = [cue for cue in scene.cues if gap[0] <= cue.first < gap[1]]
        before = [cue for cue in scene.cues if cue.first < whole[0]]
        behind = [cue for cue in scene.cues if cue.first >= whole[1]]
        yield f"{lead}cues={about(len(inside))}"
        for tag, found in (("cue", inside), ("before", before), ("behind", behind)):
            yield from (f"{lead}{tag}={cue.role}.{cue.side}" for cue in found)
        if before and not _among(scene.bodies, (before[-1].last, whole[0])):
            yield f"{lead}next-before={before[-1].role}.{before[-1].side}"
        if behind and not _among(scene.bodies, (whole[1], behind[0].first)):
            yield f"{lead}next-behind={behind[0].role}.{behind[0].side}"

    def mate(self, tie: Tie) -> ParticipationRole | None:
        """Answer the role that rules tell of one in a list with the actor, to the same target."""
        scene = self._scene(tie.sentence)
        ends = {tie.actor.key, tie.target.key}
        for body in scene.bodies:
            if body.key in ends:
                continue
            role = self.told.get(frozenset((body.key or Key(""), tie.target.key or Key(""))))
            span = range(min(body.last, tie.actor.last), max(body.first, tie.actor.first))
            if role and sum(at not in scene.held for at in span) <= _NEAR:
                return role
        return None


def _edges(tie: Tie) -> tuple[tuple[Candidate, str], ...]:
    return (tie.actor, "a"), (tie.target, "t")


def _among(names: Sequence[Candidate], span: Span) -> set[int]:
    return {name.first for name in names if span[0] <= name.first < span[1]}


def _rank(name: Candidate, bodies: Sequence[Candidate]) -> int:
    return sum(body.first < name.first for body in bodies)
