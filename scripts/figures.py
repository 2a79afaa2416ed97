"""Print what README.md says of how well pages are read: the figures of `kg eval`, in columns.

Run `python scripts/figures.py` to see them, with --write to put them into README.md. They follow
from the pages and the program alone: every machine prints the same.
"""

import argparse
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
COMMAND: Final = "kg eval benchmarks/gold/held-out"
_SHOWN: Final = re.compile(rf"    \$ {COMMAND}\n(?:    .+\n)+")


def figures() -> str:
    """Answer the command and what it prints, indented as README.md shows it."""
    words = [sys.executable, "-m", *COMMAND.split()]
    printed = subprocess.run(words, cwd=ROOT, check=True, capture_output=True, text=True).stdout  # noqa: S603  a fixed command
    rows = [line.split("\t") for line in printed.splitlines()]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]
    return "".join(f"    {line}\n" for line in (f"$ {COMMAND}", *lines))


def main() -> None:
    """Print the figures, or write them into README.md."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put them into README.md")
    if not parser.parse_args().write:
        print(figures(), end="")
        return
    readme = ROOT / "README.md"
    text, times = _SHOWN.subn(lambda _: figures(), readme.read_text("utf-8"))
    assert times == 1, f"README.md does not show `{COMMAND}` once"
    readme.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
