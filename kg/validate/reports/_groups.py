"""Findings put together for a reader: those of one severity and shape, and what was looked at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from kg.validate.findings import Finding, Report, Severity
from kg.validate.messages import short


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one severity and shape, and the first of them."""

    severity: Severity
    shape: str
    count: int
    shown: Sequence[Finding]

    @property
    def more(self) -> str:
        """What is said of those that are not shown; "" where all are."""
        left = self.count - len(self.shown)
        return f"and {left:,} more" if left else ""


def groups(report: Report, limit: int) -> Iterator[Group]:
    """Answer the findings in groups, the gravest first, at most `limit` of each shown."""
    together = groupby(report.findings, key=lambda finding: (finding.severity, finding.shape))
    for (severity, shape), found in together:
        shown = list(islice(found, limit))
        yield Group(severity, shape, len(shown) + sum(1 for _ in found), shown)


def term(text: str, base: str) -> str:
    """Answer a term in N-Triples syntax as a reader would write it.

    Example:
        >>> term("<https://example.org/id/place/MX>", "https://example.org/id/")
        'place:MX'
    """
    return short(text[1:-1], base) if text.startswith("<") and text.endswith(">") else text


def summary(report: Report) -> str:
    """Answer in one line how much was checked and what was found."""
    checked = sum(entry.nodes or 0 for entry in report.coverage)
    told = ", ".join(f"{count:,} {severity}" for severity, count in report.counts.items())
    return (
        f"{len(report.coverage):,} shapes checked {checked:,} nodes: {told or 'nothing to report'}."
    )


def remarks(report: Report, base: str) -> Iterator[str]:
    """Answer what a reader must know to trust the report: what was not looked at, and by whom."""
    if report.unused:
        yield (
            f"{len(report.unused):,} of {len(report.coverage):,} shapes found nothing to check:"
            " --format json lists them."
        )
    if report.undated:
        yield f"Left out, for they ask about a date: {_listed(report.undated, base)}."
    for fallback in report.fallbacks:
        yield f"pySHACL checked {short(fallback.shape, base)}: the engine has no {fallback.reason}."


def _listed(shapes: Sequence[str], base: str) -> str:
    return ", ".join(short(shape, base) for shape in shapes)
