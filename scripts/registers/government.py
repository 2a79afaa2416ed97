"""Bodies of government of 64 countries, with the codes of their charts of accounts."""

import re

from archives import Archives
from kept import by_hand
from publishers import split_acronym
from table import Row, Table, Text

from kg.identity.names import fold

HEAD = {
    "name": "Bodies of government (charts of accounts)",
    "kind": "org",
    "reach": "country",
    "source": "gov-id-finder, from the budgets of 64 countries",
    "licence": "MIT",
    "date": "2026-10",
    "attribution": "gov-id-finder; ministries of finance",
}
GOVERNMENT = "10"
SMALL = frozenset(
    "of the and for in on to a an de du des da do das dos del le la les los las el et en y e au "  # noqa: SIM905 - one word a line would be forty lines
    "aux pour sur avec con para".split()
)
BODY = re.compile(
    r"\b(minist\w*|dep\w*ment|departamento|secretar\w*|oficina|office|bureau|commission\w*|comision"
    r"|comissao|council|consejo|conseil\w*|conselho|agenc\w*|authority|autori\w*|institut\w*"
    r"|universi\w*|parliament\w*|parlement\w*|asamblea|assembl\w*|congres\w*|senat\w*|senado|house"
    r"|chamber|chambre|camara|court\w*|cour|corte|cours|tribunal\w*|judicia\w*|presiden\w*|primature"
    r"|cabinet|police|prisons?|service\w*|servicio\w*|servico\w*|bank|banque|banco|board|fund|fonds"
    r"|fondo|fundo|directorate|direc\w*|inspector\w*|corporation|observato\w*|ombudsman|mediateur"
    r"|college|academy|academie|centre|center|centro|hospital|cooperation|administration|treasury"
    r"|prosecutor\w*|procur\w*|contral\w*|auditor\w*|statistics|registr\w*)\b"
)
LANGUAGE = re.compile(r"name_([a-z]{2})$")


def table(sources: Archives) -> Table:
    """Answer the register: one entry a code, a code that comes twice under its first name."""
    folder = sources.data / "orgs" / "gov-id-finder" / "data"
    rows: dict[str, Row] = {}
    for path in sorted(folder.glob("??.csv")):
        for record in sources.csv(f"orgs/gov-id-finder/data/{path.name}"):
            row = _row(path.stem, {_column(k): (v or "").strip() for k, v in record.items() if k})
            if row and row.key.removeprefix("id:") not in by_hand():
                rows.setdefault(row.key, row)
    return Table("government.tsv", HEAD, list(rows.values()))


def _column(header: str) -> str:
    return re.sub(r"[^a-z_]", "", header.lower().strip())


def _row(country: str, record: dict[str, str]) -> Row | None:
    labels: list[Text] = []
    aliases: list[Text] = []
    for column, value in record.items():
        language = LANGUAGE.search(column)
        if language and telling(value):
            name, acronyms = split_acronym(as_written(value))
            labels.append((name, language[1]))
            aliases += acronyms
    if not labels or not record["code"]:
        return None
    return Row(
        country=country,
        key=f"id:{country}-COA-{record['code']}",
        labels=labels,
        aliases=list(dict.fromkeys(aliases)),
        classification=GOVERNMENT,
    )


def telling(name: str) -> bool:
    """Answer whether a name says that it is a body: "Basic Education" alone is a subject."""
    return bool(BODY.search(fold(name)))


def as_written(name: str) -> str:
    """Answer a name in sentence case where the source writes all of it in capitals."""
    name = " ".join(name.replace("|", "/").split())
    if not name.isupper() or " " not in name:
        return name
    words = [w.lower() if w.lower() in SMALL else w.capitalize() for w in name.split()]
    return " ".join([words[0].capitalize(), *words[1:]])
