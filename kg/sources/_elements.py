"""The table of a standard as a tree of elements, for a reader that meets them in a file."""

from dataclasses import dataclass, field
from functools import cache
from typing import Final, NamedTuple

from kg.standard import iati
from kg.standard.iati import IN_LANGUAGE, NARRATIVE, Row

XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_NAMESPACED: Final = {
    "xml:lang": XML_LANG,
    "xsi:noNamespaceSchemaLocation": "{http://www.w3.org/2001/XMLSchema-instance}noNamespaceSchemaLocation",
    "xsi:schemaLocation": "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation",
}


class Default(NamedTuple):
    """What holds of a field that an element does not state: a value, or a field of the record."""

    field: str
    value: str
    inherited: str


@dataclass(slots=True)
class Element:
    """What a reader does with one element: `path` is where it stands in the file.

    `kind` is that of the node it becomes, or "" where its values belong to the node around it.
    `text` is the field of its own text, `narrative` the field of a text that later versions hold
    in narrative elements; of an ignored text and attribute the field is "", of an unknown None.
    """

    path: str
    kind: str = ""
    text: str | None = None
    narrative: str | None = None
    in_language: bool = False
    is_fallback: bool = False
    attributes: dict[str, str] = field(default_factory=dict)
    children: dict[str, "Element"] = field(default_factory=dict)
    defaults: list[Default] = field(default_factory=list)

    def child(self, name: str) -> "Element":
        """Answer the element of that name in this one, made where it is not yet there."""
        return self.children.setdefault(name, Element(f"{self.path}/{name}"))


@cache
def element(kind: str) -> Element:
    """Answer the element of a whole file of activities or of organisations."""
    root = Element(iati.ROOTS[kind], kind)
    for row in iati.rows()[kind]:
        _place(row, root)
    _mark_fallbacks(root)
    return root


def _place(row: Row, around: Element) -> None:
    """Take in a row whose path begins at an element."""
    *above, last = (row.path or ".").split("/")
    parent = around
    for name in above:
        parent = parent.child(name)
    if last.startswith("@"):
        parent.attributes[_NAMESPACED.get(last[1:], last[1:])] = row.field
    elif row.path:
        _place_element(row, parent, parent if last == "." else parent.child(last))
    if row.default:
        constant = row.default.startswith("=")
        value, inherited = (row.default[1:], "") if constant else ("", row.default)
        around.defaults.append(Default(row.field, value, inherited))


def _place_element(row: Row, parent: Element, at: Element) -> None:
    if row.kind:
        at.kind = row.kind
        for inner in iati.rows()[row.kind]:
            _place(inner, at)
        return
    at.text = row.field
    at.in_language = row.datatype in IN_LANGUAGE
    if at is parent.children.get(NARRATIVE):
        parent.narrative = row.field


def _mark_fallbacks(at: Element) -> None:
    at.is_fallback = bool(at.text) and at.text in at.attributes.values()
    for child in at.children.values():
        _mark_fallbacks(child)
