"""Options that several commands share."""

from pathlib import Path

import click

from kg import resources
from kg.query import language, load


def queries(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001  click's signature
    """Answer the names of queries that begin so, for completion in the shell."""
    library = load((resources.folder("queries"),))
    return [query.name for query in library.queries if query.name.startswith(incomplete)]


def _tag(ctx: click.Context, param: click.Parameter, value: str) -> str:  # noqa: ARG001  click's signature
    try:
        return language(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no language tag (BCP 47), as en or es-MX") from None


lang = click.option(
    "--lang", default="en", show_default=True, callback=_tag, help="The language of labels."
)

directory = click.option(
    "-d",
    "--dir",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("kg-out"),
    show_default=True,
    help="The folder of the build to read.",
)

config = click.option(
    "--config",
    type=click.Path(path_type=Path),
    default=None,
    help="A settings file; without it, kg.toml of the working directory where there is one.",
)

fail_on = click.option(
    "--fail-on",
    type=click.Choice(["violation", "warning", "never"]),
    default="violation",
    show_default=True,
    help="The severity from which on findings end the command with 1.",
)
