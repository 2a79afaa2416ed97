"""IATI files as they are read and mapped in tests."""

from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import RdfFormat, Triple, parse

from kg.documents import Document
from kg.iris import Iris
from kg.mapping.iati import map_node
from kg.mapping.output import Output
from kg.records import Issue, Narrative, Node, Page
from kg.sources import iati


@dataclass
class Mapped:
    """All that comes out of a file."""

    output: Output
    pages: list[Page]
    nodes: list[Node]
    narratives: list[Narrative]
    issues: list[Issue]

    def triples(self) -> set[Triple]:
        """Answer the lines as a parser reads them, without the graph."""
        lines = "\n".join(self.output.lines)
        return {quad.triple for quad in parse(lines, format=RdfFormat.N_QUADS)}


def mapped(place: Path | bytes, key: str = "case.xml") -> Mapped:
    """Read and map a file."""
    document = Document(key=key, sha256="", place=place)
    found = Mapped(Output(Iris().source(key), Iris()), [], [], [], [])
    for record in iati.read(document):
        match record:
            case Page():
                found.pages.append(record)
            case Node():
                found.nodes.append(record)
                for more in map_node(record, found.output):
                    if isinstance(more, Issue):
                        found.issues.append(more)
                    else:
                        found.narratives.append(more)
            case Issue():
                found.issues.append(record)
    return found


def activity(inside: str) -> bytes:
    """Answer a file with one activity."""
    return f'<iati-activities version="2.03"><iati-activity xml:lang="en">{inside}</iati-activity></iati-activities>'.encode()
