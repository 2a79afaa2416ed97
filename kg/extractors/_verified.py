"""What an extractor says is taken only where it is whole and the text has the very words it rests on."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from kg.extractors._shape import flaw
from kg.records import Fact, Issue, Narrative, Slice
from kg.text.evidence import withheld

NOT_VERIFIED = "not-verified"
"""The code of the issue that counts what an extractor said and the text does not have."""

_UNQUOTED: Final = "its quote is not in the text, or holds an address"


def verified(
    said: Iterable[Fact | Issue], narrative: Narrative, extractor: str
) -> Iterator[Fact | Issue]:
    """Answer facts that are whole, and whose quotes are in the narrative and personal to nobody.

    The rest is counted, by the reason. Each fact is said to be of the extractor that was asked, whatever it says itself.
    """
    slices = [
        Slice(narrative.start, narrative.raw),
        *(Slice(table.start, table.raw) for table in narrative.tables),
    ]
    if narrative.title_start is not None:
        slices.append(Slice(narrative.title_start, narrative.title_raw))
    rejected: Counter[tuple[str, str]] = Counter()
    for one in said:
        kind = type(one).__name__.lower()
        if problem := flaw(one):
            rejected[kind, problem] += 1
        elif isinstance(one, Issue):
            yield one
        elif any(_quotes(one, narrative, part) for part in slices):
            yield one if one.extractor == extractor else replace(one, extractor=extractor)
        else:
            rejected[kind, _UNQUOTED] += 1
    for (kind, problem), count in sorted(rejected.items()):
        yield Issue(
            code=NOT_VERIFIED,
            message=f"{extractor}: {kind}: {problem}: left out",
            path=narrative.id,
            start=narrative.start,
            count=count,
        )


def _quotes(fact: Fact, narrative: Narrative, part: Slice) -> bool:
    evidence = fact.evidence
    start, end = evidence.start - part.start, evidence.end - part.start
    if fact.narrative != narrative.id or evidence.text != narrative.text:
        return False
    if not 0 <= start < end <= len(part.raw) or part.raw[start:end] != evidence.exact:
        return False
    return not any(a < end and start < b for a, b in withheld(part.raw))
