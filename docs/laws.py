"""laws: numbered laws, as in "Law No. 1257 of 2008"; an example of an extractor in one file."""

import re
from collections.abc import Iterator
from decimal import Decimal

from kg.extractors import Task
from kg.identity import keys
from kg.records import Mention

LAW = re.compile(r"\bLaw (?:No\. ?)?\d[\d.]* of (?:19|20)\d\d\b")


def extract(task: Task) -> Iterator[Mention]:
    """Answer the laws that a narrative names by number."""
    for match in LAW.finditer(task.reading.text):
        yield Mention(
            narrative=task.narrative.id,
            evidence=task.quote(*match.span()),
            type="Law",
            thing=keys.by_name("law", match[0], task.context.country),
            label=match[0],
            confidence=Decimal("0.8"),
            extractor="laws",
        )
