"""`kg validate`: a build, or RDF files, against the shapes."""

import sys
from datetime import datetime
from pathlib import Path

import click
import pyoxigraph as ox

from kg import resources, store
from kg.cli import _options
from kg.cli._console import Console
from kg.iris import Iris
from kg.settings import load
from kg.stages import folder as folders
from kg.stages.record import base_of
from kg.validate import Report, Severity, Shapes, reports, validate
from kg.validate.reports import text

_FORMATS = [form.NAME for form in reports.formats()]


@click.command(
    epilog="""\b
Examples:
  kg validate
  kg validate graph.ttl more.nq --format html > report.html
  kg validate kg-out --fail-on warning --as-of 2024-12-31
"""
)
@click.argument("targets", nargs=-1, metavar="[DIR | FILE...]", type=click.Path(path_type=Path))
@_options.config
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", show_default=True)
@_options.fail_on
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), default=None,
    help="The day that rules about the future ask about; without it they are left out.",
)  # fmt: skip
def command(
    *,
    targets: tuple[Path, ...],
    config: Path | None,
    form: str,
    fail_on: str,
    as_of: datetime | None,
) -> int:
    """Check a build (kg-out without an argument), or RDF files, and tell what is wrong where."""
    settings = load(config)
    data, base = _data(targets or (Path("kg-out"),), settings.base)
    folders_of_shapes = (resources.folder("ontology"), resources.folder("shapes"), *settings.shapes)
    report = validate(
        data, Shapes.load(folders_of_shapes), as_of=f"{as_of:%Y-%m-%d}" if as_of else None
    )
    _print(report, form, Iris(base))
    return int(fails(report, fail_on))


def fails(report: Report, fail_on: str) -> bool:
    """Answer whether a report has findings that the user wants to fail on."""
    failing = {
        "never": frozenset[Severity](),
        "violation": frozenset({Severity.VIOLATION}),
        "warning": frozenset({Severity.VIOLATION, Severity.WARNING}),
    }[fail_on]
    return any(finding.severity in failing for finding in report.findings)


def _data(targets: tuple[Path, ...], base: str) -> tuple[ox.Store, str]:
    if len(targets) == 1 and (targets[0].is_dir() or not targets[0].exists()):
        build = folders.opened(targets[0])
        return store.open_read_only(build / "store").quads, base_of(build)
    together = ox.Store()
    for path in targets:
        together.extend(store.in_memory(path).quads)
    return together, base


def _print(report: Report, form: str, iris: Iris) -> None:
    console = Console()
    if form == "text" and console.is_terminal:
        console.print(text.table(report, iris))
    else:
        sys.stdout.buffer.write(reports.find(form).render(report, iris))
