"""What is printed fits the terminal, and no word of it is lost or broken."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from kg.cli import _layout
from tests.cli.conftest import Run

CELLS = st.lists(st.text("ab1 éж", max_size=30).map(str.strip), min_size=3, max_size=3)
COLUMNS = ["name", "number of acts", "x"]
TITLES = set(" ".join(COLUMNS).split())
BOX = set("─│┌┐└┘┃━┏┓┗┛┡┩")


def printed(rows: list[list[str]], room: int) -> str:
    out = io.StringIO()
    screen = Console(file=out, width=room, color_system=None)
    wide = _layout.widths(COLUMNS, rows, room)
    if wide:
        screen.print(_layout.table(COLUMNS, rows, wide))
    for block in () if wide else _layout.blocks(COLUMNS, rows, room):
        screen.print(block, soft_wrap=True)
    return out.getvalue()


@given(st.lists(CELLS, max_size=4), st.integers(20, 90))
def test_every_word_is_shown_within_the_room(rows: list[list[str]], room: int) -> None:
    text = printed(rows, room)
    words = [word for row in rows for cell in row for word in cell.split()]
    assert sorted(words) == sorted(
        word
        for line in text.splitlines()
        for word in line.split()
        if word.rstrip(":") not in TITLES and not BOX & set(word)
    )
    longest = max(map(cell_len, words), default=0) + len("number of acts: ")
    assert all(cell_len(line) <= max(room, longest) for line in text.splitlines())


@given(st.lists(CELLS, min_size=1, max_size=4), st.integers(1, 200))
def test_columns_fill_no_more_than_the_room(rows: list[list[str]], room: int) -> None:
    wide = _layout.widths(COLUMNS, rows, room)
    assert not wide or sum(wide) + 4 <= room
    if room >= 140:
        assert wide == [
            max(cell_len(c) for c in column) for column in zip(COLUMNS, *rows, strict=True)
        ]


def test_marks_of_rich_are_text() -> None:
    assert "[b]a[/b] :smile:" in printed([["[b]a[/b] :smile:", "1", ""]], 60)
    assert "name: [b]a[/b]" in printed([["[b]a[/b]", "1", "word " * 20]], 20)


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize(
    "command",
    ["query", "query participations", "query outcomes", "query partner_roles", "network", "validate",
     "explain FAO"],
)  # fmt: skip
def test_commands_fit_the_terminal(
    built: Path, shell: Run, terminal: Run, command: str, columns: int
) -> None:
    where = "" if command == "query" else f"-d {built}"
    ran = terminal(f"$kg {command} {where} 2> /dev/null", columns)
    assert ran.status == 0
    name = max(map(len, shell(f"$kg {command} {where}").out.split()))
    lines = ran.out.splitlines()
    assert max(map(cell_len, lines)) <= max(columns, name + 4)
    assert "…" not in ran.out


@pytest.mark.parametrize(
    "command", ["query", "query outcomes", "network", "validate", "explain FAO"]
)
def test_a_pipe_gets_no_boxes(built: Path, kg: Run, command: str) -> None:
    where = [] if command == "query" else ["-d", built]
    assert not BOX & set(kg(*command.split(), *where).out)


def test_columns_with_labels_are_left_out_on_a_terminal_alone(
    built: Path, kg: Run, terminal: Run
) -> None:
    ran = terminal(f"$kg query participations -d {built}", 80)
    assert "organisation: UN Women" in ran.out
    assert "organisationEntity:" not in ran.out
    assert "Not shown: source, organisationEntity, targetEntity; --format csv has them." in ran.out
    assert "organisationEntity" in kg("query", "participations", "-d", built).out


def test_a_row_in_a_pipe_is_one_line(built: Path, kg: Run) -> None:
    head, *rows = kg("query", "truncated_narratives", "-d", built).out.splitlines()
    assert {row.count("\t") for row in rows} == {head.count("\t")}
