"""The words of each language: every file has the same kinds, and each is one that is used."""

import re
from pathlib import Path

import pytest

import kg.extract
from kg.extract.lexicon import languages, lexicon

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
