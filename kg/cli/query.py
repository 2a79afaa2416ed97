"""`kg query`: questions by name, with parameters, as tables and files."""

import sys
from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO

import click

from kg import exports, resources, store
from kg.cli import _console, _options
from kg.cli._names import short
from kg.errors import UsageError
from kg.query import Library, Query, bind, find, load
from kg.settings import load as load_settings
from kg.stages import folder as folders
from kg.stages.record import base_of
from kg.store import Store, Table, Term, Triples, Truth

_TABLES = {
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
}
_GRAPHS = {"ttl": "turtle", "jsonld": "jsonld", "nt": "nquads"}


@click.command(
    epilog="""\b
Examples:
  kg query                                  all queries with their questions
  kg query outcomes
  kg query partners_by_outcome --param outcome="care" --format csv > partners.csv
  kg query my-question.rq --lang es
"""
)
@_options.directory
@_options.config
@click.argument("name", required=False, metavar="[NAME | FILE.rq]", shell_complete=_options.queries)
@click.option("--param", "params", multiple=True, metavar="K=V", help="May be repeated.")
@click.option("--lang", help="The language of labels; a parameter of most queries.")
@click.option("--min-confidence", help="Leave out facts less sure than this, from 0 to 1.")
@click.option("--about", "describe", is_flag=True, help="Say what the query takes and answers.")
@click.option(
    "--format", "form", type=click.Choice(["table", *_TABLES, *_GRAPHS]), default=None,
    help="table, csv, tsv, json, xml for rows; ttl, jsonld, nt for graphs.",
)  # fmt: skip
def command(
    *,
    folder: Path,
    config: Path | None,
    name: str | None,
    params: tuple[str, ...],
    lang: str | None,
    min_confidence: str | None,
    describe: bool,
    form: str | None,
) -> None:
    """Ask a question: one of the queries there are, or a file of your own."""
    library = load((resources.folder("queries"), *load_settings(config).queries))
    if name is None:
        _list(library)
        return
    query = library.find(name)
    if describe:
        _describe(query)
        return
    build = folders.opened(folder)
    index = store.open_read_only(build / "store")
    values = _values(params)
    for parameter, value in (("lang", lang), ("minConfidence", min_confidence)):
        if value is not None:
            values[parameter].append(value)
    text = bind(query, values, partial(_meant, index))
    _write(index.query(text), form, base_of(build), query)


def _values(params: tuple[str, ...]) -> dict[str, list[str]]:
    values: dict[str, list[str]] = defaultdict(list)
    for param in params:
        name, equals, value = param.partition("=")
        if not equals:
            raise UsageError(f"query: --param {param}: write it as name=value")
        values[name].append(value)
    return values


def _meant(index: Store, name: str, kind: str) -> str:
    """Answer the IRI of a thing by name, and say which one was meant."""
    thing = find(index, name, kind)
    if name not in {thing.iri, thing.label}:
        _console.say(f"{name}: {thing.label} <{thing.iri}>")
    return thing.iri


def _write(answer: Table | Truth | Triples, form: str | None, base: str, query: Query) -> None:
    out = sys.stdout.buffer
    if isinstance(answer, Triples):
        _write_graph(answer, form or "ttl", base, out)
    elif form in _TABLES:
        answer.write(out, _TABLES[form])
    elif form in _GRAPHS:
        raise UsageError(f"query: --format {form}: this query answers rows: choose table or csv")
    elif isinstance(answer, Truth):
        click.echo("yes" if answer else "no")
    else:
        rows = [[_shown(term, base) for term in row] for row in answer]
        _console.table(answer.columns, rows, _labelled(query, answer.columns, rows))


def _labelled(query: Query, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Answer the columns that a reader needs not see, for in every row their labels stand beside."""
    at = {name: place for place, name in enumerate(columns)}
    labels = {c.name: c.label for c in query.columns if c.name in at and c.label in at}
    return [
        name
        for name, label in labels.items()
        if all(row[at[label]] or not row[at[name]] for row in rows)
    ]


def _write_graph(answer: Triples, form: str, base: str, out: BinaryIO) -> None:
    if form not in _GRAPHS:
        raise UsageError(
            f"query: --format {form}: this query answers a graph: choose ttl or jsonld"
        )
    exports.export(exports.constructed(answer.triples), _GRAPHS[form], out, base=base)


def _shown(term: Term | None, base: str) -> str:
    if term is None:
        return ""
    return (
        short(term.value.removeprefix(base))
        if term.value.startswith(("http", base))
        else term.value
    )


def _list(library: Library) -> None:
    rows = [(query.group, query.name, query.question) for query in library.queries]
    _console.table(("group", "query", "question"), rows)


def _describe(query: Query) -> None:
    click.echo(f"{query.name}: {query.title}\n{query.question}\n")
    for parameter in query.parameters:
        choices = f" ({', '.join(parameter.choices)})" if parameter.choices else ""
        click.echo(f"  --param {parameter.name}=<{parameter.type}>  {parameter.about}{choices}")
    for column in query.columns:
        unit = f" [{column.unit}]" if column.unit else ""
        click.echo(f"  {column.name}: {column.about}{unit}")
