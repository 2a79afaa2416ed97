"""What a page and its surroundings say of its country and year, before anything is concluded."""

from collections import Counter
from dataclasses import dataclass, field

from kg.documents import Document
from kg.pages.layout import Layout


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """What was said, where, by the words of those who said it.

    `settings` and `address` have the keys country, region, year, identifier. `offices` are the
    office codes of outcome identifiers; `text` is the clean text of the narratives.
    """

    file_name: str
    settings: dict[str, str] = field(default_factory=dict)
    address: dict[str, str] = field(default_factory=dict)
    offices: Counter[str] = field(default_factory=Counter)
    headers: tuple[str, ...] = ()
    selected: tuple[str, ...] = ()
    result_years: tuple[str, ...] = ()
    text: str = ""


def address_of(document: Document, layout: Layout | None) -> dict[str, str]:
    """Answer what the address of a document says, as its publisher's addresses are made."""
    address = document.address or document.hints.get("address", "")
    return layout.address(address) if layout and address else {}
