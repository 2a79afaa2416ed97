"""Draw the README's picture: who takes part in what in the examples, from a build of them.

Run `python scripts/picture.py` after `make demo`; it writes docs/partners.svg.
"""

import argparse
from html import escape
from pathlib import Path
from typing import Final

import kg

ROOT: Final = Path(__file__).resolve().parent.parent
ROW: Final = 26
WIDTH: Final = 900
LEFT, RIGHT = 330, 560
COLOURS: Final = {  # Okabe and Ito (2008): told apart by colour-blind readers
    "implementer": "#0072B2",
    "funder": "#D55E00",
    "lead": "#009E73",
    "signatory": "#CC79A7",
}
OTHER: Final = "#777777"
_KINDS: Final = {"Programme", "Activity", "Event", "Network"}


def acts(build: Path) -> list[tuple[str, str, str]]:
    """Answer who takes part in which named thing, as what, each once."""
    rows = kg.open(build).query("participations")
    return sorted(
        {
            (row["organisation"], row["target"], row["role"])
            for row in rows
            if row["targetType"] in _KINDS
        }
    )


def svg(found: list[tuple[str, str, str]]) -> str:
    """Answer the picture: partners on the left, what they take part in on the right."""
    partners = sorted({who for who, _, _ in found})
    things = sorted({what for _, what, _ in found})
    height = ROW * (max(len(partners), len(things)) + 2)
    left = {name: _place(i, len(partners), height) for i, name in enumerate(partners)}
    right = {name: _place(i, len(things), height) for i, name in enumerate(things)}
    lines = [
        _open(height),
        "<title>Who takes part in what in the examples</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="white"/>',
    ]
    lines += [_line(left[who], right[what], COLOURS.get(role, OTHER)) for who, what, role in found]
    for names, x, anchor in ((left, LEFT - 8, "end"), (right, RIGHT + 8, "start")):
        lines += [
            f'<text x="{x}" y="{y + 4:.0f}" text-anchor="{anchor}">{escape(_short(name))}</text>'
            for name, y in names.items()
        ]
    known = [
        (role, colour) for role, colour in COLOURS.items() if role in {row[2] for row in found}
    ]
    roles = [*known, ("another role", OTHER)]
    lines += [
        f'<text x="{30 + 120 * i}" y="{height - 8}" fill="{colour}">— {role}</text>'
        for i, (role, colour) in enumerate(roles)
    ]
    return "\n".join([*lines, "</svg>", ""])


def _open(height: int) -> str:
    size = f'width="{WIDTH}" height="{height}"'
    font = 'font-family="sans-serif" font-size="12"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {font} role="img">'


def _line(y1: float, y2: float, colour: str) -> str:
    ends = f'x1="{LEFT}" y1="{y1:.0f}" x2="{RIGHT}" y2="{y2:.0f}"'
    return f'<line {ends} stroke="{colour}" stroke-width="2"/>'


def _place(index: int, count: int, height: int) -> float:
    return (index + 0.5) * (height - ROW) / count


def _short(name: str, most: int = 48) -> str:
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"


def main() -> None:
    """Write the picture of a build."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("build", type=Path, nargs="?", default=ROOT / "kg-out")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "docs" / "partners.svg")
    said = parser.parse_args()
    said.output.write_text(svg(acts(said.build)), encoding="utf-8")


if __name__ == "__main__":
    main()
