"""Where two spans of a text say the same thing."""

Span = tuple[int, int]
"""0-based Unicode code points, end exclusive."""


def touch(one: Span, other: Span) -> bool:
    """Answer whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def agree(found: Span, gold: Span) -> bool:
    """Answer whether a span is as good as the one annotated.

    Articles before a name and type words after it are forgiven: the spans share an edge, or the
    found one lies within the other and is at least half as long.

    Example:
        >>> agree((4, 10), (0, 10)), agree((2, 8), (0, 10)), agree((4, 12), (0, 10))
        (True, True, False)
    """
    within = gold[0] <= found[0] and found[1] <= gold[1]
    long_enough = 2 * (found[1] - found[0]) >= gold[1] - gold[0]
    same_edge = found[0] == gold[0] or found[1] == gold[1]
    return touch(found, gold) and (same_edge or (within and long_enough))
