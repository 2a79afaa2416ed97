"""`kg network`: the partner network as a table and as files."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path
from typing import Any

import click

from kg import codelists, store
from kg.cli import _console, _files, _options
from kg.network import (
    Scope,
    annotated,
    cautions,
    formats,
    project,
    read,
    tabulate,
    without_agencies,
)
from kg.network.measures import Value
from kg.network.table import PartnerTable
from kg.query import find
from kg.stages import folder as folders

_ROLES = sorted(codelists.notations("ParticipationRole"))
_SHOWN = {
    "degree": "degree", "strength": "strength", "betweenness": "betweenness",
    "orphans": "would orphan",
}  # fmt: skip
"""Measures that a table shows, with their titles."""


def _file_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give the command one option for each file format there is."""
    for form in reversed(formats.formats()):
        option = click.option(
            f"--{form.NAME}",
            f"file_{form.NAME}".replace("-", "_"),
            type=click.Path(path_type=Path, dir_okay=False),
            help=f"Write the network to a {form.SUFFIX} file.",
        )
        command = option(command)
    return command


@click.command(
    epilog="""\b
Examples:
  kg network
  kg network --year 2021 --role funder --gexf funders.gexf
  kg network --without-agency --format csv > partners.csv
"""
)
@_options.directory
@click.option(
    "--role", "roles", multiple=True, type=click.Choice(_ROLES),
    help="Count only this role; may be repeated.",
)  # fmt: skip
@click.option("--programme", "programmes", multiple=True, help="Count only what is done in it.")
@click.option("--outcome", "outcomes", multiple=True, help="Count only what serves this outcome.")
@click.option("--place", "places", multiple=True, help="Count only what is done in this place.")
@click.option("--year", "years", multiple=True, type=int, help="Count only this year.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0, help="From 0 to 1.")
@click.option("--unnamed", is_flag=True, help="Also count groups that are not named.")
@click.option("--offices-apart", is_flag=True, help="Do not count an office as its agency.")
@click.option("--without-agency", is_flag=True, help="Leave out who publishes the sources.")
@_options.lang
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "json"]), default="table",
    show_default=True,
)  # fmt: skip
@_file_options
def command(
    *,
    folder: Path,
    roles: tuple[str, ...],
    programmes: tuple[str, ...],
    outcomes: tuple[str, ...],
    places: tuple[str, ...],
    years: tuple[int, ...],
    min_confidence: float,
    unnamed: bool,
    offices_apart: bool,
    without_agency: bool,
    lang: str,
    form: str,
    **files: Path | None,
) -> None:
    """Show who works with whom, and write the network to files."""
    index = store.open_read_only(folders.opened(folder) / "store")

    def meant(names: tuple[str, ...], kind: str) -> frozenset[str]:
        return frozenset(find(index, name, kind).iri for name in names)

    scope = Scope(
        roles=frozenset(roles),
        programmes=meant(programmes, "programme"),
        outcomes=meant(outcomes, "outcome"),
        places=meant(places, "place"),
        years=frozenset(years),
        min_confidence=Decimal(str(min_confidence)),
        unnamed=unnamed,
        fold_offices=not offices_apart,
    )
    data = read(index, lang)
    network = project(data, scope)
    table = tabulate(without_agencies(network) if without_agency else network)
    shown = annotated(without_agencies(network) if without_agency else network, table)
    written = []
    for option, path in files.items():
        if path is not None:
            name = option.removeprefix("file_").replace("_", "-")
            with _files.writing(path) as stream:
                stream.write(formats.find(name).write(shown))
            written.append(path)
    _show(table, form)
    for caution in cautions(data, table):
        _console.remark(f"Caution: {caution.message}.")
    for path in written:
        _console.say(f"Wrote {path}.")


def _show(table: PartnerTable, form: str) -> None:
    if form == "json":
        click.echo(json.dumps(asdict(table), indent=2, ensure_ascii=False, default=str))
    elif form == "csv":
        _console.csv(*_listed(table, {name: name for name in table.columns}))
    elif _console.is_terminal():
        _console.table(*_drawn(table))
        _console.say("Behind the stroke: without the publishers of the sources.")
    else:
        _console.table(*_listed(table, _SHOWN))


def _listed(table: PartnerTable, columns: Mapping[str, str]) -> tuple[list[str], list[list[str]]]:
    """Answer measures by name and title, and behind them those without the publishers."""
    titles = [*columns.values(), *(f"{title}, no agency" for title in columns.values())]
    rows = [
        [
            row.label,
            row.kind,
            " ".join(row.roles),
            *(f"{row.measures[name]:g}" for name in columns),
            *(f"{row.without.get(name, 0):g}" if row.without else "" for name in columns),
        ]
        for row in table.partners
    ]
    return ["partner", "kind", "roles", *titles], rows


def _drawn(table: PartnerTable) -> tuple[list[str], list[list[str]]]:
    """Answer what a terminal has room for: measures with and without the publishers in one cell."""
    rows = [
        [
            row.label,
            " ".join(row.roles),
            *(_cell(row.measures[name], row.without.get(name)) for name in _SHOWN),
        ]
        for row in table.partners
    ]
    return ["partner", "roles", *_SHOWN.values()], rows


def _cell(value: Value, without: Value | None) -> str:
    said = (f"{round(number, 2):g}" for number in (value, without) if number is not None)
    return " / ".join(said)
