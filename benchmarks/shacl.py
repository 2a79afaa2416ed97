"""How fast the shipped shapes are checked, against pySHACL on the same graph and the same shapes.

Makes a seeded graph of activities, money, results, and facts read from prose with their evidence,
in which one line in a hundred is dropped, doubled or spoiled. The sides run in turn, each in a
process of its own that loads the graph, reads the shapes, validates and writes what it found;
what they found is compared before the times are. pySHACL is left out above `--oracle-up-to`.

    python benchmarks/shacl.py --triples 100000 1000000 --runs 3
"""

import argparse
import platform
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
import pyshacl
import rdflib

from kg import nquads, resources
from kg.iris import Iris
from kg.mapping.output import Output
from kg.terms import DCTERMS, GEO, OA, OKG, ORG, PROV, RDFS, SH, SKOS, XSD
from kg.validate import Finding, Shapes, oracle, reports, validate

SEED = 2021
SPOILED = 0.01
SOURCES = 50


class Measured(NamedTuple):
    """What one run took: seconds from start to report, those of the checks alone, peak megabytes."""

    seconds: float
    checks: float
    megabytes: float


class Writer:
    """Writes described things into a graph; a value is a term, a number, a text or a day."""

    def __init__(self) -> None:
        self.iris = Iris()
        self.outputs = [Output(self.iris.source(f"{n}.xml"), self.iris) for n in range(SOURCES)]
        self.out = self.outputs[0]

    def thing(self, kind: str, name: object, *classes: str, **said: object) -> str:
        """Add a thing by the local names of properties of okg: `_` in front leads back to it."""
        subject = nquads.iri(self.iris.of(kind, str(name)))
        for class_iri in classes:
            self.out.type(subject, class_iri)
        for name_, value in said.items():
            self.say(subject, f"{OKG.value.removesuffix('value')}{name_.rstrip('_')}", value)
        return subject

    def say(self, subject: str, predicate: str, *values: object) -> None:
        """Add values of a property; text of the form <...> is a term, YYYY-MM-DD a day."""
        for value in values:
            match value:
                case bool():
                    self.out.typed(subject, predicate, str(value).lower(), XSD.boolean)
                case int():
                    datatype = XSD.decimal if predicate in {OKG.value, OKG.share} else XSD.integer
                    self.out.typed(subject, predicate, str(value), datatype)
                case float():
                    self.out.typed(subject, predicate, str(value), XSD.decimal)
                case str() if value[:1] == "<":
                    self.out.add(subject, predicate, value)
                case str() if value[4:5] == value[7:8] == "-":
                    self.out.typed(subject, predicate, value, XSD.date)
                case _:
                    self.out.text(subject, predicate, str(value))


def common(writer: Writer) -> dict[str, list[str]]:
    """Add what all activities refer to: sources, codes, places, organisations."""
    for number, output in enumerate(writer.outputs):
        writer.out = output
        source = writer.thing(
            "source", f"{number}.xml", OKG.Source, key=f"{number}.xml", documentName=f"{number}.xml",
            sha256=f"{number:064x}", sourceKind="iati-activity",
        )  # fmt: skip
        reading = writer.thing("reading", number, OKG.Extraction, extractor="rules", ruleSet="1f00")
        writer.say(reading, PROV.used, source)
    concepts = []
    for number in range(60):
        concept = writer.thing("concept", number, SKOS.Concept)
        writer.say(concept, SKOS.inScheme, "<https://example.org/list>")
        writer.say(concept, SKOS.notation, f"code {number}")
        writer.say(concept, SKOS.prefLabel, f"concept {number}")
        concepts.append(concept)
    return {
        "concept": concepts,
        "place": [named(writer, "place", n, GEO.Feature) for n in range(100)],
        "organisation": [named(writer, "organisation", n, ORG.Organization) for n in range(500)],
    }


def named(writer: Writer, kind: str, number: int, class_iri: str) -> str:
    thing = writer.thing(kind, number, class_iri, mentionType=kind)
    writer.say(thing, SKOS.prefLabel, f"{kind} {number}")
    writer.say(thing, RDFS.label, f"{kind} {number}")
    return thing


