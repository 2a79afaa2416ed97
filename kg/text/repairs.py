"""What is mended in a text for reading: `repairs.toml`, a list of patterns and replacements."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

_UNDEFINED: Final = {0x81: "\x81", 0x8D: "\x8d", 0x8F: "\x8f", 0x90: "\x90", 0x9D: "\x9d"}
"""The bytes to which windows-1252 gives no character, as browsers show them."""

_BYTES: Final = {_UNDEFINED.get(b) or bytes([b]).decode("cp1252"): b for b in range(256)}


@dataclass(frozen=True, slots=True)
class Repair:
    """One kind of damage, and what is read in its place."""

    pattern: re.Pattern[str]
    replacement: str
    encoding: str = ""

    def __call__(self, match: re.Match[str]) -> str:
        """Answer what is read in the place of a match."""
        return _redecoded(match[0], self.encoding) if self.encoding else self.replacement


@lru_cache(maxsize=1)
def repairs() -> tuple[Repair, ...]:
    """Answer the repairs in the order in which they are made."""
    content = tomllib.loads((files("kg.text") / "repairs.toml").read_text("utf-8"))
    return tuple(
        Repair(re.compile(r["find"]), r.get("with", ""), r.get("decode", ""))
        for r in content["repair"]
    )


def _redecoded(text: str, encoding: str) -> str:
    """Answer the text of the same bytes in the right encoding, or the text itself.

    Source: WHATWG Encoding, index windows-1252.
    """
    try:
        right = bytes(_BYTES[character] for character in text).decode(encoding)
    except (KeyError, UnicodeDecodeError):
        return text
    return right if right.isprintable() or right == "\xa0" else text
