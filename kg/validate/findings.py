"""What a validation answers: findings, how many nodes each shape checked, and who checked them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kg.terms import SH

SEVERITIES: Final = (SH.Violation, SH.Warning, SH.Info)
"""The severities of SHACL, the gravest first."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One result of SHACL validation: what is wrong with which node, and which shape says so.

    `severity`, `shape` and `component` are IRIs. `focus` and `value` are terms in N-Triples
    syntax, `path` is a SPARQL property path; `path` and `value` are "" where there is none.

    Source: SHACL, section 3.6.2.
    """

    severity: str
    shape: str
    focus: str
    path: str
    value: str
    message: str
    component: str


@dataclass(frozen=True, slots=True, order=True)
class Coverage:
    """How many nodes a shape checked; `nodes` is 0 where its targets select nothing."""

    shape: str
    nodes: int


@dataclass(frozen=True, slots=True, order=True)
class Fallback:
    """A shape that pySHACL checked, and what in it the engine does not support."""

    shape: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The findings of a validation, the gravest first; `coverage` names every shape with targets.

    `undated` are the shapes that were left out because they ask about a date and none was given.
    """

    findings: tuple[Finding, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    fallbacks: tuple[Fallback, ...] = ()
    undated: tuple[str, ...] = ()

    @property
    def conforms(self) -> bool:
        """Answer whether nothing was found, whatever its severity (SHACL, section 3.6.1.1)."""
        return not self.findings

    @property
    def counts(self) -> Mapping[str, int]:
        """Answer how many findings there are of each severity, the gravest first."""
        found = Counter(finding.severity for finding in self.findings)
        return {severity: found[severity] for severity in sorted(found, key=gravity)}

    @property
    def unused(self) -> tuple[str, ...]:
        """Answer the shapes that checked no node."""
        return tuple(entry.shape for entry in self.coverage if not entry.nodes)


def gravity(severity: str) -> tuple[int, str]:
    """Answer the place of a severity in the order from grave to slight; unknown ones come last.

    Example:
        >>> gravity(SH.Violation) < gravity(SH.Info) < gravity("https://example.org/Hint")
        True
    """
    known = SEVERITIES.index(severity) if severity in SEVERITIES else len(SEVERITIES)
    return known, severity


def order(finding: Finding) -> tuple[tuple[int, str], Finding]:
    """Answer what findings are sorted by: severity, shape, focus node, path, value."""
    return gravity(finding.severity), finding
