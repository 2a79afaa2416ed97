"""What is at hand while one activity or organisation of a file is written."""

from dataclasses import dataclass, field
from typing import Final

from kg import nquads
from kg.mapping.names import short
from kg.mapping.output import Output
from kg.records import Issue, Key, LangText, Narrative, Node, TextRef, Value
from kg.terms import OKG

_SHORT: Final = 200


@dataclass(slots=True)
class Writing:
    """One record on its way into the output.

    `subject` is its term, `root` the local name with which those of its parts begin, `about` its
    key.
    `publisher` is the reference of who reports it and `country` the only country it is for.
    `end` closes a line; `contents` holds, by identity, the content of nodes once it is known.
    """

    output: Output
    subject: str
    root: str = ""
    about: Key | None = None
    publisher: str = ""
    country: str | None = None
    end: str = field(init=False)
    lines: list[str] = field(init=False)
    issues: dict[tuple[str, str], Issue] = field(default_factory=dict)
    contents: dict[int, str] = field(default_factory=dict)
    narratives: list[Narrative] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Write into the output's lines, each closed with the graph."""
        self.end = f" <{self.output.graph}> ."
        self.lines = self.output.lines

    def unread(self, subject: str, path: str, value: Value, problem: str) -> None:
        """Keep a value that cannot be understood, and report it."""
        out = self.output
        name = short(f"{subject}\n{path}\n{value.raw}")
        node = nquads.iri(out.iris.of("unread", name))
        out.add(subject, OKG.unread, node)
        out.type(node, OKG.UnreadValue)
        out.text(node, OKG.rawValue, value.raw)
        out.text(node, OKG.path, path)
        self.report(path, problem, value.line, value.raw)

    def report(self, path: str, problem: str, line: int, raw: str = "") -> None:
        """Report a value that cannot be understood or is missing; equal ones are counted."""
        known = self.issues.get((path, raw))
        self.issues[path, raw] = Issue(
            code="unread" if raw else "missing",
            message=problem,
            path=path,
            line=known.line if known else line,
            raw=raw.strip()[:_SHORT],
            count=known.count + 1 if known else 1,
        )

    def narrative(self, subject: str, path: str, value: Value) -> Narrative:
        """Answer a text as one that may be read for facts.

        Its name follows from what it is said of, as what, in which language, and its words.
        """
        name = short(f"{subject}\n{value.field}\n{value.lang}\n{value.raw}")
        return Narrative(
            id=name,
            text=TextRef("narrative", name),
            start=0,
            end=len(value.raw),
            raw=value.raw,
            lang=value.lang,
            publisher=self.publisher or None,
            about=self.about,
            country=self.country,
            said_of=subject,
            path=path,
        )


def first(node: Node, name: str) -> str:
    """Answer what a node says of a field, without outer white space; "" where it says nothing."""
    for field_name, raw, *_ in node.values:
        if field_name == name:
            return raw.strip()
    return ""


def texts(node: Node, name: str) -> list[LangText]:
    """Answer the texts of a field on one line each, in all languages."""
    return [LangText(" ".join(v.raw.split()), v.lang) for v in node.values if v.field == name]
