"""`kg eval`: how well pages are read, by annotations made by hand."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from kg import store
from kg.cli import _console, _options
from kg.errors import SourceError
from kg.evaluate import Answers, Counts, Error, Evaluation, Figure, GoldSet, ask, evaluate, read
from kg.fetch import Fetcher
from kg.inputs import gather
from kg.records import Issue
from kg.settings import load
from kg.stages import folder as folders
from kg.stages.pipeline import build

_FIGURES = (
    "part", "value", "documents", "class", "rule", "precision", "recall", "f1", "f1_low",
    "f1_high", "right", "spurious", "missed",
)  # fmt: skip
_ERRORS = ("document", "start", "end", "class", "kind", "expected", "found", "sentence")
_DIGITS = 4


@click.command(
    epilog="""\b
Examples:
  kg eval gold/                                 builds the pages beside the gold, and compares
  kg eval gold/ --pages pages/ --by language
  kg eval gold/ -d kg-out --errors --format csv > errors.csv
"""
)
@click.argument("gold", metavar="GOLD_DIR", type=click.Path(path_type=Path))
@click.option(
    "-d", "--dir", "folder", type=click.Path(path_type=Path, file_okay=False), default=None,
    help="The folder of a build to judge; without it, the pages are built for the purpose.",
)  # fmt: skip
@click.option(
    "--pages", type=click.Path(path_type=Path, file_okay=False), default=None,
    help="The folder of the annotated pages; without it, they stand beside the gold.",
)  # fmt: skip
@_options.config
@click.option(
    "--agency", default="",
    help="Who reports, to be left out of identity, where the gold does not say it.",
)  # fmt: skip
@click.option(
    "--by", type=click.Choice(["language", "country"]), help="Rows for each, in the table."
)
@click.option("--errors", is_flag=True, help="List the errors instead, with their sentences.")
@click.option("--strict", is_flag=True, help="Exit 3 if anything is wrong with the gold.")
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "json"]), default="table",
    show_default=True,
)  # fmt: skip
def command(
    *,
    gold: Path,
    folder: Path | None,
    pages: Path | None,
    config: Path | None,
    agency: str,
    by: str | None,
    errors: bool,
    strict: bool,
    form: str,
) -> int:
    """Compare what is read of pages with what an annotator wrote in the .json files of GOLD_DIR.

    CSV and JSON hold the figures of all pages, of each language and of each country; JSON also
    the errors and what is wrong with the gold.
    """
    given = read(gold, pages)
    answers = (
        ask(store.open_read_only(folders.opened(folder) / "store"))
        if folder
        else _built(given, config)
    )
    judged = [page for page in given.pages if folder or page.path]
    found = evaluate(judged, answers.with_copies(given.pages), agency)
    issues = (*given.issues, *found.issues)
    _show(found, issues, form, by=by, errors=errors)
    for issue in issues:
        words = f": {issue.raw!r}" if issue.raw else ""
        _console.say(f"{issue.path}: {issue.message}{words}")
    return SourceError.exit_status if strict and issues else 0


def _built(given: GoldSet, config: Path | None) -> Answers:
    """Answer what a build of the pages says, made in a folder that is removed again."""
    settings = load(config)
    pages = [str(page.path) for page in given.pages if page.path]
    if not pages:
        raise SourceError(
            "eval: none of the annotated pages is there: name their folder with --pages"
        )
    with TemporaryDirectory(prefix="kg-") as folder, _console.progress() as progress:
        inputs = gather(pages, settings, Fetcher(Path(folder) / "http", settings))
        built = build(inputs, settings, Path(folder) / "out", progress=progress)
        return ask(store.open_read_only(built.folder / "store"))


def _show(
    found: Evaluation, issues: Sequence[Issue], form: str, *, by: str | None, errors: bool
) -> None:
    if form == "json":
        click.echo(json.dumps(_document(found, issues), indent=2, ensure_ascii=False))
    elif form == "csv":
        columns, rows = (
            (_ERRORS, map(_error, found.errors))
            if errors
            else (_FIGURES, map(_figure, found.figures))
        )
        _console.csv(columns, [[_cell(row[name]) for name in columns] for row in rows])
    elif errors:
        _list(found.errors)
    else:
        _table([figure for figure in found.figures if figure.part == (by or "all")], by)


def _cell(value: object) -> str:
    return "" if value is None else str(value)


def _list(errors: Sequence[Error]) -> None:
    rows = [
        (
            f"{error.document}[{error.start}:{error.end}]",
            f"{error.kind}: {error.class_}",
            error.expected,
            error.found,
            error.sentence,
        )
        for error in errors
    ]
    _console.table(("where", "error", "expected", "found", "sentence"), rows)


def _table(figures: Sequence[Figure], by: str | None) -> None:
    columns = ("class: rule", "precision", "recall", "F1", "95 %", "right, spurious, missed")
    rows = [
        (
            ": ".join(figure.criterion),
            *(f"{share:.3f}" for share in _shares(figure.counts)),
            _interval(figure),
            ", ".join(map(str, figure.counts)),
        )
        for figure in figures
    ]
    if by is None:
        _console.table(columns, rows)
    else:
        parts = [figure.value or "not known" for figure in figures]
        _console.table(
            (by, *columns), [(part, *row) for part, row in zip(parts, rows, strict=True)]
        )


def _shares(counts: Counts) -> tuple[float, float, float]:
    return counts.precision, counts.recall, counts.f1


def _interval(figure: Figure) -> str:
    if figure.intervals is None:
        return "one page"
    low, high = figure.intervals.f1
    return f"{low:.2f}–{high:.2f}"


def _document(found: Evaluation, issues: Sequence[Issue]) -> dict[str, Any]:
    return {
        "figures": [_figure(figure) for figure in found.figures],
        "errors": [_error(error) for error in found.errors],
        "issues": [
            {"place": issue.path, "code": issue.code, "message": issue.message, "raw": issue.raw}
            for issue in issues
        ],
    }


def _figure(figure: Figure) -> dict[str, Any]:
    class_, rule = figure.criterion
    row: dict[str, Any] = {
        "part": figure.part,
        "value": figure.value,
        "documents": figure.documents,
    }
    row |= {"class": class_, "rule": rule}
    for name in ("precision", "recall", "f1"):
        row[name] = round(getattr(figure.counts, name), _DIGITS)
        interval = getattr(figure.intervals, name, (None, None))
        for end, value in zip(("low", "high"), interval, strict=True):
            row[f"{name}_{end}"] = None if value is None else round(value, _DIGITS)
    return row | figure.counts._asdict()


def _error(error: Error) -> dict[str, Any]:
    fields = asdict(error)
    return {"class": fields.pop("class_"), **fields}
