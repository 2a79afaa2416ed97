"""Countries by code and by name, and which of them a text speaks of."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from kg import registers
from kg.identity.names import fold

_KEY: Final = "place:iso:"
_ALPHA_2: Final = 2
_ALPHA_3: Final = "iso3"
_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Countries:
    """All countries: codes (ISO 3166-1, both alphabetic ones) and folded names, to alpha-2."""

    codes: Mapping[str, str]
    names: Mapping[str, str]

    def of(self, said: str) -> str | None:
        """Answer the country that a code or a name means, as ISO 3166-1 alpha-2.

        Example:
            >>> Countries({"MEX": "MX"}, {"mexico": "MX"}).of("México")
            'MX'
        """
        return self.codes.get(said.strip()) or self.names.get(fold(said))

    def named(self, text: str) -> Counter[str]:
        """Answer how often a clean text names each country; the longest name at a place counts.

        Example:
            >>> Countries({}, {"guinea": "GN", "papua new guinea": "PG"}).named("Papua New Guinea")
            Counter({'PG': 1})
        """
        words = _WORD.findall(text)
        folded = [fold(word) for word in words]
        longest = max((name.count(" ") + 1 for name in self.names), default=0)
        found: Counter[str] = Counter()
        at = 0
        while at < len(words):
            length, country = (
                self._name(folded[at : at + longest]) if words[at][0].isupper() else (1, "")
            )
            found.update([country] if country else [])
            at += length
        return found

    def _name(self, words: list[str]) -> tuple[int, str]:
        """Answer the length of the longest name at the beginning of some words, and its country."""
        for length in range(len(words), 0, -1):
            if country := self.names.get(" ".join(words[:length])):
                return length, country
        return 1, ""


@lru_cache(maxsize=2)
def countries(extra: tuple[Path, ...] = ()) -> Countries:
    """Answer the countries of the shipped registers, and of the user's own."""
    codes: dict[str, str] = {}
    names: dict[str, str] = {}
    for entry in registers.load(extra).international():
        code = entry.key.removeprefix(_KEY)
        if entry.key.startswith(_KEY) and len(code) == _ALPHA_2:
            codes |= {code: code} | {
                value: code for scheme, value in entry.identifiers if scheme == _ALPHA_3
            }
            said = [name.text for name in (*entry.aliases, *entry.labels)]
            names |= {fold(name): code for name in said if not name.isupper()}
    return Countries(codes, names)
