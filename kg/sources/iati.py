"""IATI activity and organisation files, any version, as nodes that the standard's table names.

One activity is in memory at a time. What the table does not name is counted by path; what stands
before a break in the file is kept. Values stay as they are published: what they mean is for the
mapping to say. Two rules of the standard are applied here, since they need the elements around:
a text without a language is in that of its activity, an amount without a currency in its default.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from lxml import etree

from kg.codelists import notations
from kg.documents import Document
from kg.errors import SourceError
from kg.records import Issue, Node, Page, Record, Value
from kg.sources._elements import XML_LANG, Element, element
from kg.sources._xml import XmlStream, root_name, xml_stream
from kg.standard.iati import ACTIVITIES, ORGANISATIONS, ROOTS, rows

NAME: Final = "iati"
PRIORITY: Final = 10
_RECORDS: Final = {"iati-activity": ACTIVITIES, "iati-organisation": ORGANISATIONS}
_FILES: Final = {root: kind for kind, root in ROOTS.items()} | _RECORDS
_PAGE_KINDS: Final = {ACTIVITIES: "iati-activity", ORGANISATIONS: "iati-organisation"}
_SHORT: Final = 200


def recognises(document: Document, head: bytes) -> bool:  # noqa: ARG001  by content alone
    """Answer whether the first element is one of IATI's."""
    return root_name(head) in _FILES


def read(document: Document) -> Iterator[Record | Issue]:
    """Answer what the file is, a node for the file and for each activity or organisation, issues.

    Raises:
        SourceError: the file declares entities, or breaks before its first element.
    """
    with document.open() as raw:
        reading = _Reading(document.key)
        yield from reading.records(xml_stream(raw))
        yield from reading.issues()


