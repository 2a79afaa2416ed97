"""Which things are worth comparing: those that share a rare word, an abbreviation or a beginning.

Each name goes into a few blocks: one for each of its rarest words in any language, alone and within
its country; one for all its words together; one for its initials, where an abbreviation that begins
so goes too; and one for how its longest unknown word begins, where misspellings meet. A block of
more than `MOST_MEMBERS` things says nothing and is left out, so that pairs grow with the things.

Source: Christen, Data Matching (2012), chapter 4 (standard blocking with several keys).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from kg.identity.words import Words, words
from kg.review.things import Thing

MOST_MEMBERS: Final = 24
_RAREST: Final = 3
_INITIALS: Final = 3
_BEGINNING: Final = 4

Block = tuple[str, ...]


def pairs(things: Sequence[Thing]) -> Iterator[tuple[Thing, Thing]]:
    """Answer each pair of things that share a block, once, in the order of the things."""
    used = Counter(concept for thing in things for concept in thing.concepts)
    blocks: dict[Block, dict[int, None]] = defaultdict(dict)
    for number, thing in enumerate(things):
        for block in _blocks(thing, used):
            blocks[block][number] = None
    found = {
        pair
        for members in blocks.values()
        if len(members) <= MOST_MEMBERS
        for pair in combinations(members, 2)
    }
    for one, two in sorted(found):
        yield things[one], things[two]


def _blocks(thing: Thing, used: Counter[str]) -> Iterator[Block]:
    for name in thing.names:
        parts = words(name.text)
        rarest = sorted(parts.concepts, key=lambda concept: (used[concept], concept))[:_RAREST]
        for concept in rarest:
            yield thing.family, "word", concept
            yield thing.family, "word", concept, thing.country
        whole = " ".join(sorted(parts.concepts))
        yield thing.family, "all", whole
        yield thing.family, "all", whole, thing.country
        yield from _letters(thing, name.text, parts)


def _letters(thing: Thing, name: str, parts: Words) -> Iterator[Block]:
    if name.isupper() and " " not in name:
        initials = name.casefold()
    else:
        initials = "".join(word.spelt[0] for word in parts.listed)
    if len(initials) >= _INITIALS:
        yield thing.family, "initials", initials[:_INITIALS], thing.country
    unknown = [word.concept for word in parts.listed if not word.is_known]
    longest = max(unknown, key=len, default="")
    if len(longest) >= _BEGINNING:
        yield thing.family, "begins", longest[:_BEGINNING], thing.country
