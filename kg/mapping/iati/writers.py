"""What writes a value: each datatype answers a function that adds the lines of one published text."""

from collections.abc import Callable
from typing import Final, NamedTuple

from kg import nquads
from kg.identity import keys
from kg.mapping.iati.datatypes import SCALARS, code_terms, listed_code, string
from kg.mapping.iati.writing import Writing, first
from kg.mapping.page import map_narrative
from kg.records import Node, Value
from kg.terms import DCTERMS, OKG

Write = Callable[[Writing, str, Node, Value], None]
"""Adds the lines of a value; the text is the term of the node that the value is said of."""

_PARENT, _CHILD = "1", "2"
RESULT_CLASSES: Final = {"1": OKG.Output, "2": OKG.Outcome, "3": OKG.Impact}


class Field(NamedTuple):
    """What a row of the table says about how its values are written.

    `vocabulary` is the list of the vocabularies that the kind's codes are of; `own` says that
    the values are said of a node of this kind, and not of the one around it.
    """

    path: str
    predicate: str
    datatype: str
    codes: str
    vocabulary: str
    own: bool

    def lists(self) -> dict[str, str]:
        """Answer vocabulary to code list, where another field says which list holds."""
        return dict(part.split("=") for part in self.codes.split())


def scalar(field: Field) -> Write:
    """Write a value whose text alone says what it is."""
    predicate, parse = f" <{field.predicate}> ", SCALARS[field.datatype]
    problem = f"not a {field.datatype}"

    def write(writing: Writing, subject: str, node: Node, value: Value) -> None:  # noqa: ARG001
        term = None if value.problem else parse(value.raw)
        if term is None:
            writing.unread(subject, field.path, value, value.problem or problem)
        else:
            writing.lines.append(f"{subject}{predicate}{term}{writing.end}")

    return write


def lang_string(field: Field) -> Write:
    """Write a text in its language."""
    predicate = f" <{field.predicate}> "

    def write(writing: Writing, subject: str, node: Node, value: Value) -> None:  # noqa: ARG001
        term = nquads.text(value.raw.strip(), value.lang)
        writing.lines.append(f"{subject}{predicate}{term}{writing.end}")

    return write


def prose(field: Field) -> Write:
    """Write a text in its language, and let it wait for extraction.

    The narrative is described, and linked, only where it is read: most texts of most files are not.
    """
    write_text = lang_string(field)

    def write(writing: Writing, subject: str, node: Node, value: Value) -> None:
        write_text(writing, subject, node, value)
        writing.narratives.append(writing.narrative(subject, field.path, value))

    return write


def code(field: Field) -> Write:
    """Write a code of one list."""
    predicate, scheme = f" <{field.predicate}> ", field.codes
    problem = f"not a code of {scheme}"

    def write(writing: Writing, subject: str, node: Node, value: Value) -> None:  # noqa: ARG001
        known = code_terms(scheme).get(value.raw) or listed_code(scheme, value.raw)
        if known is None:
            writing.unread(subject, field.path, value, problem)
        else:
            writing.output.codes.add((scheme, known[0]))
            writing.lines.append(f"{subject}{predicate}{known[1]}{writing.end}")

    return write


def listed(field: Field) -> Write:
    """Write a code of the list that its vocabulary names; of another vocabulary, the text."""
    by_vocabulary = {
        name: code(field._replace(codes=scheme)) for name, scheme in field.lists().items()
    }
    otherwise = unlisted(field)

    def write(writing: Writing, subject: str, node: Node, value: Value) -> None:
        by_vocabulary.get(vocabulary(field, node), otherwise)(writing, subject, node, value)

    return write


def vocabulary(field: Field, node: Node) -> str:
    """Answer which vocabulary a node's code is of, as the newest version calls it."""
    raw = first(node, "vocabulary")
    known = listed_code(field.vocabulary, raw)
    return known[0] if known else raw


def unlisted(field: Field) -> Write:
    """Write a code of a vocabulary that has no list here, as it was published.

    Where the code is said of the node around it, so must be what it is a code of.
    """
    predicate, problem = f" <{OKG.code}> ", "of a vocabulary without a list"

    def write(writing: Writing, subject: str, node: Node, value: Value) -> None:
        if field.own:
            writing.lines.append(f"{subject}{predicate}{string(value.raw)}{writing.end}")
        else:
            beside = field.path.rpartition("/")[0]
            for other in node.values:
                if other.field == "vocabulary":
                    writing.unread(subject, f"{beside}/@vocabulary", other, problem)
            writing.unread(subject, field.path, value, problem)

    return write


def text_code(field: Field) -> Write:
    """Write a code of the narratives beside it, which are described whether they are read or not."""
    write_code = code(field)

    def write(writing: Writing, subject: str, node: Node, value: Value) -> None:
        for text in node.values:
            if text.field == "text":
                narrative = writing.narrative(subject, field.path, text)
                map_narrative(narrative, writing.output)
                term = nquads.iri(writing.output.iris.of("narrative", narrative.id))
                write_code(writing, term, node, value)

    return write


def result_type(field: Field) -> Write:
    """Write the type of a result, and the class that goes with it."""
    write_code = code(field)

    def write(writing: Writing, subject: str, node: Node, value: Value) -> None:
        write_code(writing, subject, node, value)
        class_iri = RESULT_CLASSES.get(value.raw.strip())
        if class_iri:
            writing.output.type(subject, class_iri)

    return write


def relation(field: Field) -> Write:
    """Write how another activity relates, and of a parent or child that one is part of the other."""
    write_code = code(field)

    def write(writing: Writing, subject: str, node: Node, value: Value) -> None:
        write_code(writing, subject, node, value)
        other = nquads.iri(writing.output.iris.of("activity", first(node, "activity")))
        ends = {_PARENT: (writing.subject, other), _CHILD: (other, writing.subject)}
        if first(node, "activity") and value.raw.strip() in ends:
            part, whole = ends[value.raw.strip()]
            writing.output.add(part, DCTERMS.isPartOf, whole)

    return write


def activity(field: Field) -> Write:
    """Write a reference to an activity, which another source may describe."""
    predicate = f" <{field.predicate}> "

    def write(writing: Writing, subject: str, node: Node, value: Value) -> None:  # noqa: ARG001
        out = writing.output
        out.claim(keys.by_id("activity", value.raw), "class", "ActivityReference")
        iri = out.iris.of("activity", value.raw)
        writing.lines.append(f"{subject}{predicate}<{iri}>{writing.end}")

    return write


def outcome(field: Field) -> Write:
    """Write a reference to an outcome, by the identifier that its publisher gave it."""
    predicate = f" <{field.predicate}> "

    def write(writing: Writing, subject: str, node: Node, value: Value) -> None:  # noqa: ARG001
        if value.problem:
            writing.unread(subject, field.path, value, value.problem)
            return
        iri = writing.output.iris.of("outcome", value.raw)
        writing.lines.append(f"{subject}{predicate}<{iri}>{writing.end}")

    return write
