"""What was asked for before is not made again; whatever differs is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.inputs import gather
from kg.settings import Settings
from kg.stages import products
from kg.stages.built import Built
from kg.stages.pipeline import build
from tests.stages import corpus
from tests.stages.test_pipeline import ALL, digests, no_network


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[Built, int]]:
    """Build the folder `in`, and answer what was answered and how many graphs were made."""
    corpus.put(tmp_path / "in", {0: 0, 5: 0})
    made: list[int] = []
    original = products.make

    def noted(*arguments: object) -> object:
        made.append(1)
        return original(*arguments)  # type: ignore[arg-type]  # what it was called with

    monkeypatch.setattr(products, "make", noted)

    def asked(settings: Settings = Settings()) -> tuple[Built, int]:  # noqa: B008  a frozen value
        made.clear()
        inputs = gather([str(tmp_path / "in")], settings, no_network)
        return build(inputs, settings, tmp_path / "out", count=1), len(made)

    return asked


def test_the_same_again_is_answered_and_not_made(
    ask: Callable[..., tuple[Built, int]], tmp_path: Path
) -> None:
    first, made = ask()
    before = digests(tmp_path / "out")
    again, made_again = ask()
    assert (made, made_again) == (1, 0)
    assert again == first
    assert digests(tmp_path / "out") == before


@pytest.mark.parametrize("what", ["input", "setting", "shape", "product", "answer"])
def test_what_differs_is_made(
    ask: Callable[..., tuple[Built, int]], tmp_path: Path, what: str
) -> None:
    shapes = tmp_path / "shapes"
    shapes.mkdir()
    settings = Settings(shapes=(shapes,))
    assert ask(settings)[1] == 1
    assert ask(settings)[1] == 0
    match what:
        case "input":
            corpus.put(tmp_path / "in", {0: 1, 5: 0})
        case "setting":
            settings = Settings(shapes=(shapes,), languages=("es",))
        case "shape":
            (shapes / "own.ttl").write_text("# none yet\n")
        case "product":
            (tmp_path / "out" / ".current" / "graph.ttl").unlink()
        case _:
            (tmp_path / "out" / ".cache" / "last.json").write_text("{}")
    assert ask(settings)[1] == 1


def test_the_same_after_another_is_made(
    ask: Callable[..., tuple[Built, int]], tmp_path: Path
) -> None:
    ask()
    corpus.put(tmp_path / "in", ALL)
    ask()
    corpus.put(tmp_path / "in", {0: 0, 5: 0})
    assert ask()[1] == 1
