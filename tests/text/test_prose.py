"""Whether a text is prose, or in words at all; `tests/sources/test_narrative.py` has the kinds that are none."""

import pytest

from kg.text.prose import is_prose, is_worded

PROSE = [
    "The fund paid for two schools. Both opened in May.",
    "Six women, three men, two children\nmet in Lima, at noon, for lunch. They left at once.",
    "A note of one line on the work of the union in the north",
    "# Year\n\nThe *clinic* of the town treated 1,200 people; see [here](x).\n\n* a\n* b\n",
    "اجتمعت نساء المدينة مع رئيس البلدية. ثم ذهبن إلى السوق الكبير.",
    "[1] The first note says that the school of the town is open. It has nine rooms.",
]


@pytest.mark.parametrize("text", PROSE)
def test_prose(text: str) -> None:
    assert is_prose(text)


WORDED = [
    "- 240 women trained in Kisumu with UNICEF",
    "- 240 women trained\n- 3 towns reached by boat\n- new well\n",
    "Oxfam in Nepal trained 30 women.",
    "Our year\nWhat we did\nWells\n12\nClinics\n3\nThe town has a clinic now\n",
    "- 培训了240名妇女\n- 三个城镇\n",
    "- تدريب 240 امرأة في المدينة\n- ثلاث بلدات\n",
]


@pytest.mark.parametrize("text", WORDED)
def test_a_list_or_a_line_is_in_words(text: str) -> None:
    assert is_worded(text)


NOT_WORDED = {
    "code": "def run(a):\n    print(a)\n    return sum(a)\n",
    "minified": "!function(e,t){var n=e.document;n.body.x=t(n)}(window,3);var a=1,b=2",
    "encoded": "aGVsbG8gd29ybGQ0 aGVsbG8gd29ybGQ1\nQ29tZSBvbg9d 8J+YgA7x\n",
    "a table": "id,name,amount\n1,School,20\n2,Clinic,35\n",
    "numbers": "Sum of all\n12 33 22 11 99 12334 123 1212 9999 12312 12333\n",
    "two words": "Not available",
}


@pytest.mark.parametrize("name", NOT_WORDED)
def test_what_programs_read_is_not_in_words(name: str) -> None:
    assert not is_worded(NOT_WORDED[name])
