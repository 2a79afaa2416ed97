"""Whether a text is prose, or words at all: for a reader, not data, code or mark-up for a program."""

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

_MIN_WORDS: Final = 3
_MIN_SHARE_IN_WORDS: Final = 0.5
_WORD: Final = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff]"
    r"|(?<!\w)[^\W\d_]+(?:['’-][^\W\d_]+)*(?!\w)"
)
"""A word that stands alone; scripts without spaces between words have one a sign."""

_MIN_LETTERS: Final = 25
_MAX_SYMBOLS_PER_LETTER: Final = 0.03
_SYMBOL: Final = re.compile(r"[{}<>=_\\|$@~^]|[;)][\r\n]|\(\)")
_CALL: Final = re.compile(r"\w\(")
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
    clean = _clean(text)
    said = sum(_weight(clean[start:end]) for start, end in sentences(clean))
    is_line = "\n" not in clean
    return bool(clean) and (
        said >= _MIN_SHARE * _visible(clean) or (is_line and bool(language(clean)))
    )


def is_worded(text: str) -> bool:
    r"""Answer whether a text is in words, by its beginning: prose, a list, headings, one line.

    Example:
        >>> is_worded("- 240 women trained\n- 3 towns reached\n")
        True
        >>> is_worded("id,name,amount\n1,School,20\n2,Clinic,35\n")
        False
    """
    clean = _clean(text)
    words = _WORD.findall(clean)
    calls = len(_CALL.findall(text[:_LOOKED_AT_CHARACTERS]))
    is_code = calls > _MAX_SYMBOLS_PER_LETTER * _letters(clean)
    is_mostly = sum(map(len, words)) >= _MIN_SHARE_IN_WORDS * _visible(clean)
    return len(words) >= _MIN_WORDS and is_mostly and not is_code


def _clean(text: str) -> str:
    """Answer the beginning of a text as a reader sees it, "" where it is for programs."""
    beginning = text[:_LOOKED_AT_CHARACTERS]
    if _is_data(beginning):
        return ""
    clean = read(beginning).text
    symbols = len(_SYMBOL.findall(clean))
    return "" if symbols > _MAX_SYMBOLS_PER_LETTER * _letters(clean) else clean.strip()


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
