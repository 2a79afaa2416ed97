"""Where the words begin that an abbreviation is made of."""

import pytest

from kg.extract.names.abbreviated import aligned
from kg.extract.tokens import tokens

ALIGNED = [
    ("met the Superior Land Court", "SLC", "Superior"),
    ("la Organización Panamericana de la Salud", "OPS", "Organización"),
    ("the Women's Empowerment Principles", "WEP", "Women"),
    ("programme Agriculture Femmes et Développement durable", "AFD", "Agriculture"),
    ("the Federal Senate", "XYZ", None),
    ("the Agency", "SLA", None),
]


@pytest.mark.parametrize(("text", "short", "first"), ALIGNED)
def test_aligned(text: str, short: str, first: str | None) -> None:
    parts = list(tokens(text))
    start = aligned(parts, 0, len(parts), short)
    assert (None if start is None else parts[start].word) == first
