"""Whether a fact is what its record promises: an extractor may be anybody's, and types are not kept."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

import msgspec

from kg.codelists import notations
from kg.identity import keys
from kg.identity.kinds import KINDS, family
from kg.records import Fact, Issue, Key, Measurement, Mention, Participation

_KEY: Final = re.compile(r"(?P<kind>[a-z]+):(?:name:[^:\s]*:|(?!name:)[a-z][a-z0-9-]*:)\S.*")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_ACTORS: Final = frozenset({"org", "network"})


def flaw(said: Fact | Issue) -> str:
    """Answer why something said cannot be used, whatever the text says, or "" where it can."""
    try:
        plain = msgspec.to_builtins(said, builtin_types=(Decimal,))
        msgspec.convert(plain, type(said), builtin_types=(Decimal,))
        return "" if isinstance(said, Issue) else next(_flaws(said), "")
    except (msgspec.ValidationError, TypeError, ValueError, OverflowError, RecursionError) as error:
        return str(error)


def _flaws(fact: Fact) -> Iterator[str]:
    if not (fact.confidence.is_finite() and 0 <= fact.confidence <= 1):
        yield f"confidence {fact.confidence}: not from 0 to 1"
    for key in _things(fact):
        match = _KEY.fullmatch(key)
        if match is None or match["kind"] not in KINDS or _SURROGATE.search(key):
            yield f"key {key!r}: made by nothing in kg.identity.keys"
    match fact:
        case Mention():
            yield from _of_mention(fact)
        case Measurement():
            yield from _of_measurement(fact)
        case Participation():
            if keys.kind(fact.participant) not in _ACTORS:
                yield f"participant {fact.participant!r}: no organisation and no network"


def _things(fact: Fact) -> list[Key]:
    found: list[Key | None]
    match fact:
        case Mention():
            found = [fact.thing, fact.unit_of, fact.brand_of]
        case Measurement():
            found = [*fact.places, fact.programme, fact.provider]
        case Participation():
            found = [fact.participant, fact.target, fact.place]
    return [key for key in found if key is not None]


def _of_mention(fact: Mention) -> Iterator[str]:
    if not fact.label.strip() or _SURROGATE.search(fact.label + fact.short):
        yield f"label {fact.label!r}: no name"
    kind = keys.kind(fact.thing)
    is_titled = fact.type == "Programme" and kind == "activity"
    if not is_titled and family(kind) != family(keys.KINDS[fact.type]):
        yield f"{fact.type}: its key {fact.thing!r} is of another kind"


def _of_measurement(fact: Measurement) -> Iterator[str]:
    for value in (fact.value, fact.upper):
        if value is not None and not value.is_finite():
            yield f"value {value}: no number"
    if _SURROGATE.search(fact.counted):
        yield "counted: no text"
    if fact.currency and fact.currency not in notations("Currency"):
        yield f"currency {fact.currency!r}: not of ISO 4217"
    for day in filter(None, (fact.period_start, fact.period_end)):
        date.fromisoformat(day)
