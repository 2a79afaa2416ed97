"""`kg build`: what it is given, what it says, and what it ends with."""

import io
import json
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from kg.cli import build
from kg.stages.folder import FILES
from tests.cli.conftest import EXAMPLES, Run
from tests.cli.test_manners import told

ACTIVITY = """<iati-activities version="2.03"><iati-activity default-currency="EUR">
<iati-identifier>{identifier}</iati-identifier>
<reporting-org ref="XX-1" type="21"><narrative xml:lang="en">Lake Fund</narrative></reporting-org>
<title><narrative xml:lang="en">Wells</narrative></title>
<activity-date type="2" iso-date="2021-01-01"/><activity-date type="4" iso-date="{end}"/>
</iati-activity></iati-activities>"""


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.xml"
    path.write_text(ACTIVITY.format(identifier="XX-1-A", end="2022-01-01"))
    return path


@pytest.fixture
def violating(tmp_path: Path) -> Path:
    path = tmp_path / "violating.xml"
    path.write_text(ACTIVITY.format(identifier="XX-1-B", end="2020-01-01"))
    return path


@pytest.fixture
def binary(tmp_path: Path) -> Path:
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    return path


def test_it_says_where_it_wrote_and_what_to_do_next(kg: Run, good: Path, out: Path) -> None:
    ran = kg("build", good, "-o", out)
    assert ran.status == 0
    assert f"Built {out} from 1 sources" in ran.err
    assert "activities\t1" in ran.out
    assert f"query partners_by_outcome -d {out}" in ran.err
    assert all((out / name).exists() for name in FILES)


def test_what_to_try_next_runs_the_same_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = tmp_path / "my bin" / "kg", tmp_path / "other" / "kg"
    for program in (here, there):
        program.parent.mkdir()
        program.touch(mode=0o755)

    def told(path: Path, first: Path) -> str:
        monkeypatch.setattr(sys, "argv", [str(path)])
        monkeypatch.setenv("PATH", str(first.parent))
        return build._program()

    assert told(here, here) == "kg"
    assert told(here, there) == f"'{here}'"
    assert told(here, tmp_path / "none") == f"'{here}'"
    assert told(Path("kg/__main__.py"), here) == f"{sys.executable} -m kg"


def test_for_machines_it_answers_json(kg: Run, good: Path, out: Path) -> None:
    ran = kg("build", good, "-o", out, "--format", "json")
    told = json.loads(ran.out)
    assert (ran.err, told["folder"], told["counts"]["activities"]) == ("", str(out), 1)
    assert told["sources"] == [
        {"key": "good.xml", "status": "read", "kind": told["sources"][0]["kind"], "reason": ""}
    ]


def test_broken_shapes_end_with_1(kg: Run, violating: Path, out: Path) -> None:
    assert kg("build", violating, "-o", out).status == 1
    assert kg("build", violating, "-o", out, "--fail-on", "never").status == 0
    assert kg("build", violating, "-o", out, "--fail-on", "warning").status == 1


def test_a_named_input_that_is_not_there_ends_with_3(
    kg: Run, good: Path, tmp_path: Path, out: Path
) -> None:
    told(kg("build", good, tmp_path / "none.txt", "-o", out), 3, "none.txt", "no such file")
    assert not out.exists()


