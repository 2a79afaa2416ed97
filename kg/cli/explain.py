"""`kg explain`: a thing, its facts, and the words under each."""

import json
from dataclasses import asdict
from pathlib import Path

import click
from rich.markup import escape

from kg import store
from kg.cli import _options
from kg.cli._console import Console
from kg.explain import Explained, Explanation, explain
from kg.stages import folder as folders
from kg.terms import PREFIXES

_SHOWN = 20


@click.command(
    epilog="""\b
Examples:
  kg explain "UN Women"
  kg explain https://w3id.org/okg/id/place/MX --all
"""
)
@_options.directory
@click.argument("name", metavar="NAME | IRI")
@click.option("--all", "everything", is_flag=True, help=f"Show all facts, not only {_SHOWN}.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def command(*, folder: Path, name: str, everything: bool, form: str) -> None:
    """Show what is known of a thing, and the quoted words that each fact rests on."""
    found = explain(store.open_read_only(folders.opened(folder) / "store"), name)
    if form == "json":
        click.echo(json.dumps(asdict(found), indent=2, ensure_ascii=False))
    else:
        _print(found, None if everything else _SHOWN)


def _print(found: Explanation, limit: int | None) -> None:
    console = Console(highlight=False, emoji=False, soft_wrap=not Console().is_terminal)
    console.print(f"[bold]{escape(found.thing.label)}[/] ({found.thing.type})")
    console.print(f"[dim]{escape(found.thing.iri)}[/]")
    for line in dict.fromkeys(f"  {short(s.property)}: {escape(s.value)}" for s in found.said):
        console.print(line)
    for fact in found.facts[:limit]:
        console.print(f"\n{escape(fact.words)}")
        console.print(f"  {escape(_where(fact))}", style="dim")
    left = len(found.facts) - len(found.facts[:limit])
    if left:
        console.print(f"\nand {left} more facts: --all shows them")


def _where(fact: Explained) -> str:
    if not fact.quote:
        return f"published as data in {fact.document}" if fact.document else "published as data"
    quote = " ".join(fact.quote.split())
    return f"\N{LEFT DOUBLE QUOTATION MARK}{quote}\N{RIGHT DOUBLE QUOTATION MARK} {fact.document}[{fact.start}:{fact.end}]"


def short(iri: str) -> str:
    """Answer an IRI with the prefix of its vocabulary, where it has one.

    Example:
        >>> short("http://www.w3.org/2000/01/rdf-schema#label")
        'rdfs:label'
    """
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
