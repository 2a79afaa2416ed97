"""Which names of a section mean one thing: full names, abbreviations, variants and short forms."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kg.extract.names.bodies import government
from kg.extract.names.candidate import Candidate, Origin
from kg.extract.passage import Passage
from kg.extract.tokens import is_acronym, tokens
from kg.identity import keys

_LEAST_WORDS = 2


@dataclass(slots=True)
class Identities:
    """Gives names their keys; what one passage of a section names, the next ones know."""

    passage: Passage
    country: str | None
    shorts: dict[str, Candidate] = field(default_factory=dict)
    """Abbreviations and short forms, as written."""
    bags: dict[tuple[str, frozenset[str]], Candidate] = field(default_factory=dict)
    """Names by kind and their telling words."""

    def give(self, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
        """Answer candidates with their keys, in order."""
        places = [c for c in candidates if c.type == "Place"]
        for candidate in candidates:
            named = self._keyed(candidate, places)
            self._learn(named)
            yield named

    def _keyed(self, candidate: Candidate, places: Sequence[Candidate]) -> Candidate:
        if candidate.key or not candidate.type:
            return candidate
        owner = self._owner(candidate)
        if owner:
            return replace(candidate, key=owner.key, is_alias=True)
        kind = keys.KINDS[candidate.type]
        key = keys.by_name(kind, candidate.label, self.country)
        if candidate.governs:
            within = [p for p in places if candidate.first <= p.first and p.last <= candidate.last]
            if within and within[-1].key:
                key = government(within[-1].key)
        return replace(candidate, key=key)

    def _owner(self, candidate: Candidate) -> Candidate | None:
        """Answer the earlier name that a name is a variant or a short form of."""
        if owner := self.shorts.get(candidate.label):
            return owner
        kind, bag = self._bag(candidate)
        if not bag or candidate.governs:
            return None
        if owner := self.bags.get((kind, bag)):
            return owner
        longer = {
            owner.key: owner
            for (other, words), owner in self.bags.items()
            if other == kind
            and bag < words
            and len(bag) >= _LEAST_WORDS
            and not owner.governs
            and _is_part(candidate.label, owner.label)
        }
        return next(iter(longer.values())) if len(longer) == 1 else None

    def _bag(self, candidate: Candidate) -> tuple[str, frozenset[str]]:
        """Answer what a name is told by: its words but the small ones and the noun for its type."""
        words = self.passage.lexicon
        kind = keys.KINDS[candidate.type] if candidate.type else ""
        folds = [t.fold for t in tokens(candidate.label) if t.word[0].isalnum()]
        telling = [f for f in folds if not words.has("inside.word", f)]
        if candidate.type in {"Programme", "Event"}:
            heads = f"head.{candidate.type.lower()}"
            telling = [f for f in telling if not words.has(heads, f)] or telling
        return kind, frozenset(telling)

    def _learn(self, candidate: Candidate) -> None:
        if candidate.type in {None, "Place", "UnnamedGroup"} or not candidate.key:
            return
        self.bags.setdefault(self._bag(candidate), candidate)
        if candidate.short:
            self.shorts.setdefault(candidate.short, candidate)
        if form := self._short_form(candidate):
            self.shorts.setdefault(form, candidate)

    def _short_form(self, candidate: Candidate) -> str:
        """Answer the one telling word of a name: "Concern" of "Concern Worldwide"."""
        words = self.passage.lexicon
        parts = [t for t in tokens(candidate.label) if t.word[0].isalnum()]
        if len(parts) == 1 and candidate.origin is not Origin.KNOWN:
            return candidate.label
        if len(parts) < _LEAST_WORDS:
            return ""
        telling = [
            t
            for t in parts
            if not words.has("inside.word", t.fold)
            and not any(
                words.has(f"head.{kind}", t.fold)
                for kind in ("organisation", "programme", "network")
            )
        ]
        if len(telling) != 1 or telling[0] is not parts[0]:
            return ""
        common = ("common.word", "common.modifier", "common.compass", "common.abbreviation")
        return "" if any(words.has(kind, telling[0].fold) for kind in common) else telling[0].word

    def by_initials(self, word: str) -> Candidate | None:
        """Answer the earlier name whose initials an abbreviation is made of."""
        wanted = word.rstrip("s").casefold()
        for owner in self.bags.values():
            capitals = "".join(
                t.word[0]
                for t in tokens(owner.label)
                if t.word[0].isupper() and not is_acronym(t.word)
            ).casefold()
            if len(wanted) > _LEAST_WORDS and wanted in {capitals, capitals[:-1]}:
                return owner
        return None


def _is_part(short: str, long: str) -> bool:
    """Answer whether a name begins or ends another, word for word."""
    part = [t.fold for t in tokens(short)]
    whole = [t.fold for t in tokens(long)]
    return whole[: len(part)] == part or whole[-len(part) :] == part
