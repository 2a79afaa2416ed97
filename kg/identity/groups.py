"""Keys that mean one thing, grown by joining, under the judgements that some never do."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.records import Key


class Groups:
    """Groups of keys; a key that was never joined is a group of its own."""

    def __init__(self, apart: Iterable[tuple[Key, Key]] = ()) -> None:
        """Begin with the pairs that may not come into one group."""
        self._groups: dict[Key, set[Key]] = {}
        self._apart: dict[Key, set[Key]] = defaultdict(set)
        for one, two in apart:
            self._apart[one].add(two)
            self._apart[two].add(one)

    def of(self, key: Key) -> set[Key]:
        """Answer the group of a key."""
        return self._groups.get(key, {key})

    def join(self, one: Key, two: Key) -> bool:
        """Make one group of two, and answer whether that was allowed."""
        first, second = self.of(one), self.of(two)
        if first is second or one == two:
            return True
        if self._are_apart(first, second):
            return False
        joined = first | second
        self._groups.update((key, joined) for key in joined)
        return True

    def _are_apart(self, first: set[Key], second: set[Key]) -> bool:
        return any(self._apart[key] & second for key in first if key in self._apart)

    def __iter__(self) -> Iterator[set[Key]]:
        """Answer the groups of two keys and more, in the order of their first key."""
        for key in sorted(self._groups):
            if key == min(self._groups[key]):
                yield self._groups[key]
