"""Runs compiled shapes over a store."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from itertools import chain

import pyoxigraph as ox

from kg.errors import UsageError
from kg.validate import messages
from kg.validate.classes import Classes, declared
from kg.validate.compiler import Check, Compiler
from kg.validate.distinct import distinct
from kg.validate.findings import Coverage, Finding, Report, order
from kg.validate.queries import select
from kg.validate.shape import Shape, reachable
from kg.validate.shapes import Shapes


def validate(store: ox.Store, shapes: Shapes, *, as_of: str | None = None) -> Report:
    """Answer what the shapes find in the union of all graphs of a store.

    `as_of` is the date (YYYY-MM-DD) that rules with `$asOf` ask about; without it they are left
    out and listed as undated. What the engine does not support is checked by pySHACL, shape by
    shape, and listed as a fallback.

    Raises:
        ShapeError: pySHACL cannot check a shape either.
        UsageError: `as_of` is no date.
    """
    _check_date(as_of)
    store = distinct(store)
    classes = shapes.classes.joined(declared(store))
    compiler = Compiler(shapes.all, classes, as_of or "")
    compiled = [r for r in shapes.roots if r.targets and r.node not in shapes.fallbacks]
    checks = [check for root in compiled for check in compiler.checks(root)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = set(chain.from_iterable(pool.map(partial(_findings, store), checks)))
        coverage = tuple(pool.map(partial(_coverage, store, compiler), shapes.roots))
    found |= set(_by_oracle(store, shapes, classes, as_of or ""))
    return Report(
        findings=tuple(sorted(found, key=order)),
        coverage=coverage,
        fallbacks=tuple(sorted(shapes.fallbacks.values())),
        undated=tuple(sorted(r.iri for r in shapes.roots if not as_of and _dated(shapes, r))),
    )


def _check_date(as_of: str | None) -> None:
    try:
        date.fromisoformat(as_of or "2000-01-01")
    except ValueError as error:
        raise UsageError(f"as of: {as_of}: not a day: write it as YYYY-MM-DD") from error


def _findings(store: ox.Store, check: Check) -> list[Finding]:
    """Answer what a check finds; the store lets other threads run while it looks."""
    return [_finding(check, row) for row in select(store, check.query, check.prefixes)]


def _finding(check: Check, row: ox.QuerySolution) -> Finding:
    found = {name: row[column] for name, column in check.columns.items()}
    words = {name: messages.readable(term) for name, term in found.items() if term is not None}
    path, value = found.get("path"), found.get("value")
    return Finding(
        severity=check.shape.severity,
        shape=check.shape.iri,
        focus=str(found["this"]),
        path=str(path) if path else check.shape.path,
        value=str(value) if value is not None else "",
        message=messages.fill(check.message, {**check.words, **words}),
        component=check.component,
    )


def _coverage(store: ox.Store, compiler: Compiler, root: Shape) -> Coverage:
    if not root.targets:
        return Coverage(root.iri, None if root.unsupported else 0)
    (row,) = select(store, compiler.coverage(root))
    return Coverage(root.iri, int(row["nodes"].value))


def _dated(shapes: Shapes, root: Shape) -> bool:
    return any(c.dated for shape in reachable(shapes.all, root.node) for c in shape.constraints)


def _by_oracle(store: ox.Store, shapes: Shapes, classes: Classes, as_of: str) -> Iterator[Finding]:
    if shapes.fallbacks:
        from kg.validate.oracle import Oracle  # noqa: PLC0415  # rdflib is slow to import

        oracle = Oracle.over(store, classes, shapes.graph, as_of)
        yield from oracle.findings(shapes.fallbacks.keys())
