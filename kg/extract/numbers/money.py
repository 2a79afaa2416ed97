"""Which currency a sum is in, as an ISO 4217 code: by code, sign, or word (`money.toml`)."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from kg.extract.passage import Passage, Span
from kg.extract.tokens import tokens

_MOST_WORDS: Final = 3
_MOST_SUM: Final = 4
"""How many tokens a sum has at most, with its currency: "EUR 3.5 million"."""


@dataclass(frozen=True, slots=True)
class Money:
    """The currencies and what they are called, folded, as tuples of tokens."""

    codes: frozenset[str]
    words: Mapping[tuple[str, ...], str]
    signs: frozenset[str]
    """Those that are no words: "$", "€"."""
    shared: Mapping[tuple[str, ...], frozenset[str]]
    """Words of several countries, and the currencies that are called so."""
    own: Mapping[str, Mapping[str, str]]
    """By country, short forms of its currency that are ordinary letters elsewhere: "R8,950"."""
    of_country: Mapping[str, str]

    def is_price(self, passage: Passage, index: int) -> bool:
        """Answer whether a token is the code of a currency before a number."""
        return passage.tokens[index].word in self.codes and passage.fold(index + 1)[:1].isdigit()

    def before(self, passage: Passage, index: int, country: str | None) -> tuple[int, str] | None:
        """Answer where the currency begins that ends before a token, and its code."""
        floor = passage.bounds(index)[0]
        is_short = passage.fold(index - 1) == "." and passage.glued(index - 1)  # "Rs. 500"
        for last in (index, index - 1) if is_short else (index,):
            for first in range(max(floor, index - _MOST_WORDS), last):
                if code := self._code(passage, (first, last), country):
                    return first, code
        return None

    def after(self, passage: Passage, index: int, country: str | None) -> tuple[int, str] | None:
        """Answer where the currency ends that begins at a token, be it after "of", and its code."""
        limit = passage.bounds(index - 1)[1]
        start = index
        kinds = ("small.of", "small.in", "small.article")
        while start < min(limit, index + 2) and any(passage.has(kind, start) for kind in kinds):
            start += 1
        for last in range(min(limit, start + _MOST_WORDS), start, -1):
            if code := self._code(passage, (start, last), country):
                return last, code
        return None

    def _code(self, passage: Passage, span: Span, country: str | None) -> str:
        parts = passage.tokens[span[0] : span[1]]
        if len(parts) == 1 and parts[0].word in self.codes:
            is_other = passage.lexicon.has("denial.before", parts[0].fold)  # SDG: a goal, or pounds
            return (
                ""
                if is_other and self.of_country.get(country or "") != parts[0].word
                else parts[0].word
            )
        folds = tuple(token.fold for token in parts)
        own = self.own.get(country or "", {}).get(" ".join(token.word for token in parts))
        if own:
            return own
        if folds in self.shared:
            code = self.of_country.get(country or "", "")
            return code if code in self.shared[folds] else ""
        return self.words.get(folds, "")

    def names(self, passage: Passage, first: int, last: int) -> bool:
        """Answer whether tokens that look like a name are part of a currency: the US of "US$"."""
        return any(
            (start, end) != (first, last)
            and tuple(token.fold for token in passage.tokens[start:end]) in self.words
            for start in range(max(0, first - 1), first + 1)
            for end in range(last, last + _MOST_WORDS)
        )


@cache
def money() -> Money:
    """Answer the currencies that are known."""
    content = tomllib.loads((files("kg.extract") / "money.toml").read_text("utf-8"))["currency"]
    signs_and_words = content["sign"] | content["word"]
    of_country = content["country"]
    return Money(
        codes=frozenset({*signs_and_words.values(), *of_country.values(), *content["other"]}),
        words={tuple(t.fold for t in tokens(word)): code for word, code in signs_and_words.items()},
        signs=frozenset(content["sign"]),
        shared={
            tuple(t.fold for t in tokens(word)): frozenset(called["codes"])
            for called in content["shared"]
            for word in called["words"]
        },
        own={
            country: {" ".join(t.word for t in tokens(word)): code for word, code in called.items()}
            for country, called in content["own"].items()
        },
        of_country=of_country,
    )


def gifts(passage: Passage) -> Iterator[Span]:
    """Answer where "from" stands behind a sum: who gave it follows."""
    for first, last, _ in passage.signs.all("money.from"):
        if _is_behind_sum(passage, first):
            yield first, last


def is_given_by(passage: Passage, index: int) -> bool:
    """Answer whether who stands at a token gave the sum before it."""
    first = passage.signs.ends("money.from", index)
    return first is not None and _is_behind_sum(passage, first)


def _is_behind_sum(passage: Passage, index: int) -> bool:
    floor = max(passage.bounds(index)[0], index - _MOST_SUM)
    has_code = any(money().is_price(passage, at) for at in range(floor, index))
    return has_code or (index > floor and money().before(passage, index, None) is not None)
