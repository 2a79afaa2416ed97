"""What a code means: the code lists of ontology/codelists/, read one scheme at a time.

Graph:
    <scheme/code> skos:inScheme <scheme> ; skos:notation ; skos:prefLabel ; skos:broader ; skos:exactMatch ; okg:otherRole .
"""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import groupby
from typing import Final, NamedTuple

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg import resources
from kg.errors import UnknownName
from kg.records import LangText
from kg.terms import OKG, PREFIXES, SKOS

_ITSELF: Final = ""


class UnknownScheme(UnknownName):
    """No code list of that name; the message lists those there are."""


class Concept(NamedTuple):
    """A code with its names, one a language, and the IRI of the concept above it ("" if none).

    `exact_match` is the IRI that the owner of the code gave it, "" where that is not known;
    `other_role` that of the role of whom someone in this role works with, "" of other codes.
    """

    iri: str
    scheme_iri: str
    notation: str
    labels: tuple[LangText, ...]
    broader: str = ""
    exact_match: str = ""
    other_role: str = ""
    withdrawn: bool = False


@cache
def schemes() -> tuple[str, ...]:
    """Answer the names of all code lists."""
    folder = resources.folder("ontology") / "codelists"
    return tuple(sorted(path.stem for path in folder.glob("*.ttl")))


def notations(scheme: str) -> frozenset[str]:
    """Answer all codes of a list, withdrawn ones too.

    Raises:
        UnknownScheme: there is no such list.

    Example:
        >>> sorted(notations("OrganisationRole"))
        ['1', '2', '3', '4']
    """
    return frozenset(_concepts(scheme)) - {_ITSELF}


def describe(scheme: str, code: str) -> Concept | None:
    """Answer what is known of a code, or None where the list does not have it.

    Raises:
        UnknownScheme: there is no such list.

    Example:
        >>> describe("ResultType", "2").labels[0]
        LangText(text='Outcome', lang='en')
    """
    return _concepts(scheme).get(code) if code != _ITSELF else None


def names(scheme: str) -> tuple[LangText, ...]:
    """Answer what a list is called, one name a language.

    Raises:
        UnknownScheme: there is no such list.

    Example:
        >>> names("ResultType")[0]
        LangText(text='Result Type', lang='en')
    """
    return _concepts(scheme)[_ITSELF].labels


@cache
def _concepts(scheme: str) -> Mapping[str, Concept]:
    """Answer the codes of a list, and under no code the list itself."""
    if scheme not in schemes():
        raise UnknownScheme(f"code list {scheme}: there is none: use one of {', '.join(schemes())}")
    path = resources.folder("ontology") / "codelists" / f"{scheme}.ttl"
    found: dict[str, Concept] = {}
    by_subject = groupby(parse(path=str(path), format=RdfFormat.TURTLE), lambda q: q.subject.value)
    for iri, quads in by_subject:
        concept = _concept(iri, scheme, quads)
        found[concept.notation] = concept
    return found


def _concept(iri: str, scheme: str, quads: Iterable[Quad]) -> Concept:
    said: dict[str, str] = {}
    labels: list[LangText] = []
    for quad in quads:
        match quad.object:
            case Literal(value=text, language=lang) if quad.predicate.value == SKOS.prefLabel:
                labels.append(LangText(text, lang or ""))
            case Literal(value=value) | NamedNode(value=value):
                said[quad.predicate.value] = value
            case _:
                continue
    return Concept(
        iri=iri,
        scheme_iri=f"{PREFIXES['codelist']}{scheme}",
        notation=said.get(SKOS.notation, ""),
        labels=tuple(labels),
        broader=said.get(SKOS.broader, ""),
        exact_match=said.get(SKOS.exactMatch, ""),
        other_role=said.get(OKG.otherRole, ""),
        withdrawn=OKG.withdrawn in said,
    )