def activity(writer: Writer, rng: random.Random, number: int, known: dict[str, list[str]]) -> None:
    """Add an activity of about 370 triples."""

    def pick(kind: str) -> str:
        return rng.choice(known[kind])

    def day(year: int) -> str:
        return f"{year}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"

    def money(kind: str, class_iri: str, part: int, **said: object) -> str:
        return writer.thing(
            kind, f"{number}.{part}", class_iri, value=rng.randrange(10**6), currency=pick("concept"),
            valueDate=day(2021), line=part + 1, **said,
        )  # fmt: skip

    writer.out = writer.outputs[number % SOURCES]
    subject = named(writer, "activity", number, OKG.Activity)
    writer.say(subject, DCTERMS.title, f"activity {number}")
    writer.say(subject, DCTERMS.identifier, f"GB-COH-1-{number}")
    writer.say(subject, OKG.publisher, pick("organisation"))
    writer.say(subject, OKG.line, number + 1)
    for part in range(2):
        date = writer.thing(
            "date",
            f"{number}.{part}",
            OKG.ActivityDate,
            date=day(2018 + part),
            dateType=pick("concept"),
        )
        writer.say(subject, OKG.activityDate, date)
        budget = money(
            "budget",
            OKG.Budget,
            part,
            periodStart=day(2020),
            periodEnd=day(2021),
            budgetType=pick("concept"),
        )
        writer.say(subject, OKG.budget, budget)
        share = writer.thing(
            "share", f"{number}.{part}", OKG.PlaceShare, place=pick("place"), share=50
        )
        writer.say(subject, OKG.placeShare, share)
        sector = writer.thing(
            "contribution", f"{number}.{part}", OKG.Contribution, towards=pick("concept"), share=50,
            vocabulary=known["concept"][0],
        )  # fmt: skip
        writer.say(subject, OKG.contribution, sector)
    for part in range(6):
        paid = money(
            "transaction", OKG.Transaction, part, date=day(2021), transactionType=pick("concept"),
            provider=pick("organisation"), receiver=pick("organisation"),
        )  # fmt: skip
        writer.say(subject, OKG.transaction, paid)
        role = writer.thing(
            "participation", f"{number}.{part}", OKG.Participation, participant=pick("organisation"),
            role=pick("concept"), line=part + 2,
        )  # fmt: skip
        writer.say(role, OKG.in_, subject)
    result(writer, rng, number, subject, pick("concept"))
    prose(writer, rng, number, known)


def result(writer: Writer, rng: random.Random, number: int, activity: str, concept: str) -> None:
    outcome = writer.thing("result", number, OKG.Result, OKG.Outcome, resultType=concept)
    writer.say(activity, OKG.result, outcome)
    writer.say(outcome, DCTERMS.title, f"result {number}")
    for part in range(2):
        indicator = writer.thing(
            "indicator", f"{number}.{part}", OKG.Indicator, indicatorMeasure=concept, ascending=True
        )
        writer.say(outcome, OKG.indicator, indicator)
        writer.say(indicator, DCTERMS.title, f"indicator {part}")
        period = writer.thing(
            "period",
            f"{number}.{part}",
            OKG.IndicatorPeriod,
            periodStart="2021-01-01",
            periodEnd="2021-12-31",
        )
        writer.say(indicator, OKG.period, period)
        for name in ("target", "actual"):
            value = writer.thing(
                "measurement", f"{number}.{part}.{name}", OKG.Measurement, value=rng.randrange(9999),
                role=concept, line=9,
            )  # fmt: skip
            writer.say(period, f"{OKG.target.removesuffix('target')}{name}", value)


