"""Whether a text was cut off."""

import pytest

from kg.text.truncation import breaks_off

LONG = "This is a sentence of the usual length, with a verb and all that makes one, to the end."

CASES = [
    (f"{LONG} And then they wen", True),
    (f'{LONG} See <a href="https://x.example/a', True),
    (f"{LONG} See <stro", True),
    (f"{LONG} They met the union,", True),
    (f"{LONG} Of 46 members (39 women, 7", True),
    (f"{LONG} They met (39 women).", False),
    (f"{LONG} They said “yes.”", False),
    (f"{LONG} See SDG 16.7", False),
    (f"{LONG} They met UNDP", False),
    ("Schools have water", False),
    ("NA", False),
    ("", False),
    (f"{LONG[:-1]}\n{LONG[:-1]}\nand then they wen", False),
    (f"Key facts.\n{LONG[:-1]}\n{LONG[:-1]}\nand then they wen", False),
    ("Se form&oacute; el comit&eacute;. Luego qued&oacute; pendien", True),
]


@pytest.mark.parametrize(("raw", "expected"), CASES)
def test_breaks_off(raw: str, expected: bool) -> None:
    assert breaks_off(raw) == expected
