"""The command line: one module of this folder a command, loaded when it is asked for.

Exit status: 0 done; 1 done, with violations; 2 wrong usage; 3 input that cannot be used;
4 could not finish; 130 interrupted. An error is one line on standard error.
"""

import ast
import importlib
import os
import pkgutil
import sys
from importlib.resources import files
from typing import NoReturn

import click

from kg.errors import KGError

_INTERRUPTED = 130


class Commands(click.Group):
    """Finds commands by listing this folder; a command's module has a `command`."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Answer the names of all commands."""
        return sorted(
            module.name
            for module in pkgutil.iter_modules(__path__)
            if not module.name.startswith("_")
        )

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Answer a command by name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command = importlib.import_module(f"{__name__}.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with what they are for, loading none of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, _purpose(name)) for name in self.list_commands(ctx)])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Answer the command, or say which there are."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            names = ", ".join(self.list_commands(ctx))
            raise click.UsageError(f"{args[0]}: no such command: use one of {names}") from None


@click.command(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: kg build pages/ activities.xml && kg query outcomes",
)
@click.option("--debug", is_flag=True, help="Show where in the program an error arose.")
@click.version_option(package_name="kg-results", prog_name="kg")
def cli(*, debug: bool) -> None:
    """Build a knowledge graph of development results, check it, ask it, and draw it."""


def _purpose(name: str) -> str:
    """Answer what follows the name of a command on the first line of its module."""
    source = files(__name__).joinpath(f"{name}.py").read_text(encoding="utf-8")
    said = ast.get_docstring(ast.parse(source)) or ""
    return said.partition("\n")[0].partition(": ")[2]


def main() -> NoReturn:
    """Run the command line and exit."""
    try:
        status = cli.main(prog_name="kg", standalone_mode=False)
        sys.exit(status if isinstance(status, int) else 0)
    except click.exceptions.Abort:
        _fail("interrupted", _INTERRUPTED)
    except KeyboardInterrupt:
        _fail("interrupted", _INTERRUPTED)
    except click.ClickException as error:
        _fail(_usage(error), 2)
    except KGError as error:
        _fail(str(error), error.exit_status, error)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


def _usage(error: click.ClickException) -> str:
    command = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "kg"
    return f"{command}: {error.format_message()} (see {command} --help)"


def _fail(message: str, status: int, error: Exception | None = None) -> NoReturn:
    if error is not None and "--debug" in sys.argv[1:]:
        raise error
    click.echo(f"kg: {' '.join(message.split())}", err=True)
    sys.exit(status)
