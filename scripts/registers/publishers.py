"""Publishers of the IATI registry: those that work in the world, and those of one country."""

import re
from collections.abc import Iterator

from archives import Archives
from kept import by_hand
from table import Row, Table, Text

HEAD = {
    "kind": "org",
    "source": "D-Portal, list of publishers of the IATI registry",
    "licence": "MIT",
    "date": "2026-10",
    "attribution": "D-Portal (d-portal.org), IATI",
}
WORLD = frozenset({"10", "15", "21", "30", "40", "60", "23"})
"""Types (IATI OrganisationType) whose organisations are met in other countries than their own."""

FORMER = re.compile(r"\s*\((deprecated|former|closed)\)$", re.IGNORECASE)
ACRONYM = re.compile(r"\s*\(([A-Z][A-Za-z.&/-]{1,9})\)$")
TRIAL = re.compile(r"\btest\b", re.IGNORECASE)
COUNTRIES = frozenset({"UK", "US", "USA", "EU"})
SHORTEST_ACRONYM = 3
DISSOLVED = frozenset({"AN", "CS"})
CODED = re.compile(r"^[\w .-]+\(\d+\)")


def tables(sources: Archives) -> Iterator[Table]:
    """Answer the two registers of publishers, without those that are kept by hand."""
    world: list[Row] = []
    national: list[Row] = []
    kept = set(by_hand())
    for record in sources.publishers:
        identifier = record["publisher_iati_id"].strip()
        unfit = FORMER.search(identifier) or " " in identifier or TRIAL.search(record["title"])
        if identifier in kept or unfit:
            continue
        kept.add(identifier)
        row = _row(record, identifier)
        (world if not row.country or row.classification in WORLD else national).append(row)
    name = "IATI publishers that work in many countries"
    yield Table("publishers_world.tsv", {"name": name, "reach": "world", **HEAD}, world)
    name = "IATI publishers of one country"
    yield Table("publishers.tsv", {"name": name, "reach": "country", **HEAD}, national)


def _row(record: dict[str, str], identifier: str) -> Row:
    title = CODED.sub("", FORMER.sub("", " ".join(record["title"].split())))
    title = title.replace("|", "/").replace("@", " at ")
    label, aliases = split_acronym(title)
    country = record["publisher_country"] or ""
    return Row(
        country="" if country in DISSOLVED else country,
        key=f"id:{identifier}",
        labels=[(label, "")],
        aliases=aliases,
        classification=record["publisher_organization_type"] or "",
    )


def split_acronym(name: str) -> tuple[str, list[Text]]:
    """Answer a name and its acronym: Agence ... (ABMS)."""
    found = ACRONYM.search(name)
    if not found or found[1] in COUNTRIES or len(found[1]) < SHORTEST_ACRONYM:
        return name, []
    return name[: found.start()], [(found[1], "")]
