"""A file of judgements is read, kept sorted with its comments, and written back unchanged."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.identity.judgements import VERDICTS, Judgements, judgement, load, parse, save
from kg.records import Key

FILE = """# Kept by the results team.

# asked in May
different\torg:id:XX-1\torg:name:MX:water board\tWater Board\tWB\ttwo offices
same\torg:name:MX:water board\torg:name:MX:wb\tWater Board\tWB
# to be asked again
"""


def test_a_sorted_file_is_written_as_it_was() -> None:
    assert parse(FILE).text() == FILE


def test_a_new_judgement_is_put_in_its_place_and_comments_stay_with_their_lines() -> None:
    made = judgement("same", (Key("org:id:XX-2"), "B"), (Key("org:id:XX-0"), "A"))
    lines = parse(FILE).with_(made).text().splitlines()
    assert lines[2] == "same\torg:id:XX-0\torg:id:XX-2\tA\tB"
    assert lines[3] == "# asked in May"
    assert lines[4].startswith("different\torg:id:XX-1")


def test_a_judgement_stands_for_the_older_one_of_the_same_keys() -> None:
    one, two = parse(FILE).listed[0].keys
    judged = parse(FILE).with_(judgement("same", (two, ""), (one, "")))
    assert [j.verdict for j in judged.listed] == ["same", "same"]
    assert judged.listed[0].comments == ("# asked in May",)


def test_taking_back_what_was_added_leaves_the_file_as_it_was() -> None:
    made = judgement("unsure", (Key("law:name:MX:a"), ""), (Key("law:name:MX:b"), ""))
    assert parse(FILE).with_(made).without(made).text() == FILE


def test_names_and_comments_decide_nothing() -> None:
    bare = "".join(
        "\t".join(line.split("\t")[:3]) + "\n" for line in FILE.splitlines() if line[:1] != "#"
    )
    assert parse(bare).digest == parse(FILE).digest
    assert parse(FILE.replace("different", "unsure")).digest != parse(FILE).digest
    assert Judgements().digest == ""


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("same\torg:id:A", "2 cells"),
        ("maybe\torg:id:A\torg:id:B", "verdict 'maybe'"),
        ("same\torg:id:A\torg:id:A", "same key twice"),
        ("same\torg:id:A\tlaw:id:B", "never a law"),
        ("same\torg:id:A\tB", "'B' is no key"),
        ("same\tactivity:id:A\tactivity:id:B", "no key of a thing"),
        ("same\torg:id:A\torg:id:B\nsame\torg:id:B\torg:id:A", "judged in line 1 too"),
    ],
)
def test_a_wrong_line_is_told_with_its_number(line: str, said: str) -> None:
    with pytest.raises(UsageError, match=rf"^judgements.tsv: line \d: .*{said}"):
        parse(line)


def test_a_network_may_be_an_organisation() -> None:
    assert parse("same\torg:id:A\tnetwork:id:B").listed


def test_no_file_is_no_judgement(tmp_path: Path) -> None:
    assert load(tmp_path / "none.tsv") == load(None) == Judgements()


def test_a_file_that_is_not_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "j.tsv").write_bytes(b"same\t\xff\xfe")
    with pytest.raises(UsageError, match="cannot be read"):
        load(tmp_path / "j.tsv")


KEYS = st.integers(0, 9).map(lambda n: Key(f"org:id:XX-{n}"))
NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
MADE = st.tuples(st.sampled_from(VERDICTS), KEYS, KEYS, NAMES, NAMES, NAMES).filter(
    lambda cells: cells[1] != cells[2]
)


@given(st.lists(MADE))
def test_any_judgements_are_read_as_they_were_written(
    made: list[tuple[str, Key, Key, str, str, str]],
) -> None:
    judged = Judgements()
    for verdict, one, two, name, other, note in made:
        known = next(v for v in VERDICTS if v == verdict)
        judged = judged.with_(judgement(known, (one, name), (two, other), note))
    again = parse(judged.text())
    assert again.text() == judged.text()
    assert again.digest == judged.digest


def test_a_file_is_saved_whole(tmp_path: Path) -> None:
    save(parse(FILE), tmp_path / "j.tsv")
    assert [path.name for path in tmp_path.iterdir()] == ["j.tsv"]
    assert load(tmp_path / "j.tsv") == parse(FILE)
