"""Constraint components: what SHACL can demand, one SPARQL template in `components/` each.

A component is added by adding its file. Its head says:

* `component`: the IRI that its findings name;
* `parameter`: a predicate, its kind, then `optional` and what stands where it is not given. The
  first is the key: each of its values is a constraint;
* `only`: the values of the key that the file is for, where another file does the rest;
* `on`: `property` where it makes sense on property shapes only;
* `each` and `join`: how the members of a list are written, and what is written between them;
* `value`, `path`: the variables that a finding's value and path are taken from;
* `reports`: `inner` where the inner shape reports by itself what it finds;
* `message`: what a finding says where the shape has no `sh:message`.

Kinds: `term`, `iri`, `class` (with its subclasses), `integer`, `string`, `regex`, `flag` (no
constraint where false), `terms` (a list), `shape`, `shapes` (a list), `siblings`, `properties`,
`select`. They are read by `kg.validate.parameters`.

A body binds `$this` to what it finds wrong. Its places: `$this`, `$value`, `$PATH`, the local
names of the parameters, `$FOCUS` (a pattern that binds `$this` to all focus nodes) and `$VALUES`
(one that binds `$value` to the value nodes of `$this`; empty on a node shape, whose value node is
`$this`). A shape is written as a query for the `$value`s that do not conform to it.
`$FOCUS $VALUES` comes first, and no EXISTS holds a join: Oxigraph plans one anew for each row.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.terms import PREFIXES
from kg.validate import templates
from kg.validate.templates import Template

_LIST_KINDS: Final = frozenset({"terms", "shapes", "siblings", "properties"})
_SHAPE_KINDS: Final = frozenset({"shape", "shapes"})


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a component, or of a target; `default` stands where it is not given."""

    predicate: str
    name: str
    kind: str
    default: str | None = None

    @property
    def is_list(self) -> bool:
        """Whether its members are written as the keys `each` and `join` say."""
        return self.kind in _LIST_KINDS


@dataclass(frozen=True, slots=True)
class Component:
    """A constraint component and its template; the first parameter is its key."""

    iri: str
    template: Template
    parameters: tuple[Parameter, ...]
    only: frozenset[str]

    @property
    def key(self) -> Parameter:
        """The parameter whose values are constraints."""
        return self.parameters[0]

    @property
    def property_only(self) -> bool:
        """Whether it makes sense on property shapes only."""
        return self.template.get("on") == "property"

    @property
    def reports_inner(self) -> bool:
        """Whether the inner shape reports by itself what it finds."""
        return self.template.get("reports") == "inner"


def expand(curie: str) -> str:
    """Answer the IRI that a prefixed name stands for; another word stays as it is.

    Example:
        >>> expand("sh:minCount"), expand("1")
        ('http://www.w3.org/ns/shacl#minCount', '1')
    """
    prefix, _, name = curie.partition(":")
    return PREFIXES[prefix] + name if name and prefix in PREFIXES else curie


def parameters(template: Template) -> tuple[Parameter, ...]:
    """Answer the parameters that the head of a template names."""
    return tuple(_parameter(line) for line in template.all("parameter"))


def _parameter(line: str) -> Parameter:
    curie, kind, *rest = line.split(maxsplit=3)
    default = rest[1] if len(rest) > 1 else "" if rest else None
    return Parameter(expand(curie), curie.partition(":")[2], kind, default)


@cache
def components() -> Mapping[str, tuple[Component, ...]]:
    """Answer the components by the predicate of their key, those for some values only first."""
    found: dict[str, list[Component]] = {}
    for template in templates.folder("components").values():
        only = frozenset(expand(word) for line in template.all("only") for word in line.split())
        component = Component(
            expand(template.get("component")), template, parameters(template), only
        )
        found.setdefault(component.key.predicate, []).append(component)
    return {key: tuple(sorted(same, key=lambda c: not c.only)) for key, same in found.items()}


@cache
def shape_predicates() -> frozenset[str]:
    """Answer the predicates whose values, or the members of whose lists, are shapes."""
    every = (p for same in components().values() for c in same for p in c.parameters)
    return frozenset(p.predicate for p in every if p.kind in _SHAPE_KINDS)


@cache
def targets() -> Mapping[str, tuple[Parameter, Template]]:
    """Answer the kinds of targets, one template in `targets/` each, by their predicate."""
    found = ((parameters(t)[0], t) for t in templates.folder("targets").values())
    return {parameter.predicate: (parameter, template) for parameter, template in found}
