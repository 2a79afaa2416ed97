"""The words of each language: every file has the same kinds, and each is one that is used."""

import re
from pathlib import Path

import pytest

import kg.extract
from kg.extract.lexicon import languages, lexicon
from kg.extract.phrases import Haystack
from kg.extract.tokens import tokens

PACKAGE = Path(kg.extract.__file__).parent


def test_languages_are_those_with_a_file() -> None:
    assert languages() == ("en", "es", "fr")


@pytest.mark.parametrize("lang", ["en", "es", "fr"])
def test_every_kind_of_words_is_asked_for_somewhere(lang: str) -> None:
    code = "\n".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    stems = set(re.findall(r'f?"([a-z]+(?:\.[a-zA-Z_]+)*)\.?[{"]', code))
    for kind in lexicon(lang).words:
        assert any(kind == stem or kind.startswith(f"{stem}.") for stem in stems), kind


def test_an_unknown_language_has_heads_of_names_and_no_cues() -> None:
    words = lexicon("de").words
    assert "ministry" in words["head.organisation"]
    assert not any(kind.startswith("participation") for kind in words)


def test_words_are_compared_without_accents() -> None:
    assert lexicon("es").has("head.organisation", "secretaria")


@pytest.mark.parametrize(
    ("lang", "word", "value"), [("", "tsd", 1000), ("ro", "mil", 10**6), ("ht", "mil", 1000)]
)
def test_scales_of_languages_that_are_not_read(lang: str, word: str, value: int) -> None:
    found = lexicon(lang).phrases.find(Haystack.of(list(tokens(f"3 {word}"))))
    scales = [sign for _, _, sign in found if sign.kind == "number.scales"]
    own = [sign for sign in scales if sign.lang == lang] or scales
    assert [sign.value for sign in own] == [str(value)]


def test_a_word_with_two_meanings_scales_in_its_own_language_only() -> None:
    assert lexicon("tr").has("number.scales", "bin")
    assert not lexicon("").has("number.scales", "bin")
    assert not lexicon("en").has("number.scales", "bin")


MOST_COLUMNS = 200
"""A longer line cannot be reviewed: a word that is added or lost in it is not seen."""


@pytest.mark.parametrize("file", sorted((PACKAGE / "lexicon").glob("*.toml")), ids=lambda f: f.name)
def test_lists_are_wrapped(file: Path) -> None:
    lines = file.read_text("utf-8").splitlines()
    assert [at for at, line in enumerate(lines, 1) if len(line) > MOST_COLUMNS] == []
