"""The paths that IATI's XML schemas name, with the kind of text that stands there."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from lxml import etree

VERSIONS: Final = ("1.01", "1.02", "1.03", "1.04", "1.05", "2.01", "2.02", "2.03")
_XS: Final = "{http://www.w3.org/2001/XMLSchema}"


class Schema:
    """The activity or organisation schema of one version."""

    def __init__(self, folder: Path, kind: str) -> None:
        self.root = f"iati-{kind}"
        files = (folder / f"{self.root}-schema.xsd", folder / "iati-common.xsd")
        declared = [node for path in files for node in etree.parse(path).getroot()]
        self.elements = {n.get("name"): n for n in declared if n.tag == f"{_XS}element"}
        self.types = {n.get("name"): n for n in declared if n.tag == f"{_XS}complexType"}

    def paths(self) -> Iterator[str]:
        """Answer every element and attribute; a text is an element's path and `/text()`."""
        yield from self._element(self.elements[self.root], self.root)

    def _element(self, declared: Any, path: str) -> Iterator[str]:
        yield path
        type_name = declared.get("type")
        if type_name in self.types:
            yield from self._type(self.types[type_name], path)
        elif type_name:
            yield f"{path}/text()"
        for inner in declared.iterchildren(f"{_XS}complexType"):
            yield from self._type(inner, path)

    def _type(self, declared: Any, path: str) -> Iterator[str]:
        if declared.get("mixed") == "true":
            yield f"{path}/text()"
        for part in self._parts(declared):
            match part.tag.removeprefix(_XS):
                case "element":
                    name = part.get("ref") or part.get("name")
                    element = self.elements[name] if part.get("ref") else part
                    yield from self._element(element, f"{path}/{name}")
                case "attribute":
                    yield f"{path}/@{part.get('ref') or part.get('name')}"
                case "extension" if part.get("base") in self.types:
                    yield from self._type(self.types[part.get("base")], path)
                case "extension":
                    yield f"{path}/text()"

    def _parts(self, declared: Any) -> Iterator[Any]:
        """Answer what a type is made of, without what its elements are made of."""
        for part in declared.iterchildren(tag=etree.Element):
            if part.tag.removeprefix(_XS) in {"element", "attribute", "extension"}:
                yield part
            if part.tag != f"{_XS}element":
                yield from self._parts(part)
