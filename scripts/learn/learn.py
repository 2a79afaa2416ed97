"""Makes the tables of `kg/extract/learned` from annotated pages.

    python scripts/learn/learn.py [GOLD[=PAGES] ...]

From `benchmarks/gold/{dev,train,passages}` and any further folders of gold; PAGES is where the
pages of a folder stand, if not in it. Needs the packages of the group `learn` (pyproject.toml).
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec
from answers import Answered, answered
from fitting import SETTINGS, fitted
from lessons import Lesson

from kg.api import build
from kg.evaluate.gold import Page
from kg.evaluate.reading import read
from kg.extract.learned.weights import weights
from kg.extract.learned.words import ordinary
from kg.extract.tokens import tokens
from kg.settings import Settings
from kg.text.reading import read as read_text

ROOT: Final = Path(__file__).resolve().parents[2]
TABLES: Final = ROOT / "kg" / "extract" / "learned"
PASSAGES: Final = "passages"
GOLD: Final = tuple(ROOT / "benchmarks" / "gold" / name for name in ("dev", "train", PASSAGES))
ROUNDS: Final = (("names",), ("numbers", "ties"))
"""The tables in the order they are made: numbers and ties are read beside the names found."""


def main(arguments: Sequence[str]) -> None:
    """Write the tables anew, names first."""
    folders = [*((path, path) for path in GOLD), *map(_folder, arguments)]
    pages = [page for gold, texts in folders for page in read(gold, texts).pages]
    _write("words.txt", words(page.text for page in pages))
    ordinary.cache_clear()
    for tables in ROUNDS:
        lessons = [one for gold, pages in folders for one in _lessons(gold, pages)]
        for table in tables:
            own = [one for one in lessons if one.lesson.table == table]
            rows = fitted(own, SETTINGS[table])
            _write(f"{table}.tsv", ["\t".join(row) for row in rows])
            sys.stdout.write(f"{table}: {len(own)} lessons, {len(rows) - 1} clues\n")
        weights.cache_clear()


def _folder(argument: str) -> tuple[Path, Path]:
    gold, _, pages = argument.partition("=")
    return Path(gold), Path(pages or gold)


def _lessons(gold: Path, pages: Path) -> Iterator[Answered]:
    """Answer the lessons of a folder of gold pages, built together as a user would."""
    found = {page.name: page for page in read(gold, pages).pages}
    with tempfile.TemporaryDirectory() as scratch:
        for lesson in _read(found.values(), Path(scratch)):
            yield from answered(lesson, found[lesson.page].gold, is_passage=gold.name == PASSAGES)


def _read(pages: Iterable[Page], scratch: Path) -> list[Lesson]:
    (scratch / "lessons").mkdir()
    settings = Settings(
        extractors=(str(Path(__file__).with_name("lessons.py")),),
        extractor={"lessons": {"into": str(scratch / "lessons")}},
    )
    build([page.path for page in pages if page.path], scratch / "out", settings=settings, workers=1)
    files = sorted((scratch / "lessons").iterdir())
    lines = (line for file in files for line in file.read_bytes().splitlines())
    return [msgspec.json.decode(line, type=Lesson) for line in lines]


def words(texts: Iterable[str]) -> list[str]:
    """Answer the folded words that at least two texts write small."""
    seen = Counter(
        word
        for text in texts
        for word in {t.fold for t in tokens(read_text(text).text) if t.word.islower()}
        if word.isalpha() and len(word) > 1
    )
    return sorted(word for word, count in seen.items() if count > 1)


def _write(name: str, lines: Sequence[str]) -> None:
    head = "# Made by scripts/learn/learn.py from annotated pages. Licence: CC BY 4.0"
    (TABLES / name).write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
