"""Whether a text is prose; `tests/sources/test_narrative.py` has the kinds that are none."""

import pytest

from kg.text.prose import is_prose

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
