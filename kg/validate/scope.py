"""Where a constraint looks: the focus nodes of a shape, its value nodes, and their variables."""

from dataclasses import dataclass
from typing import Final

from kg.validate.shape import Shape
from kg.validate.templates import frame

THIS: Final = "?this"


@dataclass(frozen=True, slots=True)
class Focus:
    """The focus nodes of a shape: a pattern, and the variable that it binds to them."""

    pattern: str
    this: str = THIS


@dataclass(frozen=True, slots=True)
class Scope:
    """A shape over its focus nodes. `suffix` tells its variables from those of other scopes."""

    shape: Shape
    focus: Focus
    suffix: str

    @property
    def value(self) -> str:
        """The variable of the value nodes; a node shape's value node is its focus node."""
        return f"?value{self.suffix}" if self.shape.path else self.focus.this

    @property
    def values(self) -> Focus:
        """The value nodes as the focus nodes of an inner shape."""
        if not self.shape.path:
            return self.focus
        return Focus(frame("population", self.places()), self.value)

    def places(self) -> dict[str, str]:
        """Answer what the places that every template has stand for."""
        this, path = self.focus.this, self.shape.path
        return {
            "this": this,
            "value": self.value,
            "PATH": path,
            "FOCUS": self.focus.pattern,
            "VALUES": f"{this} {path} {self.value} ." if path else "",
            "currentShape": str(self.shape.node),
        }
