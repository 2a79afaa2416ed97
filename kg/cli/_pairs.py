"""A pair of things that may be one, for machines and for readers."""

from dataclasses import asdict
from typing import Final

from rich.markup import escape
from rich.table import Table

from kg.cli._console import Console
from kg.review import Doubt, Evidence, Thing, evidence
from kg.store import Store

COLUMNS: Final = ("likeness", "because", "one", "other", "against", "judged", "key", "other key")
_QUOTES = _NEIGHBOURS = 3
_AROUND: Final = 60


def row(doubt: Doubt) -> tuple[str, ...]:
    """Answer a pair as a row of a table."""
    return (
        f"{doubt.likeness.score:.2f}",
        doubt.likeness.reason,
        doubt.one.label,
        doubt.two.label,
        "; ".join(doubt.vetoes),
        doubt.judged or "",
        doubt.one.key,
        doubt.two.key,
    )


def record(doubt: Doubt, index: Store) -> dict[str, object]:
    """Answer a pair with the evidence of both sides."""
    return {
        "likeness": round(doubt.likeness.score, 3),
        "because": doubt.likeness.reason,
        "names": list(doubt.likeness.names),
        "against": list(doubt.vetoes),
        "judged": doubt.judged,
        "one": _side(doubt.one, index),
        "other": _side(doubt.two, index),
    }


def _side(thing: Thing, index: Store) -> dict[str, object]:
    return {
        "key": thing.key,
        "keys": list(thing.keys),
        "iri": thing.iri,
        "label": thing.label,
        "kind": thing.family,
        "country": thing.country,
        "names": [{"text": name.text, "lang": name.lang} for name in thing.names],
        "identifiers": list(thing.identifiers),
        "evidence": asdict(evidence(index, thing.iri)),
    }


def show(doubt: Doubt, index: Store, count: str) -> None:
    """Print a pair for a reader: what both are, side by side, and why they may be one."""
    console = Console(highlight=False, emoji=False)
    title = f"{count}: {doubt.likeness.score:.2f} alike ({escape(doubt.likeness.reason)})"
    table = Table(
        "", escape(doubt.one.label), escape(doubt.two.label), title=title, show_lines=True
    )
    sides = [(thing, evidence(index, thing.iri)) for thing in (doubt.one, doubt.two)]
    for heading, *cells in zip(_HEADINGS, *(_cells(*side) for side in sides), strict=True):
        if any(cells):
            table.add_row(heading, *map(escape, cells))
    console.print(table)
    against = "; ".join(doubt.vetoes) or "nothing known; names alone never make one of two things"
    console.print(f"Against it: {escape(against)}.")


_HEADINGS: Final = ("kind", "country", "names", "identifiers", "keys", "named", "quotes", "beside")


def _cells(thing: Thing, found: Evidence) -> tuple[str, ...]:
    texts = dict.fromkeys(
        f"{name.text} @{name.lang}" if name.lang else name.text for name in thing.names
    )
    times = "once" if found.mentions == 1 else f"{found.mentions} times"
    named = f"{times} in {', '.join(found.documents)}" if found.mentions else ""
    return (
        thing.family,
        thing.country,
        "\n".join(texts),
        ", ".join(thing.identifiers),
        "\n".join(thing.keys),
        named,
        "\n".join(_quote(found, at) for at in range(len(found.quotes[:_QUOTES]))),
        ", ".join(found.neighbours[:_NEIGHBOURS]),
    )


def _quote(found: Evidence, at: int) -> str:
    quote = found.quotes[at]
    around = f"{quote.prefix[-_AROUND:]}{quote.exact}{quote.suffix[:_AROUND]}"
    return f"\N{HORIZONTAL ELLIPSIS}{' '.join(around.split())}\N{HORIZONTAL ELLIPSIS} {quote.document}[{quote.start}:{quote.end}]"
