"""`kg explain`: a thing, its facts, and the words under each."""

import json
from dataclasses import asdict
from pathlib import Path

import click
from rich.markup import escape
from rich.padding import Padding
from rich.text import Text

from kg import store
from kg.cli import _layout, _options
from kg.cli._console import Console
from kg.cli._names import short
from kg.explain import Explained, Explanation, explain
from kg.stages import folder as folders
from kg.stages.record import base_of

_SHOWN = 20
_INDENT = 2


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
    build = folders.opened(folder)
    found = explain(store.open_read_only(build / "store"), name)
    if form == "json":
        click.echo(json.dumps(asdict(found), indent=2, ensure_ascii=False))
    else:
        _print(found, None if everything else _SHOWN, base_of(build))


def _print(found: Explanation, limit: int | None, base: str) -> None:
    console = Console(highlight=False, emoji=False, soft_wrap=not Console().is_terminal)
    console.print(f"[bold]{escape(found.thing.label)}[/] ({found.thing.type})")
    console.print(f"[dim]{escape(found.thing.iri)}[/]", soft_wrap=True)
    for line in dict.fromkeys(f"{short(s.property)}: {s.value}" for s in found.said):
        _line(console, line, _INDENT)
    if found.identity.register:
        _set_in(console, Text(f"listed in the register {found.identity.register}"))
    if found.identity.governs:
        said = f"is the government of the place {found.identity.governs}: all names of that mean it"
        _set_in(console, Text(said))
    for join in found.identity.joined:
        _line(console, f"\n{join.words}")
        if join.quote:
            _set_in(console, Text(join.where, "dim"))
    for fact in found.facts[:limit]:
        _line(console, f"\n{fact.words}")
        if fact.quote:
            _set_in(console, _quoted(fact, _marks(console)))
        _set_in(console, Text(_where(fact, base), "dim"))
    left = len(found.facts) - len(found.facts[:limit])
    if left:
        console.print(f"\nand {left} more facts: --all shows them")


def _line(console: Console, line: str, indent: int = 0) -> None:
    """Print a line; on a terminal what follows its first is set in, in a pipe it stays one."""
    if line.startswith("\n"):
        console.print()
    text = line.removeprefix("\n")
    if console.is_terminal:
        text = _layout.hanging(text, console.width, indent)
    else:
        text = " " * indent + text
    console.print(Text(text))


def _set_in(console: Console, text: Text) -> None:
    """Print a paragraph set in; in a pipe, where nothing is wrapped, it is one line."""
    if console.is_terminal:
        console.print(Padding.indent(text, _INDENT))
    else:
        console.print(Text(" " * _INDENT), text, sep="")


def _marks(console: Console) -> tuple[str, str]:
    """Answer what stands around the words in question, where they cannot be bold."""
    return ("", "") if console.is_terminal else ("«", "»")


def _quoted(fact: Explained, marks: tuple[str, str]) -> Text:
    """Answer a clause as it stands in the text; of a name or number, the sentence around it."""
    inside = Text(" ".join(fact.quote.split()))
    if fact.sentence and fact.kind != "participation":
        words = Text(fact.sentence.words.join(marks), "bold")
        inside = Text.assemble(fact.sentence.before, words, fact.sentence.after)
    return Text.assemble(
        "\N{LEFT DOUBLE QUOTATION MARK}", inside, "\N{RIGHT DOUBLE QUOTATION MARK}"
    )


def _where(fact: Explained, base: str) -> str:
    """Answer the document, and where offsets do not count in it, the text that they count in."""
    if not fact.quote:
        return f"published as data in {fact.document}" if fact.document else "published as data"
    text = fact.text.removeprefix(base)
    counted = f", text/{fact.rendition}.txt" if fact.rendition else f", {text}"
    is_document = not text or text.startswith("source/")
    return f"{fact.document}{'' if is_document else counted}[{fact.start}:{fact.end}]"
