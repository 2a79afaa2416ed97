"""Plain text: a table with the findings of each shape, for a terminal or a log."""

import io
from typing import Final

from rich.console import Console, Group
from rich.table import Table

from kg.iris import Iris
from kg.validate.findings import Report
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
    drawn = Table("severity", "shape", "number", "what is wrong, and where", show_lines=True)
    for group in groups(report, _EXAMPLES):
        told = [f"{term(f.focus, iris.base)}\n  {f.message}" for f in group.shown]
        said = "\n".join([*told, group.more] if group.more else told)
        drawn.add_row(group.severity.value, short(group.shape, iris.base), f"{group.count:,}", said)
    lines = [summary(report), *remarks(report, iris.base)]
    return Group(*([drawn] if report.findings else []), *lines)
