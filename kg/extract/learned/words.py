"""Ordinary words: those that annotated pages write small, whatever their language."""

from functools import cache

from kg.extract.learned.weights import FOLDER

NAME = "words.txt"


@cache
def ordinary() -> frozenset[str]:
    """Answer the folded words that several pages write small: such a word alone names little."""
    lines = (FOLDER / NAME).read_text("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