def test_a_named_input_of_no_known_kind_ends_with_3(
    kg: Run, good: Path, binary: Path, out: Path
) -> None:
    ran = kg("build", good, binary, "-o", out)
    assert ran.status == 3
    assert "picture.png" in ran.out
    assert (out / "graph.nq").exists()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        (
            "picture.png",
            b"\x89PNG\r\n\x1a\n",
            "of no known kind: give results pages, texts, tables of results or IATI",
        ),
        ("note.txt", b" \n", "empty: give results pages, texts, tables of results or IATI files"),
        (
            "bomb.xml",
            b'<!DOCTYPE a [<!ENTITY b "c">]><iati-activities>&b;</iati-activities>',
            "declares entities: remove them, IATI needs none\n",
        ),
    ],
)
def test_where_no_input_can_be_used_it_ends_with_3(
    kg: Run, tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(content)
    out = tmp_path / "out"
    told(kg("build", tmp_path / name, "-o", out), 3, f"kg: {name}: {message}")
    assert not (out / "graph.nq").exists()


def test_a_folder_with_nothing_to_read_ends_with_3(kg: Run, tmp_path: Path, out: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    told(kg("build", folder, "-o", out), 3, f"kg: {folder}: no file there: give ")
    (folder / ".hidden").touch()
    told(kg("build", folder, "-o", out), 3, "kg: in/.hidden: hidden: give ")
    assert not out.exists()


def test_what_a_folder_holds_besides_changes_nothing_but_strictly(
    kg: Run, good: Path, binary: Path, out: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(good, folder)
    shutil.copy(binary, folder)
    ran = kg("build", folder, "-o", out)
    assert (ran.status, "1 of no known kind" in ran.err) == (0, True)
    assert kg("build", folder, "-o", out, "--strict").status == 3


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_an_output_that_cannot_be_written_ends_with_4(
    kg: Run, good: Path, tmp_path: Path, place: str
) -> None:
    (tmp_path / "file").write_text("in the way")
    told(kg("build", good, "-o", tmp_path / place), 4, "cannot be written to", "choose another -o")
    assert (tmp_path / "file").read_text() == "in the way"


def test_two_inputs_with_one_key_end_with_2(kg: Run, good: Path, tmp_path: Path, out: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(good, other)
    told(kg("build", good, other / "good.xml", "-o", out), 2, "two inputs", "good.xml")
    told(kg("build", "-o", out), 2, "no SOURCE")
    told(kg("build", "", "-o", out), 2, "an empty name")
    assert not out.exists()


@pytest.mark.parametrize("form", ["table", "json"])
def test_a_dry_run_shows_what_each_source_is_and_writes_nothing(
    kg: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = kg("build", EXAMPLES, "--dry-run", "--format", form)
    assert ran.status == 0
    rows = (
        [(row["key"], row["country"], row["year"], row["status"]) for row in json.loads(ran.out)]
        if form == "json"
        else [
            (key, country, year, status)
            for key, _, country, year, status in (
                line.split("\t") for line in ran.out.splitlines()[1:]
            )
        ]
    )
    assert ("examples/mexico-2021.txt", "MX", "2021", "read") in rows
    assert len(rows) == 2
    assert not list(tmp_path.iterdir())


def test_standard_input_is_a_source(
    kg: Run, out: Path, monkeypatch: pytest.MonkeyPatch, good: Path
) -> None:
    given = SimpleNamespace(buffer=io.BytesIO(good.read_bytes()))
    monkeypatch.setattr(sys, "stdin", given)
    ran = kg("build", "-", "--name", "piped.xml", "-o", out, "--format", "json")
    assert [source["key"] for source in json.loads(ran.out)["sources"]] == ["piped.xml"]


def test_settings_of_the_working_directory_hold_unless_others_are_named(
    kg: Run, good: Path, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("kg.toml").write_text('base = "https://here.example/"')
    Path("other.toml").write_text('base = "https://there.example/"')
    kg("build", good, "-o", out)
    assert "<https://here.example/" in (out / "graph.nq").read_text()
    kg("build", good, "-o", out, "--config", "other.toml")
    assert "<https://there.example/" in (out / "graph.nq").read_text()


def test_a_wrong_setting_is_told(
    kg: Run, good: Path, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("kg.toml").write_text("bse = 'x'")
    told(kg("build", good, "-o", out), 2, "kg.toml: bse", "did you mean base?")
    told(kg("build", good, "--config", "none.toml"), 2, "none.toml", "check --config")


NOTE = "The Lake Fund and UNICEF opened 12 wells in Oaxaca. Each of the wells serves 300 women.\n"


def test_notes_beside_reports_are_passed_over_unless_named(
    kg: Run, good: Path, out: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(good, folder)
    for name in ("README.md", "load.py", "wells.txt"):
        (folder / name).write_text(NOTE + name)
    ran = kg("build", folder, "-o", out)
    assert "Skipped: 1 about the files, 1 source code. --verbose lists them." in ran.err
    assert "each read as one narrative: in/wells.txt." in ran.err
    assert "README.md" not in ran.out
    assert "in/README.md" in kg("build", folder, "-o", out, "--verbose").out
    ran = kg("build", folder / "README.md", "-o", out)
    assert "each read as one narrative: README.md." in ran.err


def test_a_text_that_names_nobody_reports_no_result(kg: Run, out: Path, tmp_path: Path) -> None:
    text = tmp_path / "note.txt"
    text.write_text("The modules are short. Half of the files have 100 lines and 12 functions.\n")
    kg("build", text, "-o", out)
    answered = json.loads(kg("query", "measurements", "-d", out, "--format", "json").out)
    roles = {row["role"]["value"] for row in answered["results"]["bindings"]}
    assert roles == {"context"}


@pytest.mark.parametrize("hint", ['country = "Mexiko"', "year = 99999"])
def test_settings_that_cannot_be_meant_are_told_in_one_line(
    kg: Run, good: Path, out: Path, tmp_path: Path, hint: str
) -> None:
    config = tmp_path / "kg.toml"
    config.write_text(f'[[sources]]\nmatch = "*"\n{hint}\n')
    ran = kg("build", good, "-o", out, "--config", config)
    assert ran.status == 2
    assert len(ran.err.splitlines()) == 1
    assert hint.partition(" = ")[2] in ran.err
    assert not out.exists()


@pytest.mark.parametrize("option", [(), ("--dry-run",)])
def test_it_tells_what_the_settings_say_of_no_source(
    kg: Run, good: Path, out: Path, tmp_path: Path, option: tuple[str, ...]
) -> None:
    config = tmp_path / "kg.toml"
    config.write_text('[[sources]]\nmatch = "gone/*"\ncountry = "MX"\n')
    ran = kg("build", good, "-o", out, "--config", config, *option)
    assert ran.status == 0
    assert 'match = "gone/*"' in ran.err
