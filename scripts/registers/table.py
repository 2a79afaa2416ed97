"""A register as it is written: a head that says what it is, and sorted rows of cells."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Text = tuple[str, str]
"""A text and its language."""

CLOSED = ("\t", "\n", "|", "@")


def texts(values: Iterable[Text]) -> str:
    """Answer texts as a cell: `México@es|Mexico@en`, without `@` where no language is known."""
    values = list(values)
    assert not any(mark in text for text, _ in values for mark in CLOSED), values
    return "|".join(f"{text}@{lang}" if lang else text for text, lang in values)


@dataclass(frozen=True)
class Row:
    """One entry; `key` and `within` without their kind, identifiers as `scheme:value`."""

    country: str
    key: str
    labels: Sequence[Text]
    aliases: Sequence[Text] = ()
    demonyms: Sequence[Text] = ()
    identifiers: Sequence[str] = ()
    within: str = ""
    classification: str = ""
    lat: str = ""
    lon: str = ""
    population: str = ""

    def cells(self) -> dict[str, str]:
        """Answer column to cell."""
        return {
            "country": self.country,
            "key": self.key,
            "labels": texts(self.labels),
            "aliases": texts(self.aliases),
            "demonyms": texts(self.demonyms),
            "identifiers": "|".join(self.identifiers),
            "within": self.within,
            "classification": self.classification,
            "lat": self.lat,
            "lon": self.lon,
            "population": self.population,
        }


@dataclass(frozen=True)
class Table:
    """One file of kg/registers/data; `head` is written as comments."""

    name: str
    head: Mapping[str, str]
    rows: Sequence[Row]
    links: Mapping[str, str] = field(default_factory=dict)

    def text(self) -> str:
        """Answer the file: columns that are empty throughout are left out."""
        cells = sorted((row.cells() for row in self.rows), key=lambda c: (c["country"], c["key"]))
        columns = [
            column
            for column in cells[0]
            if column in {"country", "key", "labels"} or any(row[column] for row in cells)
        ]
        head = [f"# {name}: {value}" for name, value in self.head.items()]
        links = [f"# link {scheme}: {iri}" for scheme, iri in self.links.items()]
        body = ["\t".join(row[column] for column in columns) for row in cells]
        return "\n".join([*head, *links, "\t".join(columns), *body]) + "\n"


GEONAMES_LINK = {"geonames": "https://sws.geonames.org/{}/"}
