"""How large a graph is: triples, entities, and how often each class and property is used."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from kg.terms import RDF

_TYPE: Final = f"<{RDF.type}>".encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """Counts of a graph. `classes`: IRI to entities; `properties`: IRI to triples.

    A triple that several graphs hold is one triple and several quads; an entity is a subject.
    """

    quads: int = 0
    triples: int = 0
    entities: int = 0
    graphs: int = 0
    classes: Mapping[str, int] = field(default_factory=dict)
    properties: Mapping[str, int] = field(default_factory=dict)


def count(graph: Path) -> Statistics:
    """Answer the counts of a `graph.nq`, whose lines are canonical and sorted, in one pass."""
    classes, properties, graphs = Counter[bytes](), Counter[bytes](), Counter[bytes]()
    triples = entities = 0
    previous = described = b""
    with graph.open("rb") as lines:
        for line in lines:
            triple, name, _ = line.rsplit(b" ", 2)
            graphs[name] += 1
            if triple == previous:
                continue
            previous = triple
            subject, predicate, term = triple.split(b" ", 2)
            triples += 1
            properties[predicate] += 1
            entities += subject != described
            described = subject
            if predicate == _TYPE:
                classes[term] += 1
    return Statistics(
        quads=graphs.total(),
        triples=triples,
        entities=entities,
        graphs=len(graphs),
        classes=_by_iri(classes),
        properties=_by_iri(properties),
    )


def _by_iri(counts: Counter[bytes]) -> dict[str, int]:
    return {term[1:-1].decode(): counts[term] for term in sorted(counts)}
