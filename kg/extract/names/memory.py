"""What a section has named so far: names, their abbreviations, variants and short forms."""

from dataclasses import dataclass, field
from typing import Final

from kg.extract.lexicon import Lexicon
from kg.extract.names.candidate import Candidate, Origin
from kg.extract.tokens import Token, is_acronym, tokens
from kg.identity import keys

_LEAST_WORDS: Final = 2
_TYPED_HEADS: Final = frozenset({"Programme", "Event"})
"""Types whose noun may be left out or changed: "Spotlight", "Spotlight Initiative"."""

Bag = tuple[str, frozenset[str]]
"""What a name is told by: its kind, and its words but the small ones."""


@dataclass(slots=True)
class Memory:
    """The names of a section, and how they may be named again."""

    shorts: dict[str, Candidate] = field(default_factory=dict)
    """Abbreviations and short forms, as written."""
    _bags: dict[Bag, Candidate] = field(default_factory=dict)
    _initials: dict[str, Candidate] = field(default_factory=dict)
    _words: dict[tuple[str, str], list[Candidate]] = field(default_factory=dict)

    def learn(self, candidate: Candidate, words: Lexicon) -> None:
        """Take note of a name that has its key."""
        if candidate.type in {None, "Place", "UnnamedGroup"} or not candidate.key:
            return
        kind, bag = told_by(candidate, words)
        if (kind, bag) not in self._bags:
            self._bags[kind, bag] = candidate
            for word in bag:
                self._words.setdefault((kind, word), []).append(candidate)
        parts = _words_of(candidate.label)
        initials = "".join(
            t.fold[0] for t in parts if t.word[0].isupper() and not is_acronym(t.word)
        )
        for letters in (initials, initials[:-1]):
            if len(letters) > _LEAST_WORDS:
                self._initials.setdefault(letters, candidate)
        for short in (candidate.short, _short_form(candidate, parts, words)):
            if short:
                self.shorts.setdefault(short, candidate)

    def owner(self, candidate: Candidate, words: Lexicon) -> Candidate | None:
        """Answer the earlier name that a name is a variant or a short form of."""
        if owner := self.shorts.get(candidate.label):
            return owner
        kind, bag = told_by(candidate, words)
        if not bag or candidate.governs:
            return None
        return self._bags.get((kind, bag)) or self._longer(candidate, kind, bag)

    def by_initials(self, word: str) -> Candidate | None:
        """Answer the earlier name whose initials an abbreviation is made of."""
        return self._initials.get(word.rstrip("s").casefold())

    def _longer(self, candidate: Candidate, kind: str, bag: frozenset[str]) -> Candidate | None:
        """Answer the one earlier name that a name begins or ends."""
        if len(bag) < _LEAST_WORDS:
            return None
        rarest = min((self._words.get((kind, word), []) for word in bag), key=len)
        found = {c.key: c for c in rarest if not c.governs and _is_part(candidate.label, c.label)}
        return next(iter(found.values())) if len(found) == 1 else None


def told_by(candidate: Candidate, words: Lexicon) -> Bag:
    """Answer what a name is told by."""
    kind = keys.KINDS[candidate.type] if candidate.type else ""
    folds = [t.fold for t in _words_of(candidate.label)]
    telling = [fold for fold in folds if not words.has("inside.word", fold)]
    if candidate.type in _TYPED_HEADS:
        heads = f"head.{candidate.type.lower()}"
        telling = [fold for fold in telling if not words.has(heads, fold)] or telling
    return kind, frozenset(telling)


def _words_of(label: str) -> list[Token]:
    return [token for token in tokens(label) if token.word[0].isalnum()]


def _short_form(candidate: Candidate, parts: list[Token], words: Lexicon) -> str:
    """Answer the one telling word of a name: "Concern" of "Concern Worldwide"."""
    if len(parts) == 1:
        return "" if candidate.origin is Origin.KNOWN else candidate.label
    silent = ("inside.word", "head.organisation", "head.programme", "head.network")
    telling = [t for t in parts if not any(words.has(kind, t.fold) for kind in silent)]
    if len(telling) != 1 or telling[0] is not parts[0]:
        return ""
    common = ("common.word", "common.modifier", "common.compass", "common.abbreviation")
    return "" if any(words.has(kind, telling[0].fold) for kind in common) else telling[0].word


def _is_part(short: str, long: str) -> bool:
    """Answer whether a name begins or ends a longer one, word for word."""
    part = [t.fold for t in tokens(short)]
    whole = [t.fold for t in tokens(long)]
    return len(part) < len(whole) and (whole[: len(part)] == part or whole[-len(part) :] == part)
