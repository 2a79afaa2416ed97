"""What the tables of a publisher's pages call their rows and columns: `tables` of its layout."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, Self

_END: Final = r"(?![a-zß-öø-ÿ])"
"""Where a heading ends; a copy may glue what follows to it: "Gender equalityNot targeted"."""

_NOTHING: Final = re.compile(r"[\W_]*")


class Heading(NamedTuple):
    """What the beginning of a text is called here, and where that ends."""

    role: str
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Headings:
    """The words of one kind of table.

    `code` is the pattern of identifiers that begin a row, whose group `statement` is the result
    that the row is of; `doubled` are the roles of values that the layout shows twice.
    """

    roles: Mapping[str, str]
    pattern: re.Pattern[str]
    code: re.Pattern[str] | None = None
    doubled: frozenset[str] = frozenset()

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> Self:
        """Answer the headings that a table of a layout file describes."""
        roles = {
            " ".join(said.split()).casefold(): role
            for role, words in content["headings"].items()
            for said in words
        }
        longest = sorted(roles, key=lambda said: (-len(said), said))
        said = "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in longest)
        return cls(
            roles=roles,
            pattern=re.compile(rf"(?i:{said}){_END}" if said else r"(?!)"),
            code=re.compile(content["code"]) if "code" in content else None,
            doubled=frozenset(content.get("doubled", ())),
        )

    def heading(self, text: str, at: int = 0) -> Heading | None:
        """Answer the longest heading that stands in a text at a place."""
        match = self.pattern.match(text, at)
        if match is None:
            return None
        return Heading(self.roles[" ".join(match[0].split()).casefold()], match.end())

    def all(self, text: str) -> Iterator[tuple[Heading, int]]:
        """Answer the headings in a text, each with its beginning."""
        for match in self.pattern.finditer(text):
            role = self.roles[" ".join(match[0].split()).casefold()]
            yield Heading(role, match.end()), match.start()

    def role(self, text: str) -> str:
        """Answer what a whole text is called here, "" where it is no heading."""
        return self.roles.get(" ".join(text.strip(" \t\xa0:*").split()).casefold(), "")


def says_nothing(text: str) -> bool:
    """Answer whether a text has neither letters nor digits, as the dash of an empty cell."""
    return bool(_NOTHING.fullmatch(text))
