"""What of a saved page no reader sees, or is furniture of its site: menus, page ends, consent.

Elements are followed as browsers nest them, as far as it matters: an end tag ends what was opened
inside, and a paragraph, an item or a cell ends where the next begins.
"""

import html
import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import translate
from functools import lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from lxml.html import defs

from kg.text.markup import BLOCKS, Tag

_FILE: Final = "furniture.toml"
_ROOTS: Final = frozenset({"html", "body", "main"})
"""Scripts uncover these, and questions for consent cover them: both are lost in a saved page."""

_PARTS: Final = frozenset({"article", "aside", "main", "nav", "section"})
"""What has a footer of its own. Source: HTML-AAM 1.0, 3.5 (footer)."""

_CELL: Final = frozenset({"td", "th", "tr", "tbody", "thead", "tfoot"})
_TERM: Final = frozenset({"dt", "dd"})
_ENDED_BY: Final[Mapping[str, frozenset[str]]] = {
    "p": BLOCKS - {"br"},
    "li": frozenset({"li"}),
    "dt": _TERM,
    "dd": _TERM,
    "td": _CELL,
    "th": _CELL,
    "tr": _CELL - {"td", "th"},
}
"""Source: HTML Living Standard, 13.1.2.4 (optional tags)."""

_NEAR: Final = 200
"""How far up an inline element is looked for that ends: the work grows with the page alone."""

_ATTRIBUTE: Final = re.compile(
    r"""([^\s"'<>/=]+) (?: \s* = \s* ( "[^"]*" | '[^']*' | [^\s"'<>`]+ ) )?""", re.VERBOSE
)
_UNSEEN: Final = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.IGNORECASE
)


class _Element(NamedTuple):
    name: str
    hides: bool


@dataclass(slots=True)
class Hidden:
    """Follows the tags of a page, and tells whether what comes next is hidden."""

    _open: list[_Element] = field(default_factory=list)
    _names: Counter[str] = field(default_factory=Counter)
    _hiding: int = 0

    def __bool__(self) -> bool:
        """Answer whether the text after the last tag is hidden."""
        return self._hiding > 0

    def take(self, tag: Tag, markup: str) -> None:
        """Go on by a tag, which reads `markup`."""
        if tag.kind == "open" and tag.name not in defs.empty_tags:
            while self._open and tag.name in _ENDED_BY.get(self._open[-1].name, ()):
                self._pop()
            self._push(tag.name, _attributes(markup))
        elif tag.kind == "close" and self._is_open(tag.name):
            while self._pop() != tag.name:
                pass

    def _push(self, name: str, said: Mapping[str, str]) -> None:
        is_page_end = name == "footer" and not any(self._names[part] for part in _PARTS)
        hides = name not in _ROOTS and (is_page_end or _hides(name, said))
        self._open.append(_Element(name, hides))
        self._names[name] += 1
        self._hiding += hides

    def _pop(self) -> str:
        name, hides = self._open.pop()
        self._names[name] -= 1
        self._hiding -= hides
        return name

    def _is_open(self, name: str) -> bool:
        """Answer whether an end tag ends something: one of an inline element ends no block."""
        if name in BLOCKS or not self._names[name]:
            return self._names[name] > 0
        for element in reversed(self._open[-_NEAR:]):
            if element.name == name or element.name in BLOCKS:
                return element.name == name
        return False


def _attributes(markup: str) -> dict[str, str]:
    """Answer the attributes of a tag; of two of one name the first counts."""
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(markup)[1:]:
        found.setdefault(name.lower(), html.unescape(value.strip("\"'")))
    return found


def _hides(name: str, said: Mapping[str, str]) -> bool:
    furniture = _furniture()
    if name in furniture.elements or "hidden" in said or _UNSEEN.search(said.get("style", "")):
        return True
    if said.get("aria-hidden", "").strip().lower() == "true":
        return True
    if not furniture.roles.isdisjoint(said.get("role", "").lower().split()):
        return True
    called = [said.get("id", ""), *said.get("class", "").split()]
    return any(furniture.consent.match(one.lower()) for one in called if one)


class _Furniture(NamedTuple):
    elements: frozenset[str]
    roles: frozenset[str]
    consent: re.Pattern[str]


@lru_cache(maxsize=1)
def _furniture() -> _Furniture:
    said = tomllib.loads((files("kg.text") / _FILE).read_text("utf-8"))
    consent = re.compile("|".join(map(translate, said["consent"])))
    return _Furniture(frozenset(said["elements"]), frozenset(said["roles"]), consent)
