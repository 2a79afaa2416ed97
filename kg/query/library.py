"""All queries there are: those shipped and those in the user's folders."""

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import UnknownName
from kg.query.header import Query, parse

SUFFIX = ".rq"


@dataclass(frozen=True, slots=True)
class Library:
    """Queries by name; a user's query stands in for a shipped one of the same name."""

    queries: tuple[Query, ...]

    def find(self, name: str) -> Query:
        """Answer a query by name, or the one in a file.

        Raises:
            UnknownName: there is none; the message names the nearest.
            QueryError: the file is not a query file.
        """
        if name.endswith(SUFFIX):
            return parse(Path(name))
        names = [query.name for query in self.queries]
        if name not in names:
            near = difflib.get_close_matches(name, names, 1)
            hint = f"did you mean {near[0]}?" if near else "kg query lists them"
            raise UnknownName(f"query: {name}: there is no such query: {hint}")
        return self.queries[names.index(name)]


def load(folders: Sequence[Path]) -> Library:
    """Answer the queries of folders and of the groups below them, by group and name.

    Raises:
        QueryError: a file is not a query file.
    """
    found: dict[str, Query] = {}
    for folder in folders:
        for path in sorted(folder.rglob(f"*{SUFFIX}")):
            group = path.parent.relative_to(folder).as_posix()
            found[path.stem] = parse(path, "" if group == "." else group)
    return Library(tuple(sorted(found.values(), key=lambda query: (query.group, query.name))))
