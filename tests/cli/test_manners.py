"""What every command does: help with examples, one-line errors, quiet in pipes, exit status."""

import re
from importlib import metadata
from pathlib import Path

import click
import pytest

from kg import cli
from tests.cli.conftest import Ran, Run

COMMANDS = cli.cli.list_commands(click.Context(cli.cli))
ONE_LINE = re.compile(r"kg: .+: .+\n")


def told(ran: Ran, status: int, *words: str) -> None:
    assert ran.status == status, ran
    assert ONE_LINE.fullmatch(ran.err), ran.err
    assert all(word in ran.err for word in words), ran.err
    assert ran.out == ""


@pytest.mark.parametrize("command", [[], *[[name] for name in COMMANDS]], ids=" ".join)
def test_help_has_an_example(kg: Run, command: list[str]) -> None:
    ran = kg(*command, "--help")
    assert ran.status == 0
    assert "Example" in ran.out
    assert kg(*command, "-h").out == ran.out


def test_without_a_command_there_is_help(kg: Run) -> None:
    ran = kg()
    assert (ran.status, ran.out) == (0, kg("--help").out)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_says_what_each_command_is_for(kg: Run, name: str) -> None:
    assert re.search(rf"^  {name} +\S.+(?:\n {{4,}}\S.+)?\.$", kg("--help").out, re.MULTILINE)


def test_the_version_is_that_of_the_package(kg: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metadata, "version", {"kg-results": "1.2.3"}.__getitem__)
    assert kg("--version") == (0, "kg, version 1.2.3\n", "")


def test_a_checkout_that_is_not_installed_has_no_version(
    kg: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", missing)
    ran = kg("--version")
    assert (ran.status, ran.err) == (0, "")
    assert "not installed" in ran.out


def test_an_unknown_command_is_answered_with_those_there_are(kg: Run) -> None:
    told(kg("bild"), 2, "bild: no such command", *COMMANDS)


def test_an_unknown_option_is_answered_with_those_there_are(kg: Run) -> None:
    told(kg("build", "--strikt"), 2, "build: --strikt: no such option", "--strict", "--dry-run")
    told(kg("--strikt"), 2, "--strikt: no such option", "--debug", "--version")


def test_a_missing_argument_says_where_to_look(kg: Run) -> None:
    told(kg("explain"), 2, "explain: Missing argument", "see kg explain --help")


def test_an_error_has_its_traceback_only_with_debug(kg: Run, tmp_path: Path) -> None:
    missing = tmp_path / "none.txt"
    told(kg("build", missing), 3, "no such file")
    ran = kg("--debug", "build", missing)
    assert ran.status == 3
    assert "Traceback (most recent call last)" in ran.err
    assert ran.err.splitlines()[-1].startswith(f"kg: {missing}: no such file")


def test_a_defect_is_told_on_one_line(kg: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by\nnought")

    monkeypatch.setattr(cli.cli, "invoke", broken)
    told(kg("query"), 4, "ZeroDivisionError: by nought", "kg --debug")


def test_an_interrupt_ends_with_130(kg: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli.cli, "invoke", interrupted)
    ran = kg("query")
    assert (ran.status, ran.err.strip()) == (130, "kg: interrupted")


def test_where_there_is_no_build_it_says_how_to_make_one(kg: Run, tmp_path: Path) -> None:
    for command in (["query", "outcomes"], ["explain", "x"], ["network"], ["export"]):
        told(kg(*command, "-d", tmp_path), 2, "no build here", "kg build SOURCE")
    told(kg("validate", tmp_path), 2, "no build here")


@pytest.mark.parametrize("option", [["export", "-o"], ["network", "--gexf"]], ids=" ".join)
def test_a_file_that_cannot_be_written_is_told(kg: Run, built: Path, option: list[str]) -> None:
    ran = kg(option[0], "-d", built, option[1], built / "none" / "x")
    assert ran.status == 4
    assert ran.err.splitlines()[-1].startswith(f"kg: {built / 'none' / 'x'}: No such file")
    assert "Traceback" not in ran.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_told(built: Path, shell: Run) -> None:
    ran = shell(f"$kg export -d {built} > /dev/full")
    assert (ran.status, ran.err) == (
        4,
        "kg: output: No space left on device: check the path and the room on the disk\n",
    )


@pytest.mark.parametrize("command", ["query mentions", "query", "export", "network", "explain FAO"])
def test_a_reader_that_has_had_enough_is_no_error(built: Path, shell: Run, command: str) -> None:
    where = "" if command == "query" else f"-d {built}"
    ran = shell(f"$kg {command} {where} | head -1; exit ${{PIPESTATUS[0]}}")
    assert ran.status == 0
    assert len(ran.out.splitlines()) == 1
    assert not [line for line in ran.err.splitlines() if not line.startswith("Caution: ")]
    assert shell(f"$kg {command} {where} 2> /dev/null | true; exit ${{PIPESTATUS[0]}}").status == 0


@pytest.mark.parametrize(
    "command", ["query", "query outcomes", "network", "explain FAO", "validate"]
)
def test_a_pipe_gets_no_colours_and_no_bars(kg: Run, built: Path, command: str) -> None:
    words = command.split()
    where = {"validate": [built]}.get(command, [] if command == "query" else ["-d", built])
    ran = kg(*words, *where)
    assert ran.status == 0
    assert ran.out
    assert "\x1b" not in ran.out + ran.err


@pytest.mark.parametrize("columns", [1, 40])
def test_a_narrow_terminal_is_enough(built: Path, terminal: Run, columns: int) -> None:
    for command in ("--help", "query", f"query outcomes -d {built}", f"network -d {built}",
                    f"explain FAO -d {built}", f"validate {built}"):  # fmt: skip
        ran = terminal(f"$kg {command}", columns)
        assert ran.status == 0, ran
        assert "Traceback" not in ran.out


def test_the_shell_completes_commands_and_queries(shell: Run) -> None:
    def completed(words: str, number: int) -> list[str]:
        environment = {"_KG_COMPLETE": "bash_complete", "COMP_WORDS": words}
        ran = shell("$kg", **environment, COMP_CWORD=str(number))
        return [line.partition(",")[2] for line in ran.out.splitlines() if line]

    assert "_kg_completion" in shell("$kg", _KG_COMPLETE="bash_source").out
    assert completed("kg qu", 1) == ["query"]
    assert "outcomes" in completed("kg query out", 2)
    assert completed("kg query zzz", 2) == []


def test_a_start_loads_nothing_that_it_does_not_need(shell: Run) -> None:
    heavy = {"rdflib", "networkx", "pyshacl", "lxml", "requests", "ahocorasick"}
    for command in ("--help", "query"):
        loaded = shell(f"$kg {command} > /dev/null; true", PYTHONPROFILEIMPORTTIME="1").err
        names = {line.rpartition("|")[2].strip().partition(".")[0] for line in loaded.splitlines()}
        assert "click" in names
        assert not names & heavy
