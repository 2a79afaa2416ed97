"""What the pages of a publisher look like: one file of `kg/sources/pages/` for each publisher.

A file has:

* `publisher`: the organisation identifier of the publisher;
* `kinds`: the kinds of pages, the most particular first, the usual one last;
* `identifier`: the `prefix` of identifiers and the pattern of a `statement`, with a group `office`;
* `address.patterns`: patterns in addresses, with groups country, region, year, identifier;
* `spellings`: names of countries that the publisher misspells, with their ISO 3166-1 alpha-2 code;
* `status`: patterns that tell the status of a narrative, by status;
* `tables`: by kind of table (`indicators`, `funding`, `resources`), what its rows and columns are
  called: `headings` by role, and where its rows begin with codes, the pattern of a `code` with a
  group `statement`, and the roles of values that are `doubled`;
* `label`: tables of lines that tell what follows them, each with

  - `role`: see `Role`;
  - `lines` (whole lines, in any case) and `patterns` (from the beginning of a line, `{id}` and
    `{prefix}` stand for those of identifiers; groups: year, country, first, last, total);
  - `name`: the kind of table, or what the issue calls that which is not read;
  - `kind`: the kind of page that has such a label; `telling`: that no other publisher has it.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final, Literal

from kg.pages.headings import Headings
from kg.records import Status

Role = Literal[
    "outcome",  # begins an outcome: its identifier, then the title, then the narrative
    "title",  # begins an outcome, where one is complete: the title follows
    "description",  # the title of the outcome follows
    "narrative",  # the narrative of an outcome follows
    "section",  # a narrative of no outcome follows
    "identifier",  # a row of a table that begins with the identifier of the outcome
    "result-year",  # a year that has a result
    "table",  # a table of values of the outcome follows
    "skip",  # what follows is not read yet
    "header",  # a line of a country's statistics
    "shown",  # how many outcomes of how many the page shows
    "end",  # what came before is complete
    "chrome",  # says nothing
]
_DECORATION: Final = " \t\xa0\ufeff#*•|>–-"
_ENOUGH: Final = 2
"""How many telling labels make a page one of a publisher's."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a line is, and the groups of the pattern that told it."""

    role: Role
    name: str = ""
    kind: str = ""
    telling: bool = False
    groups: Mapping[str, str] | None = None
    end: int = 0

    def __getitem__(self, group: str) -> str:
        """Answer what a group of the pattern matched, or ""."""
        return (self.groups or {}).get(group) or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The pages of one publisher."""

    publisher: str
    kinds: tuple[str, ...]
    prefix: str
    statement: re.Pattern[str]
    addresses: tuple[re.Pattern[str], ...]
    spellings: Mapping[str, str]
    statuses: Mapping[Status, tuple[re.Pattern[str], ...]]
    lines: Mapping[str, Label]
    patterns: tuple[tuple[re.Pattern[str], Label], ...]
    tables: Mapping[str, Headings] = field(default_factory=dict)

    def label(self, line: str) -> Label | None:
        """Answer what a line of a page is, or None where it is text.

        `Label.end` is how much of the line, without its decoration, the label takes.
        """
        bare = line.strip(_DECORATION)
        if known := self.lines.get(" ".join(bare.split()).casefold()):
            return known
        for pattern, label in self.patterns:
            if match := pattern.match(bare):
                groups = match.groupdict()
                at = line.index(bare) + match.end()
                return Label(label.role, label.name, label.kind, label.telling, groups, at)
        return None

    def recognises(self, text: str) -> bool:
        """Answer whether a text is a page of this publisher: by at least two telling labels."""
        told: set[str] = set()
        for line in text.splitlines():
            label = self.label(line)
            if label and (label.kind or label.telling):
                told |= {line.strip()} | ({self.prefix} if self.prefix in line else set())
            if len(told) >= _ENOUGH:
                return True
        return False

    def address(self, address: str) -> dict[str, str]:
        """Answer what an address says: country, region, year, identifier."""
        found: dict[str, str] = {}
        for pattern in self.addresses:
            if match := pattern.search(address):
                found |= {name: value for name, value in match.groupdict().items() if value}
        return found

    def status(self, narrative: str) -> Status:
        """Answer how an outcome stands, as far as its clean narrative says so in words."""
        for status, patterns in self.statuses.items():
            if any(pattern.search(narrative) for pattern in patterns):
                return status
        return "notStated"


@lru_cache(maxsize=1)
def layouts() -> tuple[Layout, ...]:
    """Answer the layouts of all publishers, by file name."""
    folder = files("kg.sources") / "pages"
    found = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return tuple(layout_from(tomllib.loads(file.read_text("utf-8"))) for file in found)


def layout_of(text: str) -> Layout | None:
    """Answer the layout of a page, or None where it is of no known publisher."""
    return next((layout for layout in layouts() if layout.recognises(text)), None)


def layout_from(content: Mapping[str, Any]) -> Layout:
    """Answer the layout that the content of a file describes."""
    identifier = content["identifier"]
    lines: dict[str, Label] = {}
    patterns: list[tuple[re.Pattern[str], Label]] = []
    for table in content["label"]:
        label = Label(
            table["role"], table.get("name", ""), table.get("kind", ""), table.get("telling", False)
        )
        lines |= {" ".join(line.split()).casefold(): label for line in table.get("lines", ())}
        filled = (_filled(pattern, identifier) for pattern in table.get("patterns", ()))
        patterns.extend((re.compile(pattern), label) for pattern in filled)
    return Layout(
        publisher=content["publisher"],
        kinds=tuple(content["kinds"]),
        prefix=identifier["prefix"],
        statement=re.compile(f"(?:{re.escape(identifier['prefix'])})?{identifier['statement']}"),
        addresses=tuple(map(re.compile, content["address"]["patterns"])),
        spellings=content["spellings"],
        statuses={s: tuple(map(re.compile, told)) for s, told in content["status"].items()},
        lines=lines,
        patterns=tuple(patterns),
        tables={kind: Headings.of(table) for kind, table in content.get("tables", {}).items()},
    )


def _filled(pattern: str, identifier: Mapping[str, str]) -> str:
    prefix = re.escape(identifier["prefix"])
    statement = identifier["statement"].replace("?P<office>", "?:")
    return pattern.replace("{prefix}", prefix).replace("{id}", f"(?:(?:{prefix})?{statement})")
