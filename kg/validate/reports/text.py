"""Plain text: the findings of each shape, for a terminal or a log."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import Final

from kg.iris import Iris
from kg.validate.findings import Finding, Report
from kg.validate.messages import short
from kg.validate.reports._groups import groups, remarks, summary, term

NAME: Final = "text"
SUFFIX: Final = ".txt"
MEDIA_TYPE: Final = "text/plain"
_EXAMPLES: Final = 3
_COLUMNS: Final = 100
_MIN_COLUMNS: Final = 20


def render(report: Report, iris: Iris) -> bytes:
    """Answer the report as lines of at most 100 characters, but for names that are longer."""
    return "".join(f"{line}\n" for line in lines(report, iris)).encode()


def lines(report: Report, iris: Iris, columns: int = _COLUMNS) -> Iterator[str]:
    """Answer the report line by line; a line that is not set in begins the findings of a shape."""
    for indent, said in _said(report, iris.base):
        wrapped = textwrap.wrap(
            said,
            max(columns, _MIN_COLUMNS),
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + 2),
            break_long_words=False,
            break_on_hyphens=False,
        )
        yield from wrapped or [""]


def _said(report: Report, base: str) -> Iterator[tuple[int, str]]:
    for group in groups(report, _EXAMPLES):
        yield 0, f"{group.severity} {short(group.shape, base)}: {group.count:,}"
        yield from _examples(group.shown, base)
        if group.more:
            yield 2, group.more
        yield 0, ""
    yield 0, summary(report)
    yield from ((0, remark) for remark in remarks(report, base))


def _examples(findings: Sequence[Finding], base: str) -> Iterator[tuple[int, str]]:
    """Answer each message once, and under it the nodes that it is about."""
    nodes: dict[str, list[str]] = {}
    for finding in findings:
        nodes.setdefault(finding.message, []).append(term(finding.focus, base))
    for message, about in nodes.items():
        yield 2, message
        yield from ((4, node) for node in about)
