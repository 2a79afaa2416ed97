"""The signs of a passage by the token they begin at, for those who read around a token."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.extract.passage import Passage, Span


@dataclass(frozen=True, slots=True)
class Signposts:
    """Each token of a passage that signs begin at, with where each ends and its kind."""

    begin: Mapping[int, list[tuple[int, str]]]

    @classmethod
    def of(cls, passage: Passage, groups: tuple[str, ...]) -> "Signposts":
        """Answer the signs of a passage whose kinds begin with one of some words."""
        begin: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for kind, found in passage.signs.at.items():
            if kind.startswith(groups):
                for first, (last, _) in found.items():
                    begin[first].append((last, kind))
        return cls(begin)

    def among(self, first: int, last: int) -> Iterator[tuple[Span, str]]:
        """Answer the signs that begin among some tokens, in the order of the text."""
        for at in range(first, last):
            for end, kind in self.begin.get(at, ()):
                yield (at, end), kind


def about(distance: int) -> str:
    """Answer a number of tokens roughly, as a clue tells it."""
    for most in (0, 1, 2, 4, 8, 16):
        if distance <= most:
            return str(most)
    return "far"
