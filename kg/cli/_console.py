"""What commands print: tables and progress on a terminal, plain lines in a pipe."""

import csv as csv_module
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

import click
from rich import console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table


class Console(console.Console):
    """Where commands print: a closed pipe is told to the command, as it is by a file."""

    def on_broken_pipe(self) -> None:
        """Raise what has happened, where Rich would end the program."""
        raise BrokenPipeError


def say(line: str) -> None:
    """Tell what was done, on standard error, so that a pipe gets results only."""
    click.echo(line, err=True)


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], title: str = "") -> None:
    """Print a table that fits the terminal, or tab-separated lines in a pipe."""
    screen = Console()
    if not screen.is_terminal:
        click.echo("\t".join(columns))
        for row in rows:
            click.echo("\t".join(row))
        return
    drawn = Table(*columns, title=title or None, title_justify="left")
    for row in rows:
        drawn.add_row(*row)
    screen.print(drawn)


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
