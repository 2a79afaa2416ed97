"""What stage 2 may know of names: the claims that other documents make, by country and publisher.

A slice holds the labels and aliases of things in one country, and of those things of one publisher
that belong to no country. It is a file named by its digest, so that equal slices are equal names.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

from kg.identity import claims, keys
from kg.records import Key, Page
from kg.stages import runs
from kg.stages.cache import digest

_KINDS: Final = frozenset({"org", "network", "programme", "activity", "event", "law"})
_NAMES: Final = frozenset({"label", "alias"})


class Scope(NamedTuple):
    """Whose names a narrative is read with."""

    country: str | None
    publisher: str | None


@dataclass(slots=True)
class Names:
    """All names that the documents of a build harvested, with where they belong."""

    lines: dict[Key, set[bytes]] = field(default_factory=lambda: defaultdict(set))
    countries: dict[Key, set[str]] = field(default_factory=lambda: defaultdict(set))
    publishers: dict[str, set[Key]] = field(default_factory=lambda: defaultdict(set))

    def add(self, path: Path, page: Page | None) -> None:
        """Add the claims of one document."""
        publisher = page.publisher if page else None
        for line in runs.read(path):
            claim = claims.parse(line)
            if keys.kind(claim.key) not in _KINDS:
                continue
            if claim.aspect in _NAMES:
                self.lines[claim.key].add(line)
                if publisher:
                    self.publishers[publisher].add(claim.key)
            elif claim.aspect == "country":
                self.countries[claim.key].add(claim.value)

    def slice(self, scope: Scope, folder: Path) -> Path:
        """Answer the file of a slice, sorted."""
        of_country = {key for key, found in self.countries.items() if scope.country in found}
        of_publisher = {
            key
            for key in self.publishers.get(scope.publisher or "", ())
            if not self.countries.get(key)
        }
        lines = sorted(self._lines(of_country | of_publisher))
        path = folder / digest(b"\n".join(lines).decode())
        if not path.is_file():
            folder.mkdir(parents=True, exist_ok=True)
            partial = path.with_suffix(".partial")
            runs.save(lines, partial)
            partial.replace(path)
        return path

    def _lines(self, chosen: Iterable[Key]) -> Iterable[bytes]:
        return (line for key in chosen for line in self.lines.get(key, ()))
