"""Identity within a page: mentions of one thing should share one IRI."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

from kg.evaluate.answers import FoundMention
from kg.evaluate.counts import Counts
from kg.evaluate.gold import Mention, Page
from kg.evaluate.mentions import found_of, gold_of
from kg.evaluate.names import fold, slugs
from kg.evaluate.spans import agree

_CLASSES: Final = ("organisation", "place", "programme")


class Link(NamedTuple):
    """A mention that was found, and the label of the thing that most mentions of its kin name."""

    gold: Mention
    found: FoundMention
    same: bool
    expected: str


def links(page: Page, found: Sequence[FoundMention], agency: str) -> list[Link]:
    """Answer the mentions of things that are named twice and more, the reporting agency left out.

    `agency` is its name, or begins its slug and those of its offices.
    """
    reporting = tuple(slugs(page.gold).get(fold(agency), {agency})) if agency else ()
    named: dict[str, list[tuple[Mention, FoundMention]]] = defaultdict(list)
    for class_ in _CLASSES:
        candidates = found_of(found, class_)
        for gold in gold_of(page, class_):
            if gold.entity.startswith(reporting):
                continue
            hit = next((f for f in candidates if agree(f.span, gold.span)), None)
            if hit:
                named[gold.entity].append((gold, hit))
    return [link for pairs in named.values() if len(pairs) > 1 for link in _linked(pairs)]


def count(linked: Sequence[Link]) -> Counts:
    """Answer the counts: a mention on another IRI is spurious there and missed here."""
    same = sum(link.same for link in linked)
    return Counts(same, len(linked) - same, len(linked) - same)


def _linked(pairs: list[tuple[Mention, FoundMention]]) -> list[Link]:
    [(entity, _)] = Counter(found.entity for _, found in pairs).most_common(1)
    label = next(found.label for _, found in pairs if found.entity == entity)
    return [Link(gold, found, found.entity == entity, label) for gold, found in pairs]
