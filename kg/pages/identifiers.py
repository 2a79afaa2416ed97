"""The identifiers of outcomes, as publishers write them: doubled, glued, without their prefix."""

from dataclasses import dataclass

from kg.pages.layout import Layout


@dataclass(frozen=True, slots=True)
class Identified:
    """An identifier as published, what it means, and the office that reports on it.

    `others` are identifiers that stand with it and differ from it.
    """

    published: str
    identifier: str
    office: str
    others: tuple[str, ...] = ()


def identified(text: str, layout: Layout) -> Identified | None:
    """Answer the identifier at the beginning of a text, or None.

    An identifier that is repeated without white space between is one.
    """
    found: list[tuple[str, str]] = []
    at = 0
    while match := layout.statement.match(text, at):
        found.append((layout.prefix + match[0].removeprefix(layout.prefix), match["office"]))
        at = match.end()
    if not found:
        return None
    identifier, office = found[0]
    others = {other for other, _ in found} - {identifier}
    return Identified(text[:at], identifier, office, tuple(sorted(others)))
