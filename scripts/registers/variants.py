"""Names of countries and regions that are kept by hand, beside this module."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from names import new
from table import Text

FILE = Path(__file__).with_name("variants.tsv")


class Variants(NamedTuple):
    """What is known of one place by hand."""

    labels: tuple[Text, ...] = ()
    aliases: tuple[Text, ...] = ()


@cache
def _by_key() -> dict[str, Variants]:
    lines = [line for line in FILE.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    rows = (line.split("\t") for line in lines[1:])
    return {key: Variants(_texts(labels), _texts(aliases)) for key, labels, aliases in rows}


def _texts(cell: str) -> tuple[Text, ...]:
    parts = (part.partition("@") for part in cell.split("|") if part)
    return tuple((text, lang) for text, _, lang in parts)


def named(key: str, labels: list[Text], aliases: list[Text]) -> tuple[list[Text], list[Text]]:
    """Answer labels, one a language, and aliases, with those kept by hand among them."""
    kept = _by_key().get(key, Variants())
    preferred: dict[str, str] = {}
    for text, lang in (*kept.labels, *labels):
        if lang or text not in preferred.values():
            preferred.setdefault(lang, text)
    chosen = [(text, lang) for lang, text in preferred.items()]
    return chosen, new(chosen, [*kept.aliases, *labels, *aliases])
