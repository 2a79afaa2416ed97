"""SPARQL templates: files with a documented head and a body with places to fill.

A head is the leading lines that begin with `#`: a title, then `# key: value` lines. In a body
`$name` is a place; a `?name` is the template's own variable and gets a suffix, so that one
template can stand several times in one query. Strings, IRIs and comments are left alone.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

_TOKEN: Final = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*'"
    r"|<[A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*>"
    r"|(?P<comment>#[^\n]*)"
    r"|(?P<mark>[?$])(?P<name>\w+)"
)
_KEY: Final = re.compile(r"#\s*(\w+): (.*)")


@dataclass(frozen=True, slots=True)
class Template:
    """A template: its file's name without the ending, its title, its keys in order, its body."""

    name: str
    title: str
    keys: tuple[tuple[str, str], ...]
    body: str

    def all(self, key: str) -> tuple[str, ...]:
        """Answer all values of a key, in order."""
        return tuple(value for name, value in self.keys if name == key)

    def get(self, key: str, default: str = "") -> str:
        """Answer the value of a key that stands once at most."""
        return next(iter(self.all(key)), default)

    def join(self, members: Iterable[str], places: Mapping[str, str], suffix: str = "") -> str:
        """Answer the members of a list as the keys `each` and `join` say they are written."""
        each = self.get("each", "$member")
        written = (fill(each, {**places, "member": member}, suffix) for member in members)
        return f" {self.get('join')} ".join(written)

    def render(self, places: Mapping[str, str], suffix: str = "") -> str:
        """Answer the body with its places filled and its own variables told apart."""
        return fill(self.body, places, suffix)


def fill(text: str, places: Mapping[str, str], suffix: str = "", marks: str = "$") -> str:
    """Answer SPARQL text with its places filled, its other variables suffixed, no comments.

    `marks` are the marks of a place: in a template `?` always marks a variable of its own.

    Example:
        >>> fill("$this ?p '?p' . # why", {"this": "?focus"}, "_1")
        "?focus ?p_1 '?p' . "
    """

    def replaced(match: re.Match[str]) -> str:
        if match["comment"]:
            return ""
        name = match["name"]
        if not name:
            return match[0]
        own = f"?{name}{suffix}"
        return places.get(name, own) if match["mark"] in marks else own

    return _TOKEN.sub(replaced, text)


def variables(text: str) -> set[str]:
    """Answer the names of the variables and places in SPARQL text, without their marks."""
    return {match["name"] for match in _TOKEN.finditer(text) if match["name"]}


def parse(name: str, text: str) -> Template:
    """Answer the template that a file holds."""
    lines = text.splitlines()
    length = next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines))
    head, body = lines[:length], "\n".join(lines[length:])
    keys = tuple((m[1], m[2].strip()) for line in head if (m := _KEY.fullmatch(line)))
    return Template(name, head[0].removeprefix("#").strip(), keys, body)


@cache
def folder(name: str) -> Mapping[str, Template]:
    """Answer the templates of a folder of this package, by name."""
    entries = sorted(files(__package__).joinpath(name).iterdir(), key=lambda entry: entry.name)
    found = (entry for entry in entries if entry.name.endswith(".rq"))
    stems = ((entry.name.removesuffix(".rq"), entry) for entry in found)
    return {stem: parse(stem, entry.read_text(encoding="utf-8")) for stem, entry in stems}


def frame(name: str, places: Mapping[str, str], members: Iterable[str] = ()) -> str:
    """Answer what surrounds the parts of a query: a template of the folder `frames`, filled."""
    template = folder("frames")[name]
    return template.render({**places, "members": template.join(members, places)})
