"""What a document leaves behind: lines of its graph, claims about things, codes that it used."""

from dataclasses import dataclass, field

from kg import nquads
from kg.iris import Iris, concept, token
from kg.records import Claim, Key
from kg.terms import RDF


@dataclass(slots=True)
class Output:
    """Collects the lines of one graph; `graph` is its IRI.

    A subject is a term (`nquads.iri(...)` or `iris.token(...)`), a predicate an IRI of
    `kg.terms`; `lines` are whole lines without the line end, in no order and with repeats.
    """

    graph: str
    iris: Iris
    lines: list[str] = field(default_factory=list)
    claims: set[Claim] = field(default_factory=set)
    codes: set[tuple[str, str]] = field(default_factory=set)

    def add(self, subject: str, predicate: str, term: str) -> None:
        """Add a triple whose subject and object are terms."""
        self.lines.append(f"{subject} <{predicate}> {term} <{self.graph}> .")

    def type(self, subject: str, class_iri: str) -> None:
        """Add the class of a thing."""
        self.add(subject, RDF.type, f"<{class_iri}>")

    def text(self, subject: str, predicate: str, value: str, lang: str = "") -> None:
        """Add a text, tagged where its language is known."""
        self.add(subject, predicate, nquads.text(value, lang))

    def typed(self, subject: str, predicate: str, value: str, datatype: str) -> None:
        """Add a typed value in its canonical lexical form."""
        self.add(subject, predicate, nquads.typed(value, datatype))

    def code(self, subject: str, predicate: str, scheme: str, code: str) -> None:
        """Add a code of a code list, which will then be described in the graph."""
        self.codes.add((scheme, code))
        self.add(subject, predicate, f"<{concept(scheme, code)}>")

    def thing(self, subject: str, predicate: str, key: Key) -> None:
        """Add a thing by its key; its IRI is decided when all documents are known."""
        self.add(subject, predicate, token(key))

    def claim(self, key: Key, aspect: str, value: str, lang: str = "") -> None:
        """Add what this document says about the identity of a thing."""
        self.claims.add(Claim(key, aspect, value, lang))
