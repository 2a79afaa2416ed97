"""Whether a text was cut off before it ended."""

import re
from typing import Final

from kg.text.markup import tags
from kg.text.reading import read
from kg.text.sentences import sentences

_OPEN_END: Final = tuple(",-–—(“«‘/&")
_MARK: Final = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_LONG_CHARACTERS: Final = 80


def breaks_off(raw: str, lang: str = "") -> bool:
    """Answer whether a raw text ends inside a tag, or in the middle of a sentence.

    A last sentence without a full stop is cut off only where the others have one: titles, lists
    and notes of few words often have none.

    Example:
        >>> breaks_off("Six laws were passed. More will be adop")
        True
        >>> breaks_off("Six laws were passed. See SDG 16.7")
        False
    """
    if any(tag.kind == "cut" and not raw[tag.end :].strip() for tag in tags(raw)):
        return True
    text = read(raw).text.rstrip()
    said = [text[start:end] for start, end in sentences(text, lang)]
    if not said or _MARK.search(said[-1]):
        return False
    if said[-1].endswith(_OPEN_END) or said[-1].count("(") > said[-1].count(")"):
        return True
    others = [sentence for sentence in said[:-1] if len(sentence) >= _LONG_CHARACTERS]
    return said[-1][-1].islower() and any(map(_MARK.search, others or said[:-1]))
