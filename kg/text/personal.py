"""Where a text names accounts of persons: addresses of mail and of the web, names, telephones.

A web address is left out whole: what it shows of persons (accounts, mail addresses in queries)
cannot be told apart, and no reader learns a result from it. The words are in `personal.toml`.
"""

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Final

_WORDS: Final = tomllib.loads((files("kg.text") / "personal.toml").read_text("utf-8"))


def _any(group: str, kind: str) -> str:
    """Answer a pattern of the words of a kind, the longest first."""
    return "|".join(re.escape(word) for word in sorted(_WORDS[group][kind], key=len, reverse=True))


_SPACE: Final = r"[ \xa0\u2009\u202f]"
_WEB: Final = r"[^\s<>\"'()\[\]{}“”«»]"
_ADDRESS: Final = re.compile(
    rf"""
    (?P<mail> @ (?P<space> {_SPACE} )? | %40 ) (?: [\w-]{{1,63}} \. ){{1,8}} [A-Za-z]{{2,24}}
    | (?: (?:https?|ftps?|file) :// | \b www\. ) {_WEB}+ (?: \( [^\s()<>]* \) {_WEB}* )*
    | (?<! [\w@./] ) @ [A-Za-z_] [\w.]{{1,40}}
    """,
    re.VERBOSE,
)
_PATH: Final = re.compile(rf"\.[A-Za-z]{{2,3}}/{_WEB}+")
_HOST: Final = re.compile(
    rf"(?<![\w./@-])(?:[a-z-]{{1,12}}\.)?(?:{_any('accounts', 'hosts')})/", re.IGNORECASE
)
_IN_BRACKETS: Final = rf"{_SPACE}?[(\[{{]{_SPACE}?(?:%s){_SPACE}?[)\]}}]{_SPACE}?"
_DOT: Final = rf"(?:\.|{_IN_BRACKETS % _any('mail', 'dot')})"
_SAID: Final = "|".join(
    rf"{_SPACE}{at}{_SPACE}[\w-]{{1,63}}(?:{_SPACE}{dot}{_SPACE}[a-z]{{2,24}}){{1,4}}"
    for at, dot in _WORDS["mail"]["said"].items()
)
_SPELLED: Final = re.compile(
    rf"(?:{_IN_BRACKETS % _any('mail', 'at')}(?:[\w-]{{1,63}}{_DOT}){{1,4}}[a-z]{{2,24}}|{_SAID})\b"
)
_WRITTEN_OUT: Final = re.compile(
    rf"[(\[{{]{_SPACE}?(?:{_any('mail', 'at')})\b|{_SPACE}(?:{_any('mail', 'dot')}){_SPACE}"
)
_TELEPHONE: Final = re.compile(
    rf"(?P<plus>\+|\b(?=00{_SPACE}?[1-9]))?"
    r"(?P<number>(?<![\w.,])\(?\d(?:[\d ().\-\xa0\u2009\u202f\u2010\u2011]|/(?=\d)){5,22}\d)(?![\w%])"
)
_CALL: Final = re.compile(
    rf"""
    (?<!\w) (?: (?:{_any("telephone", "nouns")}) (?: [/,] {_SPACE}? (?:{_any("telephone", "nouns")}) )?
        (?P<mark> \.? {_SPACE}? (?: (?:{_any("telephone", "numbers")}) \.? {_SPACE}? )? :
                | \.? {_SPACE} \(? (?:{_any("telephone", "numbers")}) \.? | \. )?
      | (?:{_any("telephone", "verbs")}) {_SPACE}? :? ) {_SPACE}? $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_JOIN: Final = re.compile(rf"{_SPACE}?(?:/|,|;|or|and|y|o|u|ou|et|e|&){_SPACE}?", re.IGNORECASE)
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:[ .\xa0\u2009\u202f]\d{3})+")
_DATE: Final = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d\d[./-]\d\d")
_DIGITS: Final = range(7, 16)
_WITH_PREFIX: Final = range(10, 16)
_MARKED_BY_ZERO: Final = range(9, 13)
_LEAST_PLAIN: Final = 9
_CALL_CHARACTERS: Final = 40
_LONGEST_HOST: Final = 32
_BEFORE_MAIL: Final = re.compile(r"(?:mailto:)?[\w.+%-]{1,64}$")
_CLOSING: Final = ".,;:!?…’'"


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Answer where addresses, account names and telephone numbers stand, in order.

    The mark that ends the sentence is not of them.

    Example:
        >>> text = "Ask ana@example.org, or see https://example.org/ana."
        >>> [text[start:end] for start, end in addresses(text)]
        ['ana@example.org', 'https://example.org/ana']
    """
    found = [*_accounts(text), *_spelled(text), *_telephones(text)]
    yield from _merged(sorted(found))


def _telephones(text: str) -> Iterator[tuple[int, int]]:
    """Answer where numbers to call stand.

    That is after a word that says so, with the prefix of a country or of a trunk line, or beside
    another one.

    Source: ITU-T E.123, section 2; E.164: at most 15 digits.
    """
    last = -1
    for match in _TELEPHONE.finditer(text):
        call = _CALL.search(text[max(0, match.start() - _CALL_CHARACTERS) : match.start()])
        is_next = last >= 0 and _JOIN.fullmatch(text, last, match.start())
        if _is_called(match, call) or (is_next and _is_shaped(match["number"])):
            yield match.span()
            last = match.end()


def _is_called(match: re.Match[str], call: re.Match[str] | None) -> bool:
    """Answer whether a number is one to call, by the words before it and by its form."""
    number = match["number"]
    digits = sum(map(str.isdigit, number))
    if digits not in _DIGITS:
        return False
    is_abroad = match["plus"] == "+" or (match["plus"] == "" and digits in _WITH_PREFIX)
    if is_abroad and not _THOUSANDS.fullmatch(number):
        return True
    if call and (match["plus"] or call["mark"] or _is_shaped(number)):
        return True
    return number[0] == "0" and digits in _MARKED_BY_ZERO and not _DATE.match(number)


def _is_shaped(number: str) -> bool:
    """Answer whether a number is written as those to call are, and as no sum or date is."""
    digits = sum(map(str.isdigit, number))
    if digits not in _DIGITS or _THOUSANDS.fullmatch(number) or _DATE.match(number):
        return False
    return number[0] in "0(" or not number.isdigit() or digits >= _LEAST_PLAIN


def _merged(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Answer spans without those that begin within another."""
    last = 0
    for start, end in spans:
        if start >= last:
            yield start, end
            last = end


def _accounts(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for match in _ADDRESS.finditer(text):
        start = match.start() - bool(
            match["space"] and text[match.start() - 1 : match.start()].isspace()
        )
        if match["mail"] and (name := _BEFORE_MAIL.search(text[max(at, start - 72) : start])):
            start -= len(name[0])
        at = match.start() + len(match[0].rstrip(_CLOSING))
        yield start, at
    for match in _PATH.finditer(text):
        host = _HOST.search(text, max(0, match.start() - _LONGEST_HOST), match.end())
        if host and host.start() <= match.start():
            yield host.start(), match.start() + len(match[0].rstrip(_CLOSING))


def _spelled(text: str) -> Iterator[tuple[int, int]]:
    """Answer where mail addresses stand whose marks are written out: "ana (at) example.org"."""
    if not _WRITTEN_OUT.search(text):
        return
    for match in _SPELLED.finditer(text):
        start = match.start()
        if name := _BEFORE_MAIL.search(text[max(0, start - 72) : start]):
            yield start - len(name[0]), match.end()
