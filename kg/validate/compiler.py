"""Compiles shapes to SPARQL: one query a constraint, whose rows are all that it finds wrong.

An inner shape becomes a query for the nodes that do not conform to it, over the value nodes of
the outer one; nothing is correlated, so that every part is joined as a set.
"""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kg.terms import PREFIXES
from kg.validate import messages
from kg.validate.classes import Classes
from kg.validate.components import Parameter
from kg.validate.scope import THIS, Focus, Scope
from kg.validate.selects import embedded
from kg.validate.shape import Constraint, Shape, Target, reachable
from kg.validate.statements import Term
from kg.validate.templates import fill, frame, variables


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A query whose rows are what one constraint of a shape finds.

    `columns` are the query's variables by what they are: `this`, `value`, `path`, or a word of
    the message. `words` are the words of the message that are the same in each row.
    """

    shape: Shape
    component: str
    message: str
    query: str
    prefixes: Mapping[str, str]
    columns: Mapping[str, str]
    words: Mapping[str, str]


@dataclass(slots=True)
class Compiler:
    """Compiles the shapes of one graph. `as_of` is the date asked about, "" for none."""

    shapes: Mapping[Term, Shape]
    classes: Classes
    as_of: str = ""
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def checks(self, root: Shape) -> Iterator[Check]:
        """Answer the checks of a shape and of the property shapes that report by themselves."""
        yield from self._checks(self._scope(root, self._focus(root)))

    def coverage(self, root: Shape) -> str:
        """Answer the query that counts the focus nodes of a shape."""
        focus = self._focus(root)
        return frame("coverage", {"this": focus.this, "FOCUS": focus.pattern})

    def undated(self, constraint: Constraint) -> bool:
        """Answer whether a constraint asks about a date, and none was given."""
        inner = (s for node in constraint.inner for s in reachable(self.shapes, node))
        asked = (constraint, *(c for shape in inner for c in shape.constraints))
        return not self.as_of and any(c.dated for c in asked)

    def _focus(self, root: Shape) -> Focus:
        patterns = [self._target(target) for target in root.targets]
        return Focus(frame("focus", {}, patterns) if len(patterns) > 1 else patterns[0])

    def _target(self, target: Target) -> str:
        is_class = target.parameter.kind == "class"
        text = self._classes(target.term) if is_class else str(target.term)
        return target.template.render({"this": THIS, target.parameter.name: text}, self._suffix())

    def _scope(self, shape: Shape, focus: Focus) -> Scope:
        return Scope(shape, focus, self._suffix())

    def _suffix(self) -> str:
        return f"_{next(self._numbers)}"

    def _checks(self, scope: Scope) -> Iterator[Check]:
        for constraint in scope.shape.constraints:
            if constraint.component.reports_inner:
                for node in constraint.inner:
                    values = self._scope(scope.shape, scope.focus).values
                    yield from self._checks(self._scope(self.shapes[node], values))
            elif not self.undated(constraint):
                yield self._check(constraint, self._scope(scope.shape, scope.focus))

    def _check(self, constraint: Constraint, scope: Scope) -> Check:
        body = self._body(constraint, scope)
        message = scope.shape.message or constraint.message or _default(constraint)
        columns = _columns(constraint, scope)
        free = messages.names(message) - {"this", "value", "path"} - constraint.arguments.keys()
        columns |= {n: v for n in free if (v := f"{n}{scope.suffix}") in variables(body)}
        listed = " ".join(f"?{name}" for name in sorted(set(columns.values())))
        return Check(
            shape=scope.shape,
            component=constraint.component.iri,
            message=message,
            query=frame("violations", {"columns": listed, "body": body}),
            prefixes=PREFIXES | self._prefixes(constraint),
            columns=columns,
            words=_words(constraint),
        )

    def _prefixes(self, constraint: Constraint) -> dict[str, str]:
        found = dict(constraint.prefixes)
        for node in constraint.inner:
            for shape in reachable(self.shapes, node):
                for inner in shape.constraints:
                    found |= inner.prefixes
        return found

    def _body(self, constraint: Constraint, scope: Scope) -> str:
        """Answer the pattern that binds the focus nodes at which a constraint is broken."""
        parameters = constraint.component.parameters
        arguments = {p.name: self._argument(p, constraint, scope) for p in parameters}
        places = scope.places() | arguments
        return constraint.component.template.render(places, scope.suffix)

    def _argument(self, parameter: Parameter, constraint: Constraint, scope: Scope) -> str:
        terms = constraint.arguments.get(parameter.name)
        if terms is None:
            return parameter.default or ""
        members = [self._term(parameter, term, scope) for term in terms]
        if not parameter.is_list:
            return "".join(members)
        return constraint.component.template.join(members, scope.places(), scope.suffix)

    def _term(self, parameter: Parameter, term: Term, scope: Scope) -> str:
        """Answer how one term of an argument is written, by the kind of the parameter."""
        match parameter.kind:
            case "shape" | "shapes" | "siblings":
                return self._failing(self.shapes[term], scope.values)
            case "class":
                return self._classes(term)
            case "select":
                return embedded(term.value, scope.places(), self.as_of, scope.suffix)
            case _:
                return str(term)

    def _classes(self, top: Term) -> str:
        return " ".join(map(str, self.classes.below(top)))

    def _failing(self, shape: Shape, focus: Focus) -> str:
        """Answer the query for the focus nodes that do not conform to a shape."""
        asked = [c for c in shape.constraints if not self.undated(c)]
        bodies = [self._body(constraint, self._scope(shape, focus)) for constraint in asked]
        return frame("failing", {"this": focus.this}, bodies)


def _default(constraint: Constraint) -> str:
    """Answer the message of a component; a query may bring one of its own."""
    selects = constraint.arguments.get("sparql", ())
    if any("message" in variables(select.value) for select in selects):
        return "{?message}"
    return constraint.component.template.get("message")


def _columns(constraint: Constraint, scope: Scope) -> dict[str, str]:
    template, places = constraint.component.template, scope.places()
    said = {key: template.get(key) for key in ("value", "path") if template.get(key)}
    found = {key: fill(text, places, scope.suffix) for key, text in said.items()}
    return {
        name: text.removeprefix("?") for name, text in {"this": scope.focus.this, **found}.items()
    }


def _words(constraint: Constraint) -> dict[str, str]:
    return {
        name: ", ".join(messages.readable(term) for term in terms)
        for name, terms in constraint.arguments.items()
    }
