from pathlib import Path

import pytest

from kg import store
from kg.store import Store


@pytest.fixture(scope="session")
def partners_store() -> Store:
    """A graph with a page, an activity file, an agency with an office, and what they describe."""
    return store.in_memory(Path(__file__).parent / "partners.trig")
