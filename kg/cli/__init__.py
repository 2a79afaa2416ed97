"""The command line: one module of this folder a command, loaded when it is asked for.

Exit status: 0 done; 1 done, with violations; 2 wrong usage; 3 input that cannot be used;
4 could not finish; 130 interrupted, 143 terminated. An error is one line on standard error.
"""

import ast
import importlib
import os
import pkgutil
import signal
import sys
import traceback
from importlib.resources import files
from types import FrameType
from typing import NoReturn

import click

from kg.errors import KGError, UnknownName
from kg.version import installed

_SIGNALS = {signal.SIGINT: "interrupted", signal.SIGTERM: "terminated"}
_SIGNALLED = 128


class _StoppedError(BaseException):
    """The program was asked to end; its argument is the signal that said so."""


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
        except click.UsageError as error:
            if isinstance(error, click.NoSuchOption):
                raise
            names = ", ".join(self.list_commands(ctx))
            raise UnknownName(f"{args[0]}: no such command: use one of {names}") from None

    def invoke(self, ctx: click.Context) -> object:
        """Run the command. A reader that has had enough, as `head` has, is no error."""
        try:
            status: object = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _fall_silent()
            return 0
        return status


@click.command(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: kg build pages/ activities.xml && kg query outcomes",
)
@click.option("--debug", is_flag=True, help="Show where in the program an error arose.")
@click.option("--version", is_flag=True, help="Show the version and exit.")
@click.pass_context
def cli(ctx: click.Context, *, debug: bool, version: bool) -> None:  # noqa: ARG001  main reads --debug, also for errors before this
    """Build a knowledge graph of development results, check it, ask it, and draw it."""
    if version:
        click.echo(f"kg, version {installed()}")
        ctx.exit()
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def _purpose(name: str) -> str:
    """Answer what follows the name of a command on the first line of its module."""
    source = files(__name__).joinpath(f"{name}.py").read_text(encoding="utf-8")
    said = ast.get_docstring(ast.parse(source)) or ""
    return said.partition("\n")[0].partition(": ")[2]


def main() -> NoReturn:
    """Run the command line and exit."""
    for number in _SIGNALS:
        signal.signal(number, _stop)
    try:
        status = cli.main(prog_name="kg", standalone_mode=False)
    except _StoppedError as error:
        number = error.args[0]
        _fail(_SIGNALS[number], _SIGNALLED + number)
    except click.exceptions.Abort:
        _fail(_SIGNALS[signal.SIGINT], _SIGNALLED + signal.SIGINT)
    except click.ClickException as error:
        _fail(_usage(error), 2, error)
    except KGError as error:
        _fail(str(error), error.exit_status, error)
    except OSError as error:
        _fall_silent()
        where = error.filename or "output"
        _fail(
            f"{where}: {error.strerror or error}: check the path and the room on the disk", 4, error
        )
    except Exception as error:  # noqa: BLE001  a defect is told in one line as well
        what = f"{type(error).__name__}: {error}"
        _fail(f"{what}: a defect of kg: run kg --debug and report what it shows", 4, error)
    sys.exit(status if isinstance(status, int) else 0)


def _stop(number: int, _frame: FrameType | None) -> NoReturn:
    """End what is running in good order; who asks again ends it at once."""
    for known in _SIGNALS:
        signal.signal(known, signal.SIG_DFL)
    raise _StoppedError(number)


def _usage(error: click.ClickException) -> str:
    """Answer where a command was called wrongly, how, and what there is instead."""
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    path = ctx.command_path if ctx else "kg"
    where = f"{path.removeprefix('kg').strip()}: ".removeprefix(": ")
    if ctx and isinstance(error, click.NoSuchOption):
        options = (p for p in ctx.command.get_params(ctx) if isinstance(p, click.Option))
        known = ", ".join(name for option in options for name in option.opts)
        return f"{where}{error.option_name}: no such option: use one of {known}"
    return f"{where}{error.format_message().rstrip('.')}: see {path} --help"


def _fail(message: str, status: int, error: Exception | None = None) -> NoReturn:
    """Say what is wrong on one line, after the traceback where that was asked for, and exit."""
    if error is not None and "--debug" in sys.argv[1:]:
        traceback.print_exception(error)
    click.echo(f"kg: {' '.join(message.split())}", err=True)
    sys.exit(status)


def _fall_silent() -> None:
    """Drop what is still to be written: standard output may be full or closed."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
