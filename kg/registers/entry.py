"""What a register knows of one thing."""

from dataclasses import dataclass
from typing import Final

from kg.records import Key, LangText, MentionType

SMALL_INHABITANTS: Final = 15_000
"""Of a place with fewer, the name alone says little: thousands of villages share their names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An organisation, place, network, programme or law under its best key.

    `labels` are one a language, the preferred first. `identifiers` are (scheme, value), besides
    the one in the key. `country` is ISO 3166-1 alpha-2; `within` the place that a place lies in.
    `classification` is a code of IATI's OrganisationType. `point` is (latitude, longitude) as
    decimal text. `same_as` are IRIs elsewhere. `register` is the name of the file.
    """

    key: Key
    type: MentionType
    labels: tuple[LangText, ...]
    aliases: tuple[LangText, ...] = ()
    demonyms: tuple[LangText, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    country: str | None = None
    within: Key | None = None
    classification: str = ""
    point: tuple[str, str] | None = None
    population: int | None = None
    same_as: tuple[str, ...] = ()
    register: str = ""

    @property
    def is_small(self) -> bool:
        """Answer whether this is a place whose name alone says little."""
        return self.population is not None and self.population < SMALL_INHABITANTS
