"""Settings are read strictly: a key that nothing reads is an error that helps."""

from pathlib import Path

import pytest

from kg import settings
from kg.errors import UsageError


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "kg.toml"
    path.write_text(text)
    return path


def test_no_file_means_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert settings.load(None) == settings.Settings(judgements=Path("judgements.tsv"))


def test_the_working_directory_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, 'base = "https://example.org/"')
    monkeypatch.chdir(tmp_path)
    assert settings.load(None).base == "https://example.org/"


def test_hints_of_a_source_are_found_by_pattern(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        '[[sources]]\nmatch = "portal/*"\ncountry = "MX"\nyear = 2020\n'
        '[[sources]]\nmatch = "portal/a*"\nyear = 2021\n',
    )
    loaded = settings.load(path)
    assert loaded.hints("portal/a.txt") == {"country": "MX", "year": "2021"}
    assert loaded.hints("other/a.txt") == {}


def test_folders_stand_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "my-shapes").mkdir()
    loaded = settings.load(write(tmp_path, 'shapes = "my-shapes"'))
    assert loaded.shapes == (tmp_path / "my-shapes",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("bse = 1", "did you mean base"),
        ("[dataset]\nlicense = 'x'", "did you mean licence"),
        ("base = 'example.org'", "http"),
        ("text = 'some'", "results, all, none"),
        ("base = ", "not TOML"),
        ("[[sources]]\ncountry = 'MX'", "no match"),
        ("[[sources]]\nmatch = '*'\nyear = 99999", "sources.year: 99999: give one year"),
        ("[[sources]]\nmatch = '*'\nyear = 'last'", "give one year"),
        ("[[sources]]\nmatch = '*'\ndecimal = ';'", "sources.decimal: ';': choose"),
        ("shapes = 'gone'", "gone is not there"),
        ("base = 'https://example.org/a b/'", "http"),
        ("base = 5", "Expected `str`"),
        ("languages = 'en'", "Expected `array`"),
        ("languages = []", "length >= 1"),
        ("languages = ['en', 5]", "Expected `str`"),
        ("dataset = 5", "Expected `object`"),
        ("[dataset]\ntitle = 5", "Expected `str`"),
        ("sources = [5]", "Expected `object`"),
        ("[[sources]]\nmatch = 'a'\nyear = [2021]", "Expected `int . str . object`"),
        ("judgements = 5", "Expected `str`"),
    ],
)
def test_a_mistake_is_said_in_one_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message) as raised:
        settings.load(write(tmp_path, text))
    assert "\n" not in str(raised.value)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        settings.load(tmp_path / "no.toml")


def test_columns_of_a_table_are_hints(tmp_path: Path) -> None:
    path = tmp_path / "kg.toml"
    path.write_text('[[sources]]\nmatch = "*.csv"\ncolumns = { "result/title" = "Goal" }\n')
    assert settings.load(path).hints("a.csv") == {"columns.result/title": "Goal"}


def test_patterns_that_match_nothing_are_known(tmp_path: Path) -> None:
    path = write(tmp_path, '[[sources]]\nmatch = "a*"\n[[sources]]\nmatch = "b*"\n')
    assert settings.load(path).unmatched(["a.txt", "c.txt"]) == ("b*",)