def prose(writer: Writer, rng: random.Random, number: int, known: dict[str, list[str]]) -> None:
    source = writer.out.graph
    narrative = writer.thing(
        "narrative", number, OKG.Narrative, start=0, end=1000, text="Women lead.", truncated=False,
        status=known["concept"][1],
    )  # fmt: skip
    writer.say(narrative, DCTERMS.isPartOf, nquads.iri(source))
    writer.say(narrative, OKG.about, nquads.iri(writer.iris.of("activity", str(number))))
    reading = nquads.iri(writer.iris.of("reading", str(number % SOURCES)))
    for part in range(8):
        start = part * 50 + rng.randrange(30)
        selector = writer.thing(
            "selector", f"{number}.{part}", OA.TextPositionSelector, OA.TextQuoteSelector
        )
        writer.say(selector, OA.start, start)
        writer.say(selector, OA.end, start + 9)
        writer.say(selector, OA.exact, "INMUJERES")
        evidence = writer.thing("evidence", f"{number}.{part}", OA.SpecificResource)
        writer.say(evidence, OA.hasSelector, selector)
        writer.say(evidence, OA.hasSource, nquads.iri(source))
        writer.say(evidence, PROV.wasQuotedFrom, nquads.iri(source))
        fact = writer.thing(
            "mention", f"{number}.{part}", OKG.Mention, OA.Annotation, mentionType="Organisation",
            surface="INMUJERES", narrative=narrative, confidence=0.9,
        )  # fmt: skip
        writer.say(fact, OA.hasBody, rng.choice(known["organisation"]))
        writer.say(fact, OA.hasTarget, evidence)
        writer.say(fact, PROV.wasDerivedFrom, evidence)
        writer.say(fact, PROV.wasGeneratedBy, reading)


def spoiled(lines: Iterable[str], rng: random.Random) -> Iterator[str]:
    """Answer the lines, one in a hundred dropped, doubled with another value, or of a wrong kind.

    Numbers become other numbers and days stay days: rdflib puts values that cannot be compared
    into an order, where SPARQL knows none.
    """
    for line in lines:
        if rng.random() >= SPOILED:
            yield line
            continue
        subject, predicate, rest = line.split(" ", 2)
        graph = rest[rest.rindex(" <") :]
        if rng.random() < 1 / 3:
            continue
        if XSD.decimal in rest or XSD.integer in rest:
            yield f'{subject} {predicate} "-7"^^<{XSD.decimal}>{graph}'
        elif "^^" not in rest:
            yield f'{subject} {predicate} "spoiled"{graph}'
        if rng.random() < 1 / 2:
            yield line


def write(folder: Path, triples: int) -> None:
    """Write the graph twice: graph.nq with its named graphs, and graph.nt, each triple once."""
    rng = random.Random(SEED)  # noqa: S311  made-up data
    writer = Writer()
    known = common(writer)
    number = 0
    while sum(len(output.lines) for output in writer.outputs) < triples:
        activity(writer, rng, number, known)
        number += 1
    lines = sorted({line for out in writer.outputs for line in spoiled(out.lines, rng)})
    (folder / "graph.nq").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    plain = sorted({f"{line[: line.rindex(' <')]} ." for line in lines})
    (folder / "graph.nt").write_text("".join(f"{line}\n" for line in plain), encoding="utf-8")


def by_kg(folder: Path) -> tuple[float, Iterable[Finding]]:
    return checked(folder, "graph.nt")


def by_kg_in_graphs(folder: Path) -> tuple[float, Iterable[Finding]]:
    return checked(folder, "graph.nq")


def checked(folder: Path, name: str) -> tuple[float, Iterable[Finding]]:
    store = ox.Store()
    store.bulk_load(path=str(folder / name))
    shapes = Shapes.load([resources.folder("ontology"), folder / "shapes"])
    begin = time.perf_counter()
    report = validate(store, shapes)
    seconds = time.perf_counter() - begin
    (folder / "report.ttl").write_bytes(reports.find("ttl").render(report, Iris()))
    return seconds, report.findings


def by_pyshacl(folder: Path) -> tuple[float, Iterable[Finding]]:
    data = rdflib.Graph().parse(folder / "graph.nt", format="nt")
    shapes, ontology = parsed(folder / "shapes"), parsed(resources.folder("ontology"))
    for edge in ontology.triples((None, rdflib.RDFS.subClassOf, None)):
        data.add(edge)
    begin = time.perf_counter()
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes)
    return time.perf_counter() - begin, oracle.read(report)


