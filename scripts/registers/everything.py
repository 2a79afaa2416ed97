"""All registers that are written, in the order in which one gives way to another."""

from collections.abc import Iterator
from pathlib import Path

import countries
import districts
import government
import municipalities
import places
import publishers
import regions
import settlements
from archives import Archives
from table import Table


def files(data: Path, archives: Path) -> Iterator[Table]:
    """Answer every register: a place that stands in one is left out of those that follow."""
    sources = Archives(archives, data)
    yield countries.table(sources)
    states = regions.regions(sources)
    yield regions.table(states)
    towns = municipalities.municipalities(sources)
    yield municipalities.table(towns)
    known = {number for town in towns for number in town.same} | {s.city for s in states.values()}
    second = districts.districts(sources)
    cities = places.merge(places.places(sources, known, second), second)
    yield places.table(cities)
    yield districts.table(sources, second, places.taken(cities))
    yield settlements.table(sources, known, cities, second)
    yield from publishers.tables(sources)
    yield government.table(sources)
