"""Whether a text is prose: sentences for a reader, not data, code or mark-up for a program."""

import csv
import re
from itertools import islice
from typing import Final

from kg.text.language import language
from kg.text.markup import ELEMENTS
from kg.text.reading import read
from kg.text.sentences import sentences

_LOOKED_AT_CHARACTERS: Final = 20_000
_MIN_SHARE: Final = 0.3
"""How much of a text must stand in sentences; headings, tables and addresses are the rest."""

_MIN_LETTERS: Final = 25
_MAX_SYMBOLS_PER_LETTER: Final = 0.03
_SYMBOL: Final = re.compile(r"[{}<>=_\\|$@~^]|[;)][\r\n]|\(\)")
_MARK: Final = re.compile(r"[.!?…:;。؟।][\"'”’»)\]]*$")
_STRUCTURED: Final = re.compile(
    r"""\A\ufeff?\s*(?: \#! | <\?xml | <!DOCTYPE(?!\s+html) | \{\s*["}] | \[\s*[\[{"\]] )
      | ^ @?prefix \s+ [\w-]* :""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
_FIRST_TAG: Final = re.compile(r"\ufeff?\s*<([A-Za-z][\w:-]*)")
_MIN_FIELDS: Final = {",": 3, ";": 2, "\t": 2, "|": 2}
"""By delimiter: two lines of prose can well have one comma each."""

_MIN_ROWS: Final = 2
_ROWS_LOOKED_AT: Final = 20


def is_prose(text: str) -> bool:
    r"""Answer whether a text is prose, by its beginning.

    Example:
        >>> is_prose("The fund paid for two schools. Both opened in May.")
        True
        >>> is_prose("id,name,amount\n1,School,20\n2,Clinic,35\n")
        False
    """
    beginning = text[:_LOOKED_AT_CHARACTERS]
    if _is_data(beginning):
        return False
    clean = read(beginning).text
    letters, symbols = _letters(clean), len(_SYMBOL.findall(clean))
    if not letters or symbols > _MAX_SYMBOLS_PER_LETTER * letters:
        return False
    said = sum(_weight(clean[start:end]) for start, end in sentences(clean))
    is_line = "\n" not in clean.strip()
    return said >= _MIN_SHARE * _visible(clean) or (is_line and bool(language(clean)))


def _is_data(text: str) -> bool:
    """Answer whether a text is in a form for programs: another mark-up than HTML, JSON, a table."""
    tag = _FIRST_TAG.match(text)
    return bool(
        (tag and tag[1].lower() not in ELEMENTS)
        or _STRUCTURED.search(text)
        or any(_is_table(text, delimiter) for delimiter in _MIN_FIELDS)
    )


def _weight(sentence: str) -> int:
    """Answer how many characters a sentence has, or 0 where it is none."""
    letters = _letters(sentence)
    symbols = len(_SYMBOL.findall(sentence))
    if (
        letters < _MIN_LETTERS
        or symbols > _MAX_SYMBOLS_PER_LETTER * letters
        or sentence[0].islower()
    ):
        return 0
    return _visible(sentence) if _MARK.search(sentence) else 0


def _visible(text: str) -> int:
    return sum(map(len, text.split()))


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _is_table(text: str, delimiter: str) -> bool:
    """Answer whether the first lines have as many fields each; in prose a comma is not a field's end."""
    lines = text.splitlines()[:-1] if len(text) == _LOOKED_AT_CHARACTERS else text.splitlines()
    try:
        rows = list(
            islice((r for r in csv.reader(lines, delimiter=delimiter) if r), _ROWS_LOOKED_AT)
        )
    except csv.Error:
        return False
    widths = {len(row) for row in rows}
    if len(rows) < _MIN_ROWS or len(widths) > 1 or min(widths) < _MIN_FIELDS[delimiter]:
        return False
    return not any(field.startswith(" ") for row in rows for field in row)
