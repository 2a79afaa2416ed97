r"""One register file: comments that say what it is, a line of column names, a line an entry.

The comments `# kind: place`, `# reach: world` (or `country`), `# source:`, `# licence:` and
`# date:` describe it; `# link wikidata: http://www.wikidata.org/entity/{}` says which IRIs the
identifiers of a scheme make. Columns: country, key and labels, then as needed aliases, demonyms,
identifiers, within, classification, lat, lon, population. Keys stand without their kind, texts as
`México@es|Mexico@en`, identifiers as `scheme:value|scheme:value`.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple

from kg.errors import UsageError
from kg.identity.keys import KINDS
from kg.records import Key, LangText
from kg.registers.entry import Entry

_TYPES: Final = {kind: type_ for type_, kind in KINDS.items()}
_HEAD: Final = re.compile(rb"\n*(#.*\n+)*[^\n]*\n?")
_REQUIRED: Final = frozenset({"country", "key", "labels"})


class Info(NamedTuple):
    """What a register is and where it comes from."""

    name: str
    source: str
    licence: str
    date: str


class Table:
    """A register file; it is read when something is first asked."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.stem

    @cached_property
    def content(self) -> bytes:
        """Answer the bytes of the file, without a byte order mark, lines ending in a line feed."""
        content = self.path.read_bytes().removeprefix(BOM_UTF8)
        return content.replace(b"\r\n", b"\n") if b"\r" in content else content

    @cached_property
    def _body(self) -> int:
        """Answer where the entries start: after the comments and the line of column names."""
        head = _HEAD.match(self.content)
        return head.end() if head else 0

    def _text(self, start: int, end: int) -> str:
        try:
            return self.content[start:end].decode("utf-8")
        except UnicodeDecodeError as error:
            raise UsageError(
                f"{self.path}: byte {start + error.start} is not UTF-8: save as UTF-8"
            ) from error

    @property
    def _lines(self) -> list[str]:
        text = self._text(self._body, len(self.content))
        return [line for line in text.split("\n") if line]

    @cached_property
    def _comments(self) -> list[str]:
        """Answer the comments, and the line of column names after them."""
        return self._text(0, self._body).rstrip("\n").split("\n")

    @cached_property
    def head(self) -> dict[str, str]:
        """Answer what the comments say, by name."""
        pairs = (line.lstrip("# ").partition(": ") for line in self._comments[:-1])
        return {name: value for name, _, value in pairs}

    @property
    def info(self) -> Info:
        """Answer what the register is and where it comes from."""
        return Info(self.name, *(self.head.get(k, "") for k in ("source", "licence", "date")))

    @property
    def world(self) -> bool:
        """Answer whether its entries may be met in documents of any country."""
        return self.head.get("reach") == "world"

    @cached_property
    def kind(self) -> str:
        """Answer the kind of its keys.

        Raises:
            UsageError: the file does not say, or names no kind.
        """
        kind = self.head.get("kind", "")
        if kind not in _TYPES:
            raise UsageError(
                f"{self.path}: kind '{kind}': write # kind: one of {', '.join(_TYPES)}"
            )
        return kind

    @cached_property
    def _columns(self) -> list[str]:
        columns = self._comments[-1].split("\t")
        if missing := _REQUIRED.difference(columns):
            names = ", ".join(sorted(missing))
            raise UsageError(f"{self.path}: no column {names}: name it in the line after comments")
        return columns

    def _lines_of(self, country: str) -> Iterator[str]:
        """Answer the lines of a country, looking only between the first and the last of them."""
        at, start, end = self._columns.index("country"), self._body, len(self.content)
        if at == 0:
            mark, before = f"\n{country}\t".encode(), start - 1
            last = self.content.rfind(mark, before)
            if last < 0:
                return
            start = self.content.find(mark, before) + 1
            stop = self.content.find(b"\n", last + 1)
            end = stop if stop >= 0 else end
        for line in self._text(start, end).split("\n"):
            if line and line.split("\t", at + 1)[at] == country:
                yield line

    def of_country(self, country: str) -> Iterator[Entry]:
        """Answer the entries of a country, or for "" those that have none."""
        return map(self.entry, self._lines_of(country))

    def __iter__(self) -> Iterator[Entry]:
        """Answer all entries."""
        return map(self.entry, self._lines)

    def line(self, key: str) -> str | None:
        """Answer the line of the entry with this key (without its kind)."""
        return self._by_key.get(key)

    def identified(self, identifier: str) -> str | None:
        """Answer the line of the entry that lists this identifier, as `scheme:value`."""
        return self._by_identifier.get(identifier)

    @cached_property
    def _by_key(self) -> dict[str, str]:
        at = self._columns.index("key")
        return {line.split("\t", at + 1)[at]: line for line in self._lines}

    @cached_property
    def _by_identifier(self) -> dict[str, str]:
        if "identifiers" not in self._columns:
            return {}
        at = self._columns.index("identifiers")
        return {
            identifier: line
            for line in self._lines
            for identifier in line.split("\t", at + 1)[at].split("|")
            if identifier
        }

    def _key(self, key: str) -> Key:
        return Key(f"{self.kind}:{key}")

    def entry(self, line: str) -> Entry:
        """Answer the entry of a line.

        Raises:
            UsageError: the line has more or fewer cells than there are columns.
        """
        cells = line.split("\t")
        if len(cells) != len(self._columns):
            raise UsageError(
                f"{self.path}: '{line[:60]}': {len(cells)} cells for {len(self._columns)} columns: "
                "write one cell a column with a tab between"
            )
        row = dict(zip(self._columns, cells, strict=True))
        identifiers = _pairs(row.get("identifiers", ""))
        scheme, _, value = row["key"].partition(":")
        return Entry(
            key=self._key(row["key"]),
            type=_TYPES[self.kind],
            labels=_texts(row["labels"]),
            aliases=_texts(row.get("aliases", "")),
            demonyms=_texts(row.get("demonyms", "")),
            identifiers=identifiers,
            country=row["country"] or None,
            within=Key(f"place:{row['within']}") if row.get("within") else None,
            classification=row.get("classification", ""),
            point=(row["lat"], row["lon"]) if row.get("lat") else None,
            population=int(row["population"]) if row.get("population") else None,
            same_as=self._links((scheme, value), *identifiers),
            register=self.name,
        )

    @cached_property
    def _templates(self) -> dict[str, str]:
        prefix = "link "
        return {k.removeprefix(prefix): v for k, v in self.head.items() if k.startswith(prefix)}

    def _links(self, *identifiers: tuple[str, str]) -> tuple[str, ...]:
        known = self._templates
        return tuple(
            [known[scheme].format(value) for scheme, value in identifiers if scheme in known]
        )


def _texts(cell: str) -> tuple[LangText, ...]:
    if not cell:
        return ()
    return tuple(
        [LangText(text, lang) for text, _, lang in [p.partition("@") for p in cell.split("|")]]
    )


def _pairs(cell: str) -> tuple[tuple[str, str], ...]:
    if not cell:
        return ()
    return tuple(
        [(scheme, value) for scheme, _, value in [p.partition(":") for p in cell.split("|")]]
    )
