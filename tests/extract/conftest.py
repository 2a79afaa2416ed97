"""Cases of rules are read by rules alone: tables in which nothing but their answers weighs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.extract.learned import weights as learned


@pytest.fixture(autouse=True)
def rules_alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Take the tables of the tests; what has been read of others is forgotten, before and after."""
    monkeypatch.setattr(learned, "FOLDER", Path(__file__).parent / "tables")
    learned.weights.cache_clear()
    yield
    learned.weights.cache_clear()
