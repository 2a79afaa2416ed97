"""Countries and territories: ISO 3166-1, names and nationalities in English, Spanish and French."""

from archives import LOCALENAMES, NATIONALITIES, Archives
from centres import centres
from table import GEONAMES_LINK, Row, Table, Text
from variants import named

LANGUAGES = ("en", "es", "fr")
HEAD = {
    "name": "Countries and territories (ISO 3166-1)",
    "kind": "place",
    "reach": "world",
    "source": "Unicode CLDR 48.2 (names), GeoNames (numbers, centre of population), "
    "i18n-nationality 1.4.0 (nationalities), official names kept by hand",
    "licence": "Unicode-3.0, CC-BY-4.0, MIT",
    "date": "2026-09",
    "attribution": "Unicode, Inc.; GeoNames (geonames.org); Mike Goebel",
}


def territories(sources: Archives, lang: str) -> dict[str, str]:
    """Answer CLDR's code to name in a language; `XX-alt-short` and others are codes, too."""
    found = sources.json(LOCALENAMES, f"main/{lang}/territories.json")
    names = found["main"][lang]["localeDisplayNames"]["territories"]
    assert isinstance(names, dict)
    return names


def table(sources: Archives) -> Table:
    """Answer the register of countries."""
    names = {lang: territories(sources, lang) for lang in LANGUAGES}
    people = {
        lang: sources.json(NATIONALITIES, f"langs/{lang}.json")["nationalities"]
        for lang in LANGUAGES
    }
    rows = []
    for code, record in sources.countries.items():
        if code not in names["en"]:
            continue
        labels = [(names[lang][code].replace(" & ", " and "), lang) for lang in LANGUAGES]
        labels, aliases = named(f"iso:{code}", labels, _alternatives(names, code))
        lat, lon = centres(sources).get(code, ("", ""))
        rows.append(
            Row(
                country=code,
                key=f"iso:{code}",
                labels=labels,
                aliases=aliases,
                demonyms=[(people[lang][code], lang) for lang in LANGUAGES if code in people[lang]],
                identifiers=[
                    f"iso3:{record['iso3']}",
                    *([f"m49:{record['isonumeric']:03}"] if record["isonumeric"] else []),
                    f"geonames:{record['geonameid']}",
                ],
                lat=lat,
                lon=lon,
                population=str(record["population"] or ""),
            )
        )
    return Table("countries.tsv", HEAD, rows, GEONAMES_LINK)


def _alternatives(names: dict[str, dict[str, str]], code: str) -> list[Text]:
    return [
        (name, lang)
        for lang, by_code in names.items()
        for alternative, name in by_code.items()
        if alternative.startswith(f"{code}-alt-")
    ]
