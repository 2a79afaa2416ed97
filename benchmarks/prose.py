"""How fast prose becomes a build, and how large the build is: one long narrative, and many pages.

Makes seeded reports (who trained how many where, with whom), builds them on one core, and prints for
each size kilobytes a second of the whole build and of the extraction alone, and bytes of the folder,
of its graph and of its cache for each byte of input. Twice the input should give the same figures.
Then one page of many is changed, and the share of a full build is printed that the next one takes.

    python benchmarks/prose.py --kilobytes 250 500 1000
    python benchmarks/prose.py FILE...            # the same figures for your own texts
"""

import argparse
import json
import platform
import random
import sys
import tempfile
import time
from pathlib import Path

from kg.documents import Document
from kg.inputs import gather
from kg.settings import Settings
from kg.stages import cache
from kg.stages.folder import current
from kg.stages.pipeline import build

SEED = 2021
PAGE_BYTES = 5_000
PLACES = ("Oaxaca", "Puebla", "Kathmandu", "Bogota", "Dakar", "Nairobi", "Quito", "Tbilisi")
COUNTRIES = ("Mexico", "Nepal", "Colombia", "Senegal", "Kenya", "Ecuador", "Georgia")
PARTNERS = ("the Ministry of Labour", "UNICEF", "the European Union", "the Lake Foundation", "FAO")
WHO = ("women", "teachers", "police officers", "girls", "farmers")
ACTS = ("trained", "reached", "employed", "advised", "registered")
MARKS = (". ", ". ", ".\n\n", "; ", ", and ")


def prose(kilobytes: int, rng: random.Random) -> str:
    """Answer so much prose about one country."""
    country = rng.choice(COUNTRIES)
    parts: list[str] = []
    size = 0
    while size < kilobytes * 1000:
        said = (
            f"In {rng.randrange(2010, 2025)}, {rng.choice(PARTNERS)} {rng.choice(ACTS)}"
            f" {rng.randrange(2, 90_000):,} {rng.choice(WHO)} in {rng.choice(PLACES)}, {country},"
            f" with the support of {rng.choice(PARTNERS)} and an amount of USD {rng.randrange(1, 99)} million"
        ) + rng.choice(MARKS)
        parts.append(said)
        size += len(said)
    return "".join(parts)


def no_network(url: str) -> Document:
    raise AssertionError(url)


def built(source: Path, target: Path) -> float:
    """Build a source, and answer the seconds it took."""
    began = time.perf_counter()
    build(gather([str(source)], Settings(), no_network), Settings(), target, count=1)
    return time.perf_counter() - began


def figures(name: str, source: Path, folder: Path) -> float:
    """Build a source into a new folder, print its figures, and answer the seconds it took."""
    target = folder / f"out-{name.replace(' ', '-')}"
    size = sum(p.stat().st_size for p in ([source] if source.is_file() else source.rglob("*")))
    seconds = built(source, target)
    extract = json.loads((target / "run.json").read_text("utf-8"))["seconds"]["extract"]
    build_folder = current(target)
    assert build_folder
    graph = (build_folder / "graph.nq").stat().st_size
    kept = cache.size(target / ".cache")
    total = cache.size(build_folder) + kept
    print(
        f"{name:<22} {size / 1000:>7,.0f} kB {seconds:>7.1f} s {size / seconds / 1000:>6.0f} kB/s"
        f" {size / extract / 1000:>6.0f} kB/s {total / size:>6.1f} {graph / size:>6.1f} {kept / size:>6.1f}"
    )
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--kilobytes", nargs="+", type=int, default=[250, 500, 1000])
    options = parser.parse_args()
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}")
    print(
        f"{'input':<22} {'size':>10} {'build':>9} {'build':>11} {'extraction':>11} {'folder':>6} {'graph':>6} {'cache':>6}"
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path in options.files:
            figures(path.name, path, folder)
        for kilobytes in [] if options.files else options.kilobytes:
            measure(kilobytes, folder)


def measure(kilobytes: int, folder: Path) -> None:
    """Print the figures of one narrative and of many pages of the same size together."""
    rng = random.Random(SEED)  # noqa: S311  input for a benchmark, no secret
    one = folder / f"one-{kilobytes}.txt"
    one.write_text(prose(kilobytes, rng), "utf-8")
    figures(f"one narrative {kilobytes}", one, folder)
    many = folder / f"many-{kilobytes}"
    many.mkdir()
    for number in range(kilobytes * 1000 // PAGE_BYTES):
        (many / f"{number:05}.txt").write_text(prose(PAGE_BYTES // 1000, rng), "utf-8")
    seconds = figures(f"many pages {kilobytes}", many, folder)
    changed = many / "00000.txt"
    changed.write_text(changed.read_text("utf-8") + prose(1, rng), "utf-8")
    again = built(many, folder / f"out-many-pages-{kilobytes}")
    print(f"{'  one page changed':<22} {again:>20.1f} s {again / seconds:>9.0%} of the full build")


if __name__ == "__main__":
    sys.exit(main())