@dataclass(slots=True)
class _Reading:
    """One pass through a file."""

    key: str
    lang: str = ""
    record: Node | None = None
    counted: dict[tuple[str, str], Issue] = field(default_factory=dict)

    def records(self, stream: XmlStream) -> Iterator[Record | Issue]:
        """Answer the records up to the end, or to the break."""
        events = _events(stream)
        root = self._root(events)
        plan = self._begin(root)
        begun = root if root.tag in _RECORDS else None
        ended = None
        yield Page(kind=_PAGE_KINDS[plan.kind], lang=self.lang)
        if begun is None:
            yield self._file(root, plan)
        try:
            for event, xml in events:
                if event == "start":
                    begun = xml if begun is None and xml.tag in plan.children else begun
                elif xml is begun:
                    begun = None
                    yield self._record(xml, plan)
                    self._forget(xml, plan)
                elif xml is root:
                    self._count_others(root, plan)
                else:
                    ended = xml
        except (etree.XMLSyntaxError, UnicodeError) as error:
            yield from self._up_to_break(begun, ended, plan)
            yield _broken(error)

    def issues(self) -> Iterator[Issue]:
        """Answer what was counted, one issue a path, in the order in which they were first met."""
        yield from self.counted.values()

    def _root(self, events: Iterator[tuple[str, Any]]) -> Any:
        """Answer the first element, of which only the attributes are known yet."""
        try:
            return next(events)[1]
        except (etree.XMLSyntaxError, UnicodeError) as error:
            raise SourceError(
                f"{self.key}: not XML ({getattr(error, 'msg', error)}): mend the file"
            ) from error
        except StopIteration:
            raise SourceError(
                f"{self.key}: its elements are of another namespace: remove it, IATI has none"
            ) from None

    def _begin(self, root: Any) -> Element:
        declared = root.getroottree().docinfo.internalDTD
        if declared is not None and any(declared.iterentities()):
            raise SourceError(f"{self.key}: declares entities: remove them, IATI needs none")
        plan = element(_FILES[root.tag])
        self.lang = self._tag(root.get(XML_LANG, ""), plan, root)
        return plan

    def _file(self, root: Any, plan: Element) -> Node:
        """Answer the node of the file itself, whose elements are nodes of their own."""
        node = Node(kind=plan.kind, line=root.sourceline)
        self._read_attributes(node, root, plan, self.lang)
        return node

    def _record(self, xml: Any, plan: Element) -> Node:
        of_record = plan.children[xml.tag]
        self.record = Node(kind=of_record.kind, line=xml.sourceline)
        self._fill(self.record, xml, of_record, self.lang)
        return self.record

    def _forget(self, xml: Any, plan: Element) -> None:
        """Drop what stands before a record, so that memory stays flat.

        What comes behind it may be parsed already, and the text behind it may not be.
        """
        around = xml.getparent()
        if around is not None:
            before = list(xml.itersiblings(preceding=True))
            self._count_others(reversed(before), plan)
            for other in before:
                around.remove(other)

    def _count_others(self, elements: Iterable[Any], plan: Element) -> None:
        """Count what stands in the file beside records."""
        for xml in elements:
            if xml.tag not in plan.children:
                self._unhandled(xml, plan)
            self._count_tail(xml, plan)

    def _up_to_break(self, begun: Any, ended: Any, plan: Element) -> Iterator[Record]:
        """Answer what is whole of the record that breaks off: all children that came to an end."""
        if begun is not None and len(begun):
            if begun[-1] is not ended:
                begun.remove(begun[-1])
            node = self._record(begun, plan)
            if any(value.field == "identifier" for value in node.values):
                yield node

    def _fill(self, node: Node, xml: Any, plan: Element, lang: str) -> None:
        """Read an element and those inside it into a node."""
        lang = self._read_attributes(node, xml, plan, lang)
        text = xml.text
        if text and not text.isspace():
            self._text(node, xml, plan, lang)
        children = plan.children
        for child in xml:
            inner = children.get(child.tag)
            if inner is None:
                self._unhandled(child, plan)
            elif inner.kind:
                part = Node(kind=inner.kind, line=child.sourceline)
                self._fill(part, child, inner, lang)
                if inner.defaults:
                    self._add_defaults(part, inner)
                node.parts.append(part)
            else:
                self._fill(node, child, inner, lang)
            self._count_tail(child, plan)

    def _read_attributes(self, node: Node, xml: Any, plan: Element, lang: str) -> str:
        """Read the attributes, and answer the language that holds inside the element."""
        known, values = plan.attributes, node.values
        for name, raw in xml.items():
            if name == XML_LANG:
                lang = self._tag(raw, plan, xml)
            field_name = known.get(name)
            if field_name:
                if raw and not raw.isspace():
                    values.append(Value(field_name, raw, "", xml.sourceline))
            elif field_name is None and name != XML_LANG:
                self._unknown(f"{plan.path}/@{name}", name, xml.sourceline, raw)
        return lang

    def _text(self, node: Node, xml: Any, plan: Element, lang: str) -> None:
        raw = xml.text if plan.children or not len(xml) else "".join(xml.itertext())
        if plan.text and not (plan.is_fallback and any(v.field == plan.text for v in node.values)):
            tag = lang if plan.in_language else ""
            node.values.append(Value(plan.text, raw, tag, xml.sourceline))
        elif plan.narrative:
            node.values.append(Value(plan.narrative, raw, lang, xml.sourceline))
        elif plan.text is None:
            self._count("not-handled", f"{plan.path}/text()", xml.sourceline, raw)

    def _add_defaults(self, node: Node, plan: Element) -> None:
        """Add what holds of a node that does not say it: a constant, even of one that is empty."""
        says_something = bool(node.values or node.parts)
        for name, value, inherited in plan.defaults:
            if all(v.field != name for v in node.values):
                raw = value or (self._inherited(inherited) if says_something else "")
                if raw:
                    node.values.append(Value(name, raw, "", node.line))

    def _inherited(self, name: str) -> str:
        assert self.record is not None
        return next((v.raw for v in self.record.values if v.field == name), "")

    def _count_tail(self, xml: Any, plan: Element) -> None:
        """Count text that stands behind an element."""
        tail = xml.tail
        if tail and not tail.isspace():
            self._count("not-handled", f"{plan.path}/text()", xml.sourceline, tail)

    def _unhandled(self, xml: Any, plan: Element) -> None:
        """Count an element that the table does not name, with what stands in it if it is IATI's."""
        name = xml.tag if isinstance(xml.tag, str) else xml.text  # a reference such as &copy;
        path = f"{plan.path}/{name}"
        self._unknown(path, name, xml.sourceline, xml.text or "")
        if name.startswith("{"):
            return
        inside = Element(path)
        for name, raw in xml.items():
            if name != XML_LANG:
                self._unknown(f"{path}/@{name}", name, xml.sourceline, raw)
        for child in xml:
            self._unhandled(child, inside)

    def _unknown(self, path: str, name: str, line: int, raw: str) -> None:
        self._count("extension" if name.startswith("{") else "not-handled", path, line, raw)

    def _count(self, code: str, path: str, line: int | None, raw: str) -> None:
        known = self.counted.get((code, path))
        self.counted[code, path] = Issue(
            code=code,
            message=_MESSAGES[code],
            path=path,
            line=known.line if known else line,
            raw=known.raw if known else raw.strip()[:_SHORT],
            count=known.count + 1 if known else 1,
        )

    def _tag(self, raw: str, plan: Element, xml: Any) -> str:
        """Answer a language tag, or "" where its language is not one of the standard's list."""
        tag = raw.strip().lower()
        if tag and tag.partition("-")[0] not in notations("Language"):
            self._count("language", f"{plan.path}/@xml:lang", xml.sourceline, raw)
            return ""
        return tag


_MESSAGES: Final = {
    "not-handled": "not read: nothing here knows what it means",
    "extension": "not read: of another namespace",
    "language": "not a language of ISO 639-1: the text stays without one",
}


def _broken(error: Exception) -> Issue:
    """Answer where and why a file could not be read on."""
    line, column = getattr(error, "position", (None, None))
    message = getattr(error, "msg", None) or str(error)
    for entry in () if line else getattr(error, "error_log", ()):
        line, column, message = entry.line, entry.column, entry.message
    return Issue(code="broken", message=message, line=line, column=column)


@cache
def _tags() -> tuple[str, ...]:
    """Answer the elements of files, of records, and those of which records consist."""
    kinds = (record.kind for file in ROOTS for record in element(file).children.values())
    parts = (row.path.partition("/")[0] for kind in kinds for row in rows()[kind])
    return (*_FILES, *sorted({part for part in parts if part and not part.startswith("@")}))


def _events(stream: XmlStream) -> Iterator[tuple[str, Any]]:
    """Answer the beginning and the end of the file, of each record and of what it consists of."""
    events: Iterator[tuple[str, Any]] = etree.iterparse(
        stream,
        events=("start", "end"),
        tag=_tags(),
        encoding=stream.encoding,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    return events
