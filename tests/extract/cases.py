"""Case folders of the extractor: `case.toml` (what is known), `input.txt`, `expected.tsv`."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kg.extract import extract
from kg.extract.gazetteer import Gazetteer, gazetteer
from kg.records import (
    Context,
    Fact,
    Issue,
    LangText,
    Measurement,
    Mention,
    Narrative,
    Participation,
    TextRef,
)
from kg.registers import load
from kg.registers.registers import Registers
from kg.registers.table import Table

HERE = Path(__file__).parent
FOLDERS = sorted(path for path in (HERE / "cases").iterdir() if path.is_dir())
REF = TextRef("source", "page.txt")


@cache
def registers() -> Registers:
    """The small registers of these tests, so that a new entry elsewhere changes no case."""
    return Registers([Table(path) for path in sorted((HERE / "register").glob("*.tsv"))])


@cache
def shipped() -> Registers:
    return load()


@cache
def known(country: str | None) -> Gazetteer:
    return gazetteer(registers(), country, ())


def read(text: str, **about: str) -> list[Fact | Issue]:
    """Answer the facts of a narrative that is the whole of a text, with an optional title."""
    title = about.get("title", "")
    start = text.index("\n\n") + 2 if title else 0
    narrative = Narrative(
        id="page.txt#1",
        text=REF,
        start=start,
        end=len(text),
        raw=text[start:],
        lang=about.get("lang", "en"),
        title=LangText(title, about.get("lang", "en")) if title else None,
        title_start=0 if title else None,
        title_raw=text[: start - 2] if title else "",
    )
    year = about.get("year")
    context = Context(
        country=about.get("country"),
        year=int(year) if year else None,
        publisher=about.get("publisher"),
        lang=about.get("lang", "en"),
    )
    return list(extract(narrative, context, known(about.get("country"))))


def case(folder: Path) -> tuple[str, list[Fact | Issue]]:
    about = tomllib.loads((folder / "case.toml").read_text("utf-8"))
    text = (folder / "input.txt").read_text("utf-8")
    about = {name: str(value) for name, value in about.items()}
    if about.get("title"):
        about["title"] = text.partition("\n\n")[0]
    return text, read(text, **about)


def rows(facts: list[Fact | Issue]) -> Iterator[str]:
    """Answer facts as readable rows, in their order."""
    for fact in facts:
        yield "\t".join(_cells(fact))


def _cells(fact: Fact | Issue) -> tuple[str, ...]:
    match fact:
        case Issue():
            return ("issue", fact.code)
        case Mention():
            size = "" if fact.size is None else f"size {fact.size}"
            brand = f"brand of {fact.brand_of}" if fact.brand_of else ""
            marks = ("alias" if fact.is_alias else "", fact.unit_of or "", brand, size)
            cells = ("mention", fact.evidence.exact, fact.type, fact.thing, fact.label)
            return (*cells, " ".join(mark for mark in marks if mark))
        case Measurement():
            value = f"{fact.value:f}" + (f"..{fact.upper:f}" if fact.upper is not None else "")
            cells = ("measurement", fact.evidence.exact, value, fact.kind, fact.currency)
            part = (f"part of {fact.whole.exact}",) if fact.whole else ()
            return (*cells, fact.qualifier, fact.role, fact.counted, _time(fact), *part)
        case Participation():
            cells = ("participation", fact.participant, fact.role, fact.relation, fact.target)
            return (*cells, fact.status, *([fact.place] if fact.place else []))


def _time(fact: Measurement) -> str:
    """Answer the time of a measurement as one cell: "2021-01-01/2021-12-31 cumulative"."""
    days = f"{fact.period_start}/{fact.period_end}".rstrip("/")
    mark = {True: "cumulative", False: "annual", None: ""}[fact.cumulative]
    return f"{days} {mark}".strip()
