"""Where sentences begin and end."""

import pytest
from hypothesis import given

from kg.text.reading import read
from kg.text.sentences import MAX_CHARACTERS, sentences
from tests.text.fragments import raws

CASES = [
    ("en", ["Dr. Paz of the U.S. Congress met 5.5 million people.", "She left."]),
    ("en", ["See No. 5, art. 7 and www.example.org/a.b today.", "No.", "Then 3,000 came!", "Why?"]),
    ("en", ["He said “yes.”", "“No,” she said (and left.)", "3 stayed…", "2,245 came."]),
    ("en", ["Work etc. goes on."]),
    ("en", ["It was thanked.", "Then it ended."]),
    ("es", ["El Sr. Paz y la Dra. Ruiz vieron EE.UU. y la pág. 5.", "¿Volvieron?", "Sí."]),
    ("fr", ["M. Diop et Mme. Sow ont lu l'art. 5 de la loi.", "Ils sont partis."]),
    ("", ["La Dra. Ruiz met Mr. Paz.", "They left."]),
]


@pytest.mark.parametrize(("lang", "said"), CASES)
def test_sentences(lang: str, said: list[str]) -> None:
    text = " ".join(said)
    assert [text[start:end] for start, end in sentences(text, lang)] == said


def test_a_number_before_a_point_ends_no_sentence() -> None:
    text = "1. First of all, it rained.\na. Then it stopped.\nii. It rained again."
    assert [text[start:end] for start, end in sentences(text)] == text.split("\n")


def test_lines_and_bullets_end_sentences() -> None:
    text = "A title\nThe first. • One thing • Another thing.Then it ended"
    assert [text[start:end] for start, end in sentences(text, "en")] == [
        "A title", "The first.", "• One thing", "• Another thing.", "Then it ended",
    ]  # fmt: skip


@given(raws)
def test_sentences_are_all_of_the_text_but_its_white_space(raw: str) -> None:
    text = read(raw).text
    at = 0
    for start, end in sentences(text):
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip() != ""
        at = end
    assert not text[at:].strip()


@pytest.mark.parametrize("link", [", and ", "; ", " ", ""])
def test_what_never_ends_is_cut(link: str) -> None:
    text = link.join(["the fund opened 12 wells"] * 1000)
    spans = sentences(text)
    assert max(end - start for start, end in spans) <= MAX_CHARACTERS
    assert "".join("".join(text[s:e].split()) for s, e in spans) == "".join(text.split())
