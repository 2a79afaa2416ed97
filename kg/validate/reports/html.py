"""HTML: one page that needs nothing else, readable on a phone, filtered by severity without scripts."""

from collections.abc import Iterator
from html import escape
from importlib.resources import files
from string import Template
from typing import Final

from kg.iris import Iris
from kg.validate.findings import Finding, Report, Severity
from kg.validate.messages import short
from kg.validate.reports._groups import Group, groups, remarks, summary, term

NAME: Final = "html"
SUFFIX: Final = ".html"
MEDIA_TYPE: Final = "text/html"
_EXAMPLES: Final = 200


def render(report: Report, iris: Iris) -> bytes:
    """Answer the page; of each shape the first findings are shown, the rest are counted."""
    page = Template(files(__package__).joinpath("page.html").read_text(encoding="utf-8"))
    return page.substitute(
        summary=escape(summary(report)),
        filters="".join(_filter(severity, report) for severity in Severity),
        remarks="".join(f"<p>{escape(remark)}</p>" for remark in remarks(report, iris.base)),
        groups="".join(_group(group, iris.base) for group in groups(report, _EXAMPLES)),
        coverage="".join(_coverage(report, iris.base)),
    ).encode()


def _filter(severity: Severity, report: Report) -> str:
    count = report.counts.get(severity, 0)
    return (
        f'<label><input type="checkbox" id="{severity}" checked> {severity}'
        f" <b>{count:,}</b></label>"
    )


def _group(group: Group, base: str) -> str:
    rows = "".join(_finding(finding, base) for finding in group.shown)
    more = f"<p>{group.more}: see report.ttl.</p>" if group.more else ""
    return (
        f'<details class="{group.severity}"><summary><b>{group.count:,}</b> '
        f"{escape(short(group.shape, base))} <i>{escape(group.shown[0].message)}</i></summary>"
        f"<ol>{rows}</ol>{more}</details>"
    )


def _finding(finding: Finding, base: str) -> str:
    said = {"path": finding.path, "value": finding.value}
    told = "".join(
        f"<dt>{name}</dt><dd>{escape(term(text, base))}</dd>" for name, text in said.items() if text
    )
    return (
        f"<li><code>{escape(term(finding.focus, base))}</code>"
        f"<p>{escape(finding.message)}</p><dl>{told}</dl></li>"
    )


def _coverage(report: Report, base: str) -> Iterator[str]:
    for entry in report.coverage:
        nodes = "not known" if entry.nodes is None else f"{entry.nodes:,}"
        yield f"<tr><td>{escape(short(entry.shape, base))}</td><td>{nodes}</td></tr>"
