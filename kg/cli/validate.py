"""`kg validate`: a build, or RDF files, against the shapes."""

import sys
from datetime import datetime
from pathlib import Path

import click
import pyoxigraph as ox
from click.core import ParameterSource

from kg import resources, store
from kg.cli import _options
from kg.cli._console import Console
from kg.errors import UsageError
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
@_options.directory
@click.argument("targets", nargs=-1, metavar="[DIR | FILE...]", type=click.Path(path_type=Path))
@_options.config
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", show_default=True)
@_options.fail_on
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), default=None,
    help="The day that rules about the future ask about; without it they are left out.",
)  # fmt: skip
@click.pass_context
def command(
    ctx: click.Context,
    *,
    folder: Path,
    targets: tuple[Path, ...],
    config: Path | None,
    form: str,
    fail_on: str,
    as_of: datetime | None,
) -> int:
    """Check a build (that of -d without an argument), or RDF files, and tell what is wrong where."""
    settings = load(config)
    if targets and ctx.get_parameter_source("folder") is ParameterSource.COMMANDLINE:
        raise UsageError(f"validate: {targets[0]} and -d {folder}: give one of them")
    data, base = _data(targets, settings.base) if targets else _build(folder)
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


def _build(folder: Path) -> tuple[ox.Store, str]:
    build = folders.opened(folder)
    return store.open_read_only(build / "store").quads, base_of(build)


def _data(targets: tuple[Path, ...], base: str) -> tuple[ox.Store, str]:
    if len(targets) == 1 and targets[0].is_dir():
        return _build(targets[0])
    together = ox.Store()
    for path in targets:
        if path.is_dir():
            raise UsageError(f"validate: {path}: a folder among others: give one build, or files")
        together.extend(store.in_memory(path).quads)
    return together, base


def _print(report: Report, form: str, iris: Iris) -> None:
    console = Console()
    if form == "text" and console.is_terminal:
        for line in text.lines(report, iris, console.width):
            click.secho(line, bold=not line.startswith(" "))
    else:
        sys.stdout.buffer.write(reports.find(form).render(report, iris))
