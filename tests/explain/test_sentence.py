"""A number or name is shown in its sentence, wherever it stands and however it is written."""

import pytest

from kg.explain.sentence import Sentence, around

TEXT = "In 2021, 40 women met. Dr. Paz\xa0 met 40 of them; 7 left.\nThe fund paid 40."


@pytest.mark.parametrize(
    ("prefix", "exact", "suffix", "sentence"),
    [
        ("In 2021, ", "40", " women met. ", Sentence("In 2021, ", "40", " women met.")),
        ("Paz met ", "40", " of them", Sentence("Dr. Paz met ", "40", " of them; 7 left.")),
        ("fund paid ", "40", ".", Sentence("The fund paid ", "40", ".")),
        ("them; ", "7 left", ".\nThe", Sentence("Dr. Paz met 40 of them; ", "7 left", ".")),
        ("", "In 2021, 40 women met.", " Dr.", Sentence("", "In 2021, 40 women met.", "")),
    ],
)
def test_it_is_the_sentence_in_which_the_words_stand(
    prefix: str, exact: str, suffix: str, sentence: Sentence
) -> None:
    assert around(TEXT, "en", exact, prefix, suffix) == sentence


def test_mark_up_and_addresses_are_not_shown() -> None:
    raw = 'Ask <a href="mailto:ana@example.org">Ana</a> or ana@example.org: <b>40</b> caf&eacute;s.'
    found = around(raw, "en", "40", "org: <b>", "</b> caf&eacute;s.")
    assert found == Sentence("Ask Ana or : ", "40", " cafés.")


def test_words_that_stand_in_two_sentences_are_shown_with_both() -> None:
    found = around("One came. Two left. Three stayed.", "en", "came. Two", "One ", " left.")
    assert found == Sentence("One ", "came. Two", " left.")


def test_what_the_text_does_not_hold_is_shown_with_what_stands_beside() -> None:
    assert around("Nothing.", "en", "40", "some ", " women") == Sentence(
        "... some ", "40", " women ..."
    )
