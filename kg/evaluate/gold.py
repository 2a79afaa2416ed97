"""What an annotator wrote of one page: the format of a gold file, one JSON object a page.

Keys that are not read here (notes, kinds, aliases of other languages ...) may stand in a file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Final

import msgspec

from kg.evaluate.spans import Span

MENTION_CLASSES: Final[Mapping[str, str]] = {
    "Organisation": "organisation",
    "Network": "organisation",
    "Place": "place",
    "Programme": "programme",
    "Initiative": "programme",
    "Event": "event",
    "Law": "law",
}
"""The types of mentions that are scored, by the class they are counted in."""

UNSCORED: Final = frozenset({"Product", "PopulationGroup", "UnnamedGroup"})
"""Types that may be annotated and are not scored."""

SCORED_RELATIONS: Final = frozenset({
    "partnerIn", "leads", "implements", "funds", "hosts", "supports", "signedAgreementWith",
    "memberOf",
})  # fmt: skip
"""The relations in which one takes part in something; all others are optional."""


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A name in the text. `also` and `alt_spans` are what a reader may decide as well.

    `nested` says that it stands within another mention. `entity` is the slug of what it names.
    """

    span: Span
    text: str
    type: str
    entity: str
    also: tuple[str, ...] = ()
    alt_spans: tuple[Span, ...] = ()
    nested: bool = False

    @property
    def spans(self) -> tuple[Span, ...]:
        """The span and those that are as good."""
        return (self.span, *self.alt_spans)


class Measurement(msgspec.Struct, frozen=True, kw_only=True):
    """A number that measures something; `value` is after scale."""

    span: Span
    text: str
    value: Decimal
    qualifier: str = "exact"
    role: str = "result"
    optional: bool = False


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """Who takes part in what, by slugs of entities; `basis` inferred makes it optional."""

    type: str
    subject: str
    object: str
    evidence_span: Span | None = None
    basis: str = "stated"

    @property
    def ends(self) -> frozenset[str]:
        """The slugs of both ends."""
        return frozenset({self.subject, self.object})


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """A thing that is named, by a slug of the annotator's."""

    slug: str
    name: str
    name_es: str | None = None
    aliases: tuple[str, ...] = ()
    context_aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All that it is called."""
        return (self.name, self.name_es or "", *self.aliases, *self.context_aliases)


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """The page that is annotated; `file` is relative to the folder of pages.

    `agency` is who reports: its name, or how its slug begins.
    """

    file: str = ""
    country: str | None = None
    language: str = ""
    agency: str = ""


class Gold(msgspec.Struct, frozen=True, kw_only=True):
    """All that one gold file says."""

    document: Document = Document()
    mentions: tuple[Mention, ...] = ()
    optional_mentions: tuple[Mention, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    relations: tuple[Relation, ...] = ()
    negated_relations: tuple[Relation, ...] = ()
    entities: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page with its gold; `path` is None and `text` is "" where the page is not there.

    `name` is the file's base name, by which a build knows the document. `lang` and `country` are
    "" where neither the gold nor the text tells them.
    """

    name: str
    gold: Gold
    path: Path | None = None
    text: str = ""
    lang: str = ""

    @property
    def country(self) -> str:
        """The country that the gold names."""
        return self.gold.document.country or ""
