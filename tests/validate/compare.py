"""What the engine and pySHACL find, in a form in which both can be compared."""

from pathlib import Path

import pyoxigraph as ox

from kg.validate import Finding, Shapes, validate
from kg.validate.oracle import Oracle

Result = tuple[str, str, str, str, str, str]


def store(path: Path) -> ox.Store:
    found = ox.Store()
    found.load(path=str(path), format=ox.RdfFormat.TURTLE)
    return found


def results(findings: list[Finding] | tuple[Finding, ...]) -> list[Result]:
    """Answer each result once: focus node, path, value, severity, shape, component."""
    return sorted(
        {(f.focus, f.path, f.value, f.severity.value, f.shape, f.component) for f in findings}
    )


def ours(data: ox.Store, shapes: Shapes, as_of: str = "") -> list[Result]:
    return results(validate(data, shapes, as_of=as_of or None).findings)


def theirs(data: ox.Store, shapes: Shapes, as_of: str = "") -> list[Result]:
    oracle = Oracle.over(data, shapes.classes, shapes.graph, as_of)
    return results(oracle.findings({root.node for root in shapes.roots if root.targets}))
