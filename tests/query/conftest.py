"""The graph that names are looked up in."""

from pathlib import Path

import pytest

from kg import store
from kg.store import Store

NAMES = Path(__file__).parent / "names.trig"


@pytest.fixture(scope="session")
def names() -> Store:
    return store.in_memory(NAMES)
