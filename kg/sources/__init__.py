"""Sources turn a document into records and issues; each is one module of this folder.

A source module has three names:

* `NAME`: the word for it;
* `recognises(document, head) -> bool`: whether the document is of this kind, by content;
* `read(document) -> Iterator[Record | Issue]`: the records, in document order, in one pass.

Modules are tried in the order of `PRIORITY` (lower first, 50 where a module does not say), then
of their names; the first that recognises a document reads it.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol

from kg import modules
from kg.documents import Document
from kg.records import Issue, Record


class Source(Protocol):
    """What a module of this folder owes."""

    NAME: str

    def recognises(self, document: Document, head: bytes) -> bool:
        """Answer whether the document is of this kind, by its content."""

    def read(self, document: Document) -> Iterator[Record | Issue]:
        """Answer the records and issues of the document, in its order.

        Raises:
            SourceError: the document breaks the promise of its format and nothing can be used.
        """


@lru_cache(maxsize=1)
def sources() -> tuple[Source, ...]:
    """Answer the source modules of this folder, in the order in which they are tried."""
    found = modules.listed(__name__)
    return tuple(sorted(found, key=lambda module: getattr(module, "PRIORITY", 50)))


def recognise(document: Document) -> Source | None:
    """Answer the source that reads the document, or None where it is of no known kind."""
    head = document.head()
    return next((s for s in sources() if s.recognises(document, head)), None)
