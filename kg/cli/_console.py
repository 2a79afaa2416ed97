"""What commands print: tables and progress on a terminal, plain lines in a pipe."""

import csv as csv_module
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

import click
from rich import console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from kg.cli import _layout


class Console(console.Console):
    """Where commands print: a closed pipe is told to the command, as it is by a file."""

    def on_broken_pipe(self) -> None:
        """Raise what has happened, where Rich would end the program."""
        raise BrokenPipeError


def is_terminal() -> bool:
    """Answer whether what is printed goes to a terminal."""
    return Console().is_terminal


def say(line: str) -> None:
    """Tell what was done, on standard error, so that a pipe gets results only."""
    click.echo(line, err=True)


def remark(line: str) -> None:
    """Tell a sentence on standard error, wrapped between words where that is a terminal."""
    screen = Console(stderr=True)
    say(_layout.hanging(line, screen.width) if screen.is_terminal else line)


def table(
    columns: Sequence[str], rows: Iterable[Sequence[str]], left_out: Sequence[str] = ()
) -> None:
    """Print rows as the terminal has room for them, or as tab-separated lines in a pipe.

    Columns that are `left_out` on a terminal are named there. White space in a cell becomes one
    space: a row in a pipe is one line.
    """
    screen = Console(highlight=False, emoji=False)
    cleaned = ([" ".join(cell.split()) for cell in row] for row in rows)
    if not screen.is_terminal:
        click.echo("\t".join(columns))
        for row in cleaned:
            click.echo("\t".join(row))
        return
    kept = [at for at, name in enumerate(columns) if name not in left_out]
    _show(screen, [columns[at] for at in kept], [[row[at] for at in kept] for row in cleaned])
    if left_out:
        say(f"Not shown: {', '.join(left_out)}; --format csv has them.")


def _show(screen: Console, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    if wide := _layout.widths(columns, rows, screen.width):
        screen.print(_layout.table(columns, rows, wide), crop=False)
        return
    for line in _layout.blocks(columns, rows, screen.width):
        screen.print(line, soft_wrap=True)


def csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows as CSV (RFC 4180)."""
    text = io.StringIO()
    writer = csv_module.writer(text)
    writer.writerow(columns)
    writer.writerows(rows)
    click.echo(text.getvalue(), nl=False)


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """Answer a function that shows how far the work is: a bar on a terminal, nothing elsewhere."""
    screen = Console(stderr=True)
    if not screen.is_terminal:
        yield lambda _stage, _done, _total: None
        return
    with Progress(
        TextColumn("{task.description:<9}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=screen,
        transient=True,
    ) as bars:
        tasks: dict[str, int] = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)  # type: ignore[arg-type]  # a TaskID is an int

        yield show
