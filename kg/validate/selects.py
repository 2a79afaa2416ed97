"""`sh:sparql` constraints: the query of a rule, its prefixes, and whether it asks about a date.

Source: SHACL, section 5 and appendix A (pre-binding).
"""

import re
from collections.abc import Mapping
from typing import Final

import pyoxigraph as ox

from kg import nquads
from kg.terms import OWL, PREFIXES, SH, XSD
from kg.validate.graph import ShapesGraph
from kg.validate.parameters import Unsupported
from kg.validate.statements import Term
from kg.validate.templates import fill, variables

AS_OF: Final = "asOf"

_MARKS: Final = "?$"
_PREBOUND: Final = ("this", "PATH", "currentShape")
_PREFIX: Final = re.compile(r"\s*PREFIX\s+([\w.-]*):\s*<([^>]*)>", re.IGNORECASE)
_QUOTED: Final = re.compile(r"\"[^\"]*\"|'[^']*'|<[^>\s]*>")
_FORBIDDEN: Final = re.compile(r"(?<![?$:\w])(MINUS|SERVICE|VALUES)(?![:\w])", re.IGNORECASE)
_INNER: Final = re.compile(r"(?<![?$:\w])SELECT(?![:\w])([^{]*)", re.IGNORECASE)
_REBOUND: Final = re.compile(r"\bAS\s+[?$](this|currentShape|shapesGraph)\b", re.IGNORECASE)


def check(graph: ShapesGraph, shape: Term, select: Term) -> None:
    """Refuse what SHACL forbids in a rule, because it would mean something else there.

    Raises:
        ShapeError: the query uses a word that SHACL forbids.
        Unsupported: it asks for the shapes graph.
    """
    text = _QUOTED.sub("", fill(select.value, {}))
    if found := _FORBIDDEN.search(text) or _REBOUND.search(text):
        raise graph.error(
            shape, f"{found[0]} in sh:select, where SHACL forbids it: write OPTIONAL and FILTER"
        )
    inner = _INNER.findall(text)[1:]
    if any("*" not in listed and "this" not in variables(listed) for listed in inner):
        raise graph.error(shape, "an inner SELECT in sh:select does not answer $this: add it")
    if "shapesGraph" in variables(select.value):
        raise Unsupported("$shapesGraph in sh:select")


def dated(select: Term) -> bool:
    """Answer whether a query asks about a date."""
    return AS_OF in variables(select.value)


def with_date(select: str, as_of: str) -> str:
    """Answer a query that says the date itself, and else keeps its places.

    Example:
        >>> with_date("SELECT $this WHERE { $this $PATH $asOf }", "2021-01-31")
        'SELECT $this WHERE { $this $PATH "2021-01-31"^^<http://www.w3.org/2001/XMLSchema#date> }'
    """
    places = {name: f"${name}" for name in variables(select)}
    return fill(select, places | {AS_OF: _date(as_of)}, marks=_MARKS)


def embedded(select: str, places: Mapping[str, str], as_of: str, suffix: str) -> str:
    """Answer a query as it stands inside another, over the focus nodes that `$this` stands for."""
    given = {name: places[name] for name in _PREBOUND} | {AS_OF: _date(as_of)}
    return fill(split(select)[1], given, suffix, _MARKS)


def _date(as_of: str) -> str:
    return nquads.typed(as_of, XSD.date)


def split(select: str) -> tuple[Mapping[str, str], str]:
    """Answer the prefixes that a query declares, and the query without them.

    Example:
        >>> split("PREFIX e: <http://e/> SELECT $this WHERE { $this e:p 1 }")
        ({'e': 'http://e/'}, ' SELECT $this WHERE { $this e:p 1 }')
    """
    prefixes: dict[str, str] = {}
    rest = select
    while match := _PREFIX.match(rest):
        prefixes[match[1]] = match[2]
        rest = rest[match.end() :]
    return prefixes, rest


def prefixes(graph: ShapesGraph, node: Term, select: str) -> Mapping[str, str]:
    """Answer the prefixes that hold in a rule: those of `sh:prefixes` and its own.

    Raises:
        Unsupported: a prefix that the templates use means something else here.
    """
    found: dict[str, str] = {}
    open_ = graph.objects(node, SH.prefixes)[:]
    seen: set[Term] = set()
    while open_:
        ontology = open_.pop()
        if ontology not in seen:
            seen.add(ontology)
            open_ += graph.objects(ontology, OWL.imports)
            found |= _declared(graph, ontology)
    found |= split(select)[0]
    for prefix in found.keys() & PREFIXES.keys():
        if found[prefix] != PREFIXES[prefix]:
            raise Unsupported(f"another meaning of the prefix {prefix}:")
    return found


def _declared(graph: ShapesGraph, ontology: Term) -> dict[str, str]:
    found: dict[str, str] = {}
    for declaration in graph.objects(ontology, SH.declare):
        if not isinstance(declaration, ox.Literal):
            prefix = graph.one(declaration, SH.prefix)
            namespace = graph.one(declaration, SH.namespace)
            if prefix is None or namespace is None:
                raise graph.error(ontology, "sh:declare without sh:prefix or sh:namespace: add it")
            found[prefix.value] = namespace.value
    return found
