"""Plain text: a table with the findings of each shape, for a terminal or a log."""

import io
from collections.abc import Iterator, Sequence
from typing import Final

from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from kg.iris import Iris
from kg.validate.findings import Finding, Report
from kg.validate.messages import short
from kg.validate.reports._groups import groups, remarks, summary, term

NAME: Final = "text"
SUFFIX: Final = ".txt"
MEDIA_TYPE: Final = "text/plain"
_EXAMPLES: Final = 3
_COLUMNS: Final = 100


def render(report: Report, iris: Iris) -> bytes:
    """Answer the report as text of a fixed width, without colours."""
    out = io.StringIO()
    console = Console(file=out, width=_COLUMNS, color_system=None, legacy_windows=False)
    console.print(table(report, iris))
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines()).encode()


def table(report: Report, iris: Iris) -> Group:
    """Answer the report as Rich draws it on a terminal."""
    drawn = Table("severity", "shape", "number", show_lines=True)
    drawn.add_column("what is wrong, and where", overflow="fold")
    for group in groups(report, _EXAMPLES):
        told = "\n".join([*_examples(group.shown, iris.base), *filter(None, [group.more])])
        drawn.add_row(group.severity, short(group.shape, iris.base), f"{group.count:,}", Text(told))
    lines = [summary(report), *remarks(report, iris.base)]
    return Group(*([drawn] if report.findings else []), *map(Text, lines))


def _examples(findings: Sequence[Finding], base: str) -> Iterator[str]:
    """Answer each message once, and under it the nodes that it is about."""
    nodes: dict[str, list[str]] = {}
    for finding in findings:
        nodes.setdefault(finding.message, []).append(term(finding.focus, base))
    for message, about in nodes.items():
        yield message
        yield from (f"  {node}" for node in about)
