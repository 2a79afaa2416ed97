"""Identifiers of the registers that are kept by hand, which go before all that is written."""

import re
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "kg" / "registers" / "data"
MARK = "# source: kept by hand"
IDENTIFIER = re.compile(r"\bid:([^\t|\n]+)")


@cache
def by_hand() -> frozenset[str]:
    """Answer the identifiers of organisations in the files that no script writes."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(DATA.glob("*.tsv")))
    return frozenset(i for text in texts if MARK in text for i in IDENTIFIER.findall(text))
