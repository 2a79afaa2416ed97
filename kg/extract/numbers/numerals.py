"""Numbers as people write them: 1,250 and 1.250, 17,7 and 17.7, 12,50,000, 25 000 000, fifteen."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

_GROUPED: Final = re.compile(r"[1-9]\d{0,2}(?:(?P<mark>[., '\u2019])\d{3})(?:(?P=mark)\d{3})*")
_INDIAN: Final = re.compile(r"[1-9]\d?(?:,\d\d)+,\d{3}")
_DECIMAL: Final = re.compile(
    r"(?P<whole>\d+|[1-9]\d{0,2}(?P<mark>[., ])\d{3}(?:(?P=mark)\d{3})*)(?P<point>[.,])\d+"
)
_PLAIN: Final = re.compile(r"\d+")

_GROUP: Final = 3
_TEN, _SCORE, _THOUSAND = 10, 20, 1000
_BEFORE_TEENS: Final = frozenset({0, 60, 80})
"""French counts on from sixty and eighty: soixante-quinze, quatre-vingt-dix."""

_COMMA_LANGUAGES: Final = frozenset((
    "az", "bg", "bs", "cs", "da", "de", "el", "es", "fi", "fr", "hu", "hy", "id", "it", "ka",
    "kk", "nl", "no", "pl", "pt", "ro", "ru", "sq", "sr", "sv", "tr", "uk", "uz", "vi",
))  # fmt: skip
"""Languages that write a comma before decimals."""


def parse(raw: str, lang: str = "", *, is_scaled: bool = False) -> Decimal | None:
    """Answer the value of a number in digits, or None where it is none (2.4.1, 5.1.1).

    One mark before exactly three digits groups thousands, unless a scale word follows
    (`is_scaled`: "1.234 million") and the mark is the decimal one of the language.

    Example:
        >>> [str(parse(n)) for n in ("1,250", "17,7", "524.963.000", "12,50,000", "2.4.1")]
        ['1250', '17.7', '524963000', '1250000', 'None']
    """
    if _PLAIN.fullmatch(raw):
        return Decimal(raw)
    grouped = _GROUPED.fullmatch(raw)
    if grouped and not (
        is_scaled and raw.count(grouped["mark"]) == 1 and grouped["mark"] == _point(lang)
    ):
        return Decimal(raw.replace(grouped["mark"], ""))
    if _INDIAN.fullmatch(raw):
        return Decimal(raw.replace(",", ""))
    decimal = _DECIMAL.fullmatch(raw)
    if decimal and decimal["mark"] != decimal["point"] and not is_unclear(raw, lang):
        whole = decimal["whole"].replace(decimal["mark"] or " ", "")
        return Decimal(f"{whole}.{raw[decimal.end('point') :]}")
    return None


def plain(value: Decimal) -> Decimal:
    """Answer a value without the zeros behind a point that scaling leaves."""
    whole = value.to_integral_value()
    return whole if whole == value else value


def is_unclear(raw: str, lang: str) -> bool:
    """Answer whether a number has a mark that parts no thousands, and no decimals in its language.

    Example:
        >>> [is_unclear(raw, "en") for raw in ("32,7500", "3.14159", "17,7", "32,750")]
        [True, False, False, False]
    """
    decimal = _DECIMAL.fullmatch(raw)
    if not decimal or decimal["mark"] or not lang or not int(decimal["whole"]):
        return False
    is_long = decimal.end() - decimal.end("point") > _GROUP
    return is_long and decimal["point"] != _point(lang)


def _point(lang: str) -> str:
    return "," if lang in _COMMA_LANGUAGES else "."


@dataclass(frozen=True, slots=True)
class Numerals:
    """The number words of a language: what adds up, what multiplies, and what may join them."""

    units: Mapping[str, int]
    factors: Mapping[str, int]
    joins: Collection[str] = ()

    def read(self, words: Sequence[str]) -> tuple[int, int] | None:
        """Answer the value of the number that words begin with, and how many of them say it.

        Example:
            >>> english = Numerals({"two": 2, "twenty": 20, "five": 5}, {"hundred": 100}, {"and"})
            >>> english.read("two hundred and twenty five women".split())
            (225, 5)
            >>> english.read("two and five".split())
            (2, 1)
        """
        total, group, length = 0, 0, 0
        for index, word in enumerate(words):
            unit, factor = self.units.get(word), self.factors.get(word)
            if unit is not None and _follows(unit, group, is_first=not length):
                group = group * unit if _is_score(unit, group) else group + unit
            elif factor is not None and factor < _THOUSAND and group < factor:
                group = max(group, 1) * factor
            elif factor is not None and factor >= _THOUSAND and (group or not length):
                total, group = total + max(group, 1) * factor, 0
            elif word in self.joins and length == index > 0:
                continue
            else:
                break
            length = index + 1
        return (total + group, length) if length else None


def _follows(unit: int, group: int, *, is_first: bool) -> bool:
    """Answer whether a unit may stand after what was read of its group of thousands."""
    if unit < _TEN:
        return group % _TEN == 0 and (unit > 0 or is_first)
    if unit < _SCORE:
        return group % 100 in _BEFORE_TEENS
    return group % 100 == 0 or _is_score(unit, group)


def _is_score(unit: int, group: int) -> bool:
    """Answer whether this is the French "four twenties"."""
    return unit == _SCORE and group % 100 == 4  # noqa: PLR2004  # quatre-vingts
