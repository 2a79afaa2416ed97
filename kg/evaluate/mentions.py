"""Names: found where the gold has one of the same class, by its span."""

from collections.abc import Iterable, Sequence
from typing import Final

from kg.evaluate.answers import FoundMention
from kg.evaluate.gold import MENTION_CLASSES, Mention, Page
from kg.evaluate.matching import Matching, match
from kg.evaluate.spans import agree, touch

CLASSES: Final = tuple(dict.fromkeys(MENTION_CLASSES.values()))
"""The classes in which mentions are counted."""


def match_mentions(
    page: Page, found: Sequence[FoundMention], class_: str, *, strict: bool
) -> Matching[Mention, FoundMention]:
    """Answer which names of a class are right: the spans agree or, strictly, are equal.

    What the gold calls optional, or of this class as well, is neither right nor spurious.
    """
    also = [m for m in page.gold.mentions if class_ in map(MENTION_CLASSES.get, m.also)]
    return match(
        gold_of(page, class_),
        [*page.gold.optional_mentions, *also],
        found_of(found, class_),
        fits=(_equal,) if strict else (_equal, _agree),
        excuses=_touch,
    )


def gold_of(page: Page, class_: str) -> list[Mention]:
    """Answer the annotated mentions of a class."""
    return [m for m in page.gold.mentions if MENTION_CLASSES.get(m.type) == class_]


def found_of(found: Iterable[FoundMention], class_: str) -> list[FoundMention]:
    """Answer the found mentions of a class in the order of the text, each once."""
    once = {(m.span, m.entity, m.label): m for m in found if MENTION_CLASSES.get(m.type) == class_}
    return [once[key] for key in sorted(once)]


def _equal(found: FoundMention, gold: Mention) -> bool:
    return found.span in gold.spans


def _agree(found: FoundMention, gold: Mention) -> bool:
    return any(agree(found.span, span) for span in gold.spans)


def _touch(found: FoundMention, gold: Mention) -> bool:
    return any(touch(found.span, span) for span in gold.spans)
