"""`kg build`: sources to a graph."""

import json
import shlex
import shutil
import sys
from collections import Counter
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from kg import store
from kg.cli import _console, _options
from kg.cli.validate import fails
from kg.errors import SourceError
from kg.fetch import Fetcher
from kg.inputs import Inputs, gather
from kg.settings import load
from kg.sources import narrative
from kg.stages.built import Built
from kg.stages.folder import opened
from kg.stages.pipeline import build, preview
from kg.stages.products import SourceState

_UNUSED = frozenset({"refused", "skipped"})
_NOTED = _UNUSED | {"incomplete"}
_SHOWN = 20
_LARGE_BYTES = 100_000_000
_NEXT = (
    ("query partners_by_outcome", "who works on which outcome, and as what"),
    ("explain {partner}", "what is known of a partner, programme or place, and why"),
    ("network --gexf partners.gexf", "the partner network: a table, and a file for Gephi"),
)


@click.command(
    epilog="""\b
Examples:
  kg build pages/ activities.xml
  kg build https://example.org/activities.xml -o graph
  pdftotext report.pdf - | kg build - --name report.txt
"""
)
@click.argument("sources", nargs=-1, metavar="SOURCE...")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=Path("kg-out"), show_default=True,
    help="The folder to write; it is made or brought up to date.",
)  # fmt: skip
@_options.config
@click.option("--name", default="stdin", show_default=True, help="What standard input is called.")
@click.option(
    "--text", type=click.Choice(["results", "all", "none"]), default=None,
    help="Which narratives of IATI files are read for facts (default: results).",
)  # fmt: skip
@click.option(
    "--extractor",
    "extractors",
    multiple=True,
    metavar="NAME|FILE.py",
    help="What reads the texts (default: rules); repeat it for several.",
)
@click.option("--workers", type=click.IntRange(1), default=None, help="How many processes.")
@click.option(
    "--verbose", is_flag=True, help="List every file that was skipped or broken, with why."
)
@click.option("--dry-run", is_flag=True, help="Only show what each source is taken for.")
@click.option(
    "--strict",
    is_flag=True,
    help="Exit 3 if any file was skipped, broken or refused, or not read by every extractor.",
)
@_options.fail_on
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True
)
def command(
    *,
    sources: tuple[str, ...],
    output: Path,
    config: Path | None,
    name: str,
    text: str | None,
    extractors: tuple[str, ...],
    workers: int | None,
    verbose: bool,
    dry_run: bool,
    strict: bool,
    fail_on: str,
    form: str,
) -> int:
    """Build the graph of SOURCES: files, folders, patterns, addresses, or - for standard input.

    Results pages (text or HTML), any other text, tables of results (CSV, XLSX) and IATI XML are told
    apart by their content.
    """
    settings = load(config)
    if text:
        settings = replace(settings, text=text)
    if extractors:
        settings = replace(settings, extractors=extractors)
    if dry_run:
        with TemporaryDirectory() as folder:
            inputs = gather(sources, settings, Fetcher(Path(folder), settings), name=name)
            _states(preview(inputs, settings), form)
            _tell_unmatched(inputs)
        return 0
    inputs = gather(sources, settings, Fetcher(output / ".cache" / "http", settings), name=name)
    _tell_unmatched(inputs)
    with _console.progress() as progress:
        built = build(inputs, settings, output, count=workers, progress=progress)
    if form == "json":
        click.echo(json.dumps(_summary(built), indent=2, ensure_ascii=False))
    else:
        _tell(built, verbose=verbose)
    return _status(built, strict=strict, fail_on=fail_on)


def _status(built: Built, *, strict: bool, fail_on: str) -> int:
    """Answer 3 for named inputs that were not used, 1 for findings, else 0."""
    if any(s.status in _UNUSED and s.named for s in built.sources):
        return SourceError.exit_status
    if strict and (built.unanswered or any(s.status in _NOTED for s in built.sources)):
        return SourceError.exit_status
    return int(fails(built.report, fail_on))


def _summary(built: Built) -> dict[str, object]:
    return {
        "folder": str(built.folder),
        "counts": built.counts,
        "sources": [
            {"key": s.key, "status": s.status, "kind": s.kind, "reason": s.reason}
            for s in built.sources
        ],
        "findings": _findings(built),
    }


