"""All registers together: what is known of a country, of the world, of one key, of one name."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Final

from kg.errors import UsageError
from kg.identity import keys
from kg.identity.names import fold
from kg.records import Key
from kg.registers.entry import Entry
from kg.registers.table import Info, Table

_SHIPPED: Final = Path(__file__).with_name("data")
_WORLD: Final = ""

Names = dict[tuple[str, str], tuple[Key, ...]]


class Registers:
    """The shipped registers and the user's own; an entry of theirs stands in for a shipped one.

    Nothing is read before it is asked for, and then only once.
    """

    def __init__(self, tables: Sequence[Table]) -> None:
        self.tables = tuple(tables)
        self._entries: dict[str, tuple[Entry, ...]] = {}
        self._names: dict[str, Names] = {}

    @cached_property
    def digest(self) -> str:
        """Answer the SHA-256 of all files, by which results that rest on them are kept."""
        digest = hashlib.sha256()
        for table in self.tables:
            digest.update(f"{table.path.name} {len(table.content)}\n".encode())
            digest.update(table.content)
        return digest.hexdigest()

    @property
    def infos(self) -> tuple[Info, ...]:
        """Answer name, source, licence and date of every file."""
        return tuple(table.info for table in self.tables)

    def of_country(self, country: str) -> Iterator[Entry]:
        """Answer the organisations and places of a country (ISO 3166-1 alpha-2)."""
        yield from self._listed(country)

    def international(self) -> Iterator[Entry]:
        """Answer what may be met anywhere: countries, the United Nations, donors and the like."""
        yield from self._listed(_WORLD)

    def entry(self, key: Key) -> Entry | None:
        """Answer the entry of a key, which may be any of the identifiers that it lists.

        Example:
            >>> load().entry(Key("place:iso3:MEX")).key
            'place:iso:MX'
        """
        kind, _, name = key.partition(":")
        tables = self._of_kind.get(kind, ())
        for table in tables:
            if (line := table.line(name)) is not None:
                return table.entry(line)
        for table in tables:
            if (line := table.identified(name)) is not None:
                return table.entry(line)
        return None

    def named(self, kind: str, name: str, country: str | None) -> tuple[Key, ...]:
        """Answer the keys of entries with this folded name, of the country and of the world.

        Small places are meant only where nothing larger has the name.

        Example:
            >>> load().named("org", "ilo", None)
            ('org:id:XM-DAC-41302',)
        """
        scopes = {country or _WORLD, _WORLD}
        found = {key for scope in scopes for key in self._names_of(scope).get((kind, name), ())}
        return tuple(sorted(found))

    @cached_property
    def _of_kind(self) -> dict[str, list[Table]]:
        """Answer kind to tables, the user's first."""
        tables: dict[str, list[Table]] = defaultdict(list)
        for table in reversed(self.tables):
            tables[table.kind].append(table)
        return dict(tables)

    def _listed(self, scope: str) -> tuple[Entry, ...]:
        if scope not in self._entries:
            found = {entry.key: entry for table in self.tables for entry in _of(table, scope)}
            self._entries[scope] = tuple(found.values())
        return self._entries[scope]

    def _names_of(self, scope: str) -> Names:
        if scope not in self._names:
            names: dict[tuple[str, str], dict[Key, bool]] = defaultdict(dict)
            for entry in self._listed(scope):
                kind = keys.kind(entry.key)
                for text, _ in (*entry.labels, *entry.aliases):
                    names[kind, fold(text)][entry.key] = entry.is_small
            self._names[scope] = {name: _largest(found) for name, found in names.items()}
        return self._names[scope]


def _largest(found: Mapping[Key, bool]) -> tuple[Key, ...]:
    """Answer the keys that are not small, or all where all are."""
    return tuple(key for key, is_small in found.items() if not is_small) or tuple(found)


def _of(table: Table, scope: str) -> Iterator[Entry]:
    if scope == _WORLD and table.world:
        yield from table
    elif not table.world:
        yield from table.of_country(scope)


def load(extra: Sequence[Path] = ()) -> Registers:
    """Answer the shipped registers, and those in the user's own folders after them.

    Raises:
        UsageError: there is no such folder.
    """
    for folder in extra:
        if not folder.is_dir():
            raise UsageError(f"{folder}: no folder of registers: name one that holds .tsv files")
    folders = (_SHIPPED, *extra)
    return Registers([Table(path) for folder in folders for path in sorted(folder.glob("*.tsv"))])
