"""Municipalities of Mexico with INEGI's codes; a seat of the same name is the same entry."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from archives import Archives
from centres import City, cities, decimal, subdivisions
from names import longer_or_shorter, new, words
from table import GEONAMES_LINK, Row, Table

from kg.identity.names import fold

HEAD = {
    "name": "Municipalities of Mexico (INEGI)",
    "kind": "place",
    "reach": "country",
    "source": "INEGI, catalogue of municipalities and census of 2020; GeoNames (seats, other names)",
    "licence": "public facts of INEGI, CC-BY-4.0",
    "date": "2020",
    "attribution": "INEGI; GeoNames (geonames.org)",
}
COUNTRY = "MX"
TOWN = 15_000
ARTICLE = re.compile(r"^(el|la|los|las) ")


@dataclass(frozen=True)
class Municipality:
    """A row, and the numbers of the GeoNames places that are the same place."""

    row: Row
    same: frozenset[str]


def municipalities(sources: Archives) -> list[Municipality]:
    """Answer all municipalities."""
    other_names = {
        row["geonameid"]: [row["name"], *row["alternatenames"].split("|")]
        for row in sources.csv("places/geonames_mx_cities500.csv")
    }
    areas = _areas(sources)
    namesakes = _namesakes(sources, other_names)
    by_number = {city.geonames: [city] for city in cities(sources) if city.country == COUNTRY}
    records = sources.csv("places/mx_municipios.csv")
    seated = {record["seat_geonameid"] for record in records}
    taken: set[str] = set()
    found = []
    for record in records:
        where = record["iso3166_2"], _bare(record["municipality"])
        candidates = by_number.get(record["seat_geonameid"], []) + [
            city for city in namesakes[where] if city.geonames not in seated
        ]
        seats = _seats(record, [city for city in candidates if city.geonames not in taken])
        taken |= {seat.geonames for seat in seats}
        others = [o for s in seats for o in (record["seat"], *other_names.get(s.geonames, []))]
        numbers = [*(seat.geonames for seat in seats), *areas.get(where, ())]
        row = _row(record, seats, others, numbers)
        found.append(Municipality(row, frozenset(numbers)))
    return found


def _bare(name: str) -> str:
    """Answer a folded name without its article: La Magdalena Contreras."""
    return ARTICLE.sub("", fold(name))


def _areas(sources: Archives) -> dict[tuple[str, str], list[str]]:
    """Answer (code of the state, folded name) to GeoNames' number of the municipality."""
    divisions = subdivisions(sources)
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for division in divisions:
        if division.country == COUNTRY and division.level > 1 and division.parent is not None:
            found[divisions[division.parent].iso, _bare(division.name)].append(division.geonames)
    return {where: numbers for where, numbers in found.items() if len(numbers) == 1}


def _namesakes(
    sources: Archives, other_names: Mapping[str, list[str]]
) -> dict[tuple[str, str], list[City]]:
    """Answer (code of the state, folded name) to the places that go by this name there."""
    divisions = subdivisions(sources)
    found: dict[tuple[str, str], list[City]] = defaultdict(list)
    for city in cities(sources):
        if city.country == COUNTRY and city.geonames in other_names:
            states = {divisions[i].iso for i in city.divisions} - {""}
            for name in {_bare(n) for n in (city.name, *other_names[city.geonames])}:
                for state in states:
                    found[state, name].append(city)
    return found


def _seats(record: Mapping[str, str], namesakes: list[City]) -> list[City]:
    """Answer the places that are the municipality under its own name, its seat first.

    A municipality with a seat of another name (Centro, whose seat is Villahermosa) is none of the
    villages that happen to carry its name.
    """
    seat = record["seat"] or record["municipality"]
    if not set(words(record["municipality"])) & set(words(seat)):
        return []
    known = record["seat_geonameid"]
    ranked = sorted(namesakes, key=lambda c: (c.geonames != known, -c.population, c.geonames))
    return [city for city in ranked if city is ranked[0] or city.population >= TOWN]


def _row(
    record: Mapping[str, str], seats: list[City], others: list[str], numbers: list[str]
) -> Row:
    name = record["municipality"]
    lat, lon = record["seat_lat"], record["seat_lng"]
    if not lat and seats:
        lat, lon = str(seats[0].lat), str(seats[0].lon)
    aliases = ((other, "es") for other in others if longer_or_shorter(name, other))
    return Row(
        country=COUNTRY,
        key=f"inegi:{record['inegi_mun']}",
        labels=[(name, "es")],
        aliases=new([(name, "es")], aliases),
        identifiers=[f"geonames:{number}" for number in numbers],
        within=f"iso:{record['iso3166_2']}",
        lat=decimal(float(lat)) if lat else "",
        lon=decimal(float(lon)) if lon else "",
        population="" if record["population_2020"] == "0" else record["population_2020"],
    )


def table(found: list[Municipality]) -> Table:
    """Answer the register of municipalities."""
    return Table("municipalities_mx.tsv", HEAD, [m.row for m in found], GEONAMES_LINK)