def _findings(built: Built) -> dict[str, int]:
    """Answer the number of findings by the word of their severity, the gravest first."""
    return {severity.value: number for severity, number in built.report.counts.items()}


def _tell(built: Built, *, verbose: bool) -> None:
    listed = _NOTED if verbose else _NOTED - {"skipped"}
    noted = (s for s in built.sources if s.status in listed or (s.status in _NOTED and s.named))
    _states(tuple(noted), "table", limit=None if verbose else _SHOWN)
    used = Counter(s.status for s in built.sources)
    _console.say(
        f"Built {built.folder} from {used['read'] + used['incomplete']} sources"
        f" ({used['skipped']} skipped, {used['refused']} refused, {used['incomplete']} incomplete)."
    )
    _tell_skipped(built)
    _tell_plain(built, verbose=verbose)
    if built.unanswered:
        _console.say(
            f"Not read by every extractor: {built.unanswered} pieces of text; issues.jsonl says why."
            " Build again to ask again."
        )
    _console.table(("found", "number"), [(k, f"{v:,}") for k, v in built.counts.items()])
    told = ", ".join(f"{count:,} {severity}" for severity, count in _findings(built).items())
    _console.say(f"Checked against the shapes: {told or 'nothing to report'}.")
    if built.cache_bytes >= _LARGE_BYTES:
        _console.say(
            f"{built.folder / '.cache'} keeps {built.cache_bytes / 1_000_000:,.0f} MB so that unchanged"
            " sources are not read again; it may be deleted."
        )
    where = "" if built.folder == Path("kg-out") else f" -d {shlex.quote(str(built.folder))}"
    _console.say("Try next:")
    partner = shlex.quote(_partner(built.folder))
    for command_line, what in _NEXT:
        _console.say(f"  {_program()} {command_line.format(partner=partner)}{where}\n      {what}")


def _partner(folder: Path) -> str:
    """Answer the name of the partner of whom most is said; NAME where there is none."""
    query = files(__package__).joinpath("partner.rq").read_text(encoding="utf-8")
    answer = store.open_read_only(opened(folder) / "store").query(query)
    assert isinstance(answer, store.Table), "partner.rq is no SELECT query"
    return next((label.value for (label,) in answer if label is not None), "NAME")


def _tell_skipped(built: Built) -> None:
    """Tell how many files were skipped for each reason."""
    reasons = Counter(s.reason for s in built.sources if s.status == "skipped")
    if reasons:
        counted = ", ".join(f"{number} {reason}" for reason, number in reasons.most_common())
        _console.say(f"Skipped: {counted}. --verbose lists them.")


def _tell_unmatched(inputs: Inputs) -> None:
    """Tell which patterns of the settings say something of no source."""
    if inputs.unmatched:
        listed = ", ".join(f'"{pattern}"' for pattern in inputs.unmatched)
        some = inputs.documents[0].key
        _console.say(f"Settings of no source here: match = {listed}. Sources are called as {some}.")


def _tell_plain(built: Built, *, verbose: bool) -> None:
    """Tell which files no layout is known of, so that each was read as one narrative."""
    plain = [s.key for s in built.sources if s.kind == narrative.NAME and s.status == "read"]
    if plain:
        shown = plain if verbose else plain[:_SHOWN]
        more = f" and {len(plain) - len(shown)} more" if len(plain) > len(shown) else ""
        _console.say(f"Of no known layout, each read as one narrative: {', '.join(shown)}{more}.")


def _program() -> str:
    """Answer how to call this very program again: by name where that finds it, else by path."""
    path = Path(sys.argv[0])
    if path.name == "__main__.py":
        return f"{shlex.quote(sys.executable)} -m kg"
    found = shutil.which("kg")
    return "kg" if found and Path(found).resolve() == path.resolve() else shlex.quote(str(path))


def _states(states: tuple[SourceState, ...], form: str, limit: int | None = None) -> None:
    if form == "json":
        rows = [{"key": s.key, "kind": s.kind, "country": s.country, "year": s.year,
                 "status": s.status, "reason": s.reason} for s in states]  # fmt: skip
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    if not states:
        return
    shown = states[:limit]
    _console.table(
        ("source", "taken for", "country", "year", "status"),
        [(s.key, s.kind, s.country, s.year, f"{s.status} {s.reason}".strip()) for s in shown],
    )
    if len(states) > len(shown):
        _console.say(f"and {len(states) - len(shown)} more: see issues.jsonl and build.json")