def parsed(folder: Path) -> rdflib.Graph:
    graph = rdflib.Graph()
    for path in sorted(folder.glob("*.ttl")):
        graph.parse(path)
    return graph


def write_shapes(folder: Path, *, rules: bool) -> None:
    """Write the shipped shapes, with or without their rules, for which pySHACL asks node by node."""
    shapes = parsed(resources.folder("shapes"))
    if not rules:
        shapes.remove((None, rdflib.URIRef(SH.sparql), None))
    folder.mkdir(exist_ok=True)
    shapes.serialize(folder / "shapes.ttl")


ORACLE = "pySHACL"
SIDES = {"kg": by_kg, f"kg, {SOURCES} graphs": by_kg_in_graphs, ORACLE: by_pyshacl}


def run_side(side: str, folder: Path) -> None:
    begin = time.perf_counter()
    checks, findings = SIDES[side](folder)
    rows = {(f.focus, f.path, f.value, f.severity.value, f.shape, f.component) for f in findings}
    seconds = time.perf_counter() - begin
    lines = ["\t".join(row) + "\n" for row in sorted(rows)]
    (folder / f"{side}.tsv").write_text("".join(lines), encoding="utf-8")
    print(seconds, checks, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000)


def measure(side: str, folder: Path) -> Measured:
    """Run one side in a process of its own."""
    command = [sys.executable, __file__, "--side", side, "--folder", str(folder)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return Measured(*map(float, answer))


def compare(folder: Path, sides: list[str]) -> str:
    """Answer how many results there are, and of how many kinds; stop where the sides differ."""
    found = {side: set((folder / f"{side}.tsv").read_text().splitlines()) for side in sides}
    ours = found[sides[0]]
    for side, theirs in found.items():
        if theirs != ours:
            sys.exit(f"{side} differs: {sorted(theirs ^ ours)[:5]}")
    kinds = {tuple(row.split("\t")[4:]) for row in ours}
    return f"{len(ours):,} results of {len(kinds)} kinds, the same on all sides"


def rows(sizes: list[int], runs: int, oracle_up_to: int) -> Iterator[str]:
    versions = f"pyoxigraph {ox.__version__}, pySHACL {pyshacl.__version__}"
    yield f"Python {platform.python_version()}, {versions}, {platform.machine()}"
    yield "| triples | shapes | side | seconds in all | seconds of checks | peak MB | times as fast |"
    yield "|---|---|---|---|---|---|---|"
    for size in sizes:
        sides = [side for side in SIDES if side != ORACLE or size <= oracle_up_to]
        with tempfile.TemporaryDirectory() as name:
            write(Path(name), size)
            for rules in (True, False):
                write_shapes(Path(name) / "shapes", rules=rules)
                taken = in_turn(Path(name), sides, runs)
                what = f"{size:,} | {'all' if rules else 'without rules'}"
                yield from (f"| {what} | {row}" for row in compared(taken))
                yield f"  {compare(Path(name), sides)}"


def in_turn(folder: Path, sides: list[str], runs: int) -> dict[str, list[Measured]]:
    taken: dict[str, list[Measured]] = {side: [] for side in sides}
    for _ in range(runs):
        for side in sides:
            taken[side].append(measure(side, folder))
    return taken


def compared(taken: dict[str, list[Measured]]) -> Iterator[str]:
    slowest = max(statistics.median(m.seconds for m in runs) for runs in taken.values())
    for side, runs in taken.items():
        seconds = statistics.median(m.seconds for m in runs)
        checks = statistics.median(m.checks for m in runs)
        peak = max(m.megabytes for m in runs)
        yield f"{side} | {seconds:.2f} | {checks:.2f} | {peak:.0f} | {slowest / seconds:.1f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--triples", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--oracle-up-to", type=int, default=200_000)
    parser.add_argument("--side", choices=SIDES, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.side:
        run_side(arguments.side, arguments.folder)
    else:
        for row in rows(arguments.triples, arguments.runs, arguments.oracle_up_to):
            print(row, flush=True)


if __name__ == "__main__":
    main()
