"""What a validation answers: findings, how many nodes each shape checked, and who checked them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.terms import SH


class Severity(StrEnum):
    """How grave a finding is, the gravest first."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"

    @property
    def iri(self) -> str:
        """The severity as SHACL names it.

        Example:
            >>> Severity.VIOLATION.iri
            'http://www.w3.org/ns/shacl#Violation'
        """
        match self:
            case Severity.VIOLATION:
                return SH.Violation
            case Severity.WARNING:
                return SH.Warning
            case Severity.INFO:
                return SH.Info


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of SHACL validation: what is wrong with which node, and which shape says so.

    `shape` and `component` are IRIs. `focus` and `value` are terms in N-Triples syntax, `path` is
    a SPARQL property path; `path` and `value` are "" where there is none.

    Source: SHACL, section 3.6.2.
    """

    severity: Severity
    focus: str
    path: str
    value: str
    message: str
    shape: str
    component: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many nodes a shape checked: 0 where its targets select nothing, None where it is not known.

    It is not known where pySHACL alone can tell which nodes a target selects.
    """

    shape: str
    nodes: int | None


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
    def counts(self) -> Mapping[Severity, int]:
        """Answer how many findings there are of each severity that occurs, the gravest first."""
        found = Counter(finding.severity for finding in self.findings)
        return {severity: found[severity] for severity in Severity if found[severity]}

    @property
    def unused(self) -> tuple[str, ...]:
        """Answer the shapes that checked no node."""
        return tuple(entry.shape for entry in self.coverage if entry.nodes == 0)


def order(finding: Finding) -> tuple[int, str, str, str, str, str, str]:
    """Answer what findings are sorted by: severity, shape, focus node, path, value."""
    gravity = list(Severity).index(finding.severity)
    return (
        gravity, finding.shape, finding.focus, finding.path, finding.value, finding.message,
        finding.component,
    )  # fmt: skip
