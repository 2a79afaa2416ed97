"""Read results pages and write what was found as SPARQL results, for scoring; say how fast it was.

Usage: python benchmarks/extraction.py PAGES_FOLDER OUTPUT_FOLDER [NAME...]

Writes mentions.json, measurements.json and participations.json (SPARQL 1.1 Query Results JSON) with
the columns that an extraction scorer needs. Identity keys stand for IRIs: nothing is resolved.
"""

import hashlib
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from kg.documents import Document
from kg.extract import extract
from kg.extract.gazetteer import gazetteer
from kg.records import Context, Issue, Measurement, Mention, Narrative, Page, Participation
from kg.registers import load
from kg.sources import narrative, results_page

Row = dict[str, str]


def main(pages: Path, output: Path, names: list[str]) -> None:
    registers = load()
    found: dict[str, list[Row]] = {"mentions": [], "measurements": [], "participations": []}
    characters, seconds = 0, 0.0
    for path in sorted(pages.glob("*.txt")):
        if names and path.stem not in names:
            continue
        page, narratives = records(path)
        country = page.country.value if page.country else None
        year = int(page.year.value) if page.year else None
        known = gazetteer(registers, country, ())
        labels: dict[str, str] = {}
        began = time.perf_counter()
        facts = []
        for part in narratives:
            context = Context(country=country, year=year, publisher=page.publisher, lang=part.lang)
            facts += list(extract(part, context, known))
            characters += len(part.raw)
        seconds += time.perf_counter() - began
        for fact in facts:
            if isinstance(fact, Mention):
                labels.setdefault(fact.thing, fact.label)
        for fact in facts:
            if not isinstance(fact, Issue):
                kind, row = as_row(fact, path.name, labels)
                found[kind].append(row)
    output.mkdir(parents=True, exist_ok=True)
    for kind, rows in found.items():
        bindings = [{k: {"type": "literal", "value": v} for k, v in row.items()} for row in rows]
        content = json.dumps({"results": {"bindings": bindings}}, ensure_ascii=False, indent=1)
        (output / f"{kind}.json").write_text(content, "utf-8")
    print(f"{characters} characters in {seconds:.2f} s: {characters / seconds / 1000:.0f} kB/s")


def records(path: Path) -> tuple[Page, list[Narrative]]:
    data = path.read_bytes()
    document = Document(key=path.name, sha256=hashlib.sha256(data).hexdigest(), place=path)
    source = results_page if results_page.recognises(document, document.head()) else narrative
    read = list(source.read(document))
    narratives = [r for r in read if isinstance(r, Narrative)]
    return next(r for r in read if isinstance(r, Page)), narratives


def as_row(
    fact: Mention | Measurement | Participation, document: str, labels: dict[str, str]
) -> tuple[str, Row]:
    row = {
        "document": document,
        "start": str(fact.evidence.start),
        "end": str(fact.evidence.end),
        "text": fact.evidence.exact,
    }
    match fact:
        case Mention():
            return "mentions", row | {"type": fact.type, "entity": fact.thing, "label": fact.label}
        case Measurement():
            return "measurements", row | dict(_measured(fact))
        case Participation():
            ends = {"organisationEntity": fact.participant, "targetEntity": fact.target}
            names = {
                "organisation": labels.get(fact.participant, fact.participant),
                "target": labels.get(fact.target, fact.target),
            }
            return "participations", row | ends | names | {"role": fact.role, "status": fact.status}


def _measured(fact: Measurement) -> Iterator[tuple[str, str]]:
    yield "value", str(fact.value)
    yield "kind", fact.kind
    yield "qualifier", fact.qualifier
    yield "role", fact.role
    yield "counted", fact.counted
    yield "currency", fact.currency


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
