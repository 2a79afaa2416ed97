"""How fast IATI XML becomes lines of N-Quads on one core, against reading the same XML and no more.

Makes files of seeded, IATI-like activities (organisations, sectors, transactions, results), then
runs both sides in turn, each in a process of its own, and prints the median of each: triples and
megabytes a second of core time, peak memory, and the ratio. `--profile` prints where the time goes instead.

    python benchmarks/iati_to_nquads.py --megabytes 20 200 --runs 3
"""

import argparse
import cProfile
import platform
import pstats
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from kg.documents import Document
from kg.iris import Iris
from kg.mapping.iati import map_node
from kg.mapping.output import Output
from kg.records import Node
from kg.sources import iati

SEED = 2021
MEGABYTE = 1_000_000
DRAIN_LINES = 50_000
WORDS = ("women", "girls", "care", "water", "health", "school", "market", "village", "district")
CURRENCIES = ("USD", "EUR", "MXN", "GBP")


class Measured(NamedTuple):
    """What one run took: seconds of the core, peak megabytes, and how many triples and bytes it wrote."""

    seconds: float
    megabytes: float
    triples: int
    written: int


def words(rng: random.Random, count: int) -> str:
    return " ".join(rng.choices(WORDS, k=count))


def organisation(rng: random.Random, element: str, attributes: str = "") -> str:
    number = rng.randrange(2000)
    ref = f' ref="GB-COH-{number:08d}"' if number % 4 else ""
    kind = (10, 21, 22, 40)[number % 4]
    return (
        f'<{element}{ref} type="{kind}"{attributes}>'
        f"<narrative>{WORDS[number % len(WORDS)].title()} Agency {number}</narrative></{element}>"
    )


def day(rng: random.Random) -> str:
    return f"{rng.randint(2010, 2024)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"


def money(rng: random.Random) -> str:
    return f'<value currency="{rng.choice(CURRENCIES)}" value-date="{day(rng)}">{rng.randrange(10**7) / 100:.2f}</value>'


def transaction(rng: random.Random, ref: str) -> str:
    return f"""    <transaction ref="{ref}">
      <transaction-type code="{rng.randint(1, 4)}"/>
      <transaction-date iso-date="{day(rng)}"/>
      {money(rng)}
      <description><narrative>{words(rng, 8)}</narrative></description>
      {organisation(rng, "provider-org")}
      {organisation(rng, "receiver-org")}
    </transaction>
"""


def result(rng: random.Random) -> str:
    return f"""    <result type="{rng.randint(1, 3)}" aggregation-status="true">
      <title><narrative>{words(rng, 6)}</narrative></title>
      <description><narrative>{words(rng, 40)}</narrative></description>
      <indicator measure="1" ascending="true">
        <title><narrative>{words(rng, 8)}</narrative></title>
        <baseline year="2015" value="{rng.randrange(1000)}"/>
        <period>
          <period-start iso-date="2021-01-01"/>
          <period-end iso-date="2021-12-31"/>
          <target value="{rng.randrange(10000)}"/>
          <actual value="{rng.randrange(10000)}"/>
        </period>
      </indicator>
    </result>
"""


def activity(rng: random.Random, number: int) -> str:
    """Answer one activity, of about 7 kB."""
    identifier = f"GB-COH-12345678-{number}"
    transactions = "".join(transaction(rng, f"{number}-{n}") for n in range(rng.randint(2, 8)))
    roles = "".join(
        f"    {organisation(rng, 'participating-org', f' role={chr(34)}{role}{chr(34)}')}\n"
        for role in (1, 2, 3, 4, 4)
    )
    return f"""  <iati-activity xml:lang="en" default-currency="USD" last-updated-datetime="2022-03-01T00:00:00Z" hierarchy="2">
    <iati-identifier>{identifier}</iati-identifier>
    <reporting-org ref="GB-COH-12345678" type="21"><narrative>Example Trust</narrative></reporting-org>
    <title><narrative>{words(rng, 6)}</narrative><narrative xml:lang="es">{words(rng, 6)}</narrative></title>
    <description type="1"><narrative>{words(rng, 90)}</narrative></description>
{roles}    <activity-status code="{rng.randint(1, 4)}"/>
    <activity-date type="1" iso-date="{day(rng)}"/>
    <activity-date type="3" iso-date="{day(rng)}"/>
    <recipient-country code="{rng.choice(("MX", "GT", "CO", "KE"))}" percentage="100"/>
    <sector vocabulary="1" code="{rng.choice(("11220", "15170", "16010"))}" percentage="60"/>
    <sector vocabulary="1" code="12220" percentage="40"/>
    <policy-marker vocabulary="1" code="1" significance="{rng.randint(0, 2)}"/>
    <budget type="1" status="2">
      <period-start iso-date="2021-01-01"/>
      <period-end iso-date="2021-12-31"/>
      {money(rng)}
    </budget>
{transactions}    <related-activity ref="GB-COH-12345678-{number // 10}" type="1"/>
{result(rng)}{result(rng)}  </iati-activity>
"""


def write_file(path: Path, size: int) -> None:
    """Write activities until the file has the size; the same seed gives the same bytes."""
    rng, number, written = random.Random(SEED), 0, 0  # noqa: S311  made-up data
    with path.open("w", encoding="utf-8") as stream:
        stream.write('<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03">\n')
        while written < size:
            written += stream.write(activity(rng, number))
            number += 1
        stream.write("</iati-activities>\n")


def to_nquads(path: Path) -> tuple[int, int]:
    """Read and map a file, and answer how many triples and bytes that gives."""
    document = Document(key=path.name, sha256="", place=path)
    output = Output(Iris().source(path.name), Iris())
    triples = written = 0

    def drained() -> tuple[int, int]:
        size = len("\n".join(output.lines).encode())
        count = len(output.lines)
        output.lines.clear()
        output.claims.clear()
        return count, size

    for record in iati.read(document):
        if isinstance(record, Node):
            map_node(record, output)
            if len(output.lines) >= DRAIN_LINES:
                count, size = drained()
                triples, written = triples + count, written + size
    count, size = drained()
    return triples + count, written + size


def extracted(path: Path) -> tuple[int, int]:
    """Read every name, attribute and text with lxml, and answer how many values there are."""
    values = size = 0
    for _, element in etree.iterparse(path, tag="iati-activity"):
        for inner in element.iter():
            for value in inner.values():
                values += 1
                size += len(value)
            text = inner.text
            if inner.tag and text and not text.isspace():
                values += 1
                size += len(text)
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
    return values, size


SIDES = {"lxml alone": extracted, "to N-Quads": to_nquads}


def measure(side: str, path: Path) -> Measured:
    """Run one side in a process of its own."""
    command = [sys.executable, __file__, "--side", side, "--file", str(path)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return Measured(float(answer[0]), float(answer[1]), int(answer[2]), int(answer[3]))


def run_side(side: str, path: Path) -> None:
    begin = time.process_time()
    triples, written = SIDES[side](path)
    seconds = time.process_time() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(seconds, peak, triples, written)


def rows(sizes: list[int], runs: int) -> Iterator[str]:
    yield f"Python {platform.python_version()}, lxml {etree.__version__}, {platform.machine()}"
    yield "| input | side | seconds | MB/s | triples/s | peak MB | of lxml alone |"
    yield "|---|---|---|---|---|---|---|"
    for megabytes in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"activities-{megabytes}.xml"
            write_file(path, megabytes * MEGABYTE)
            taken: dict[str, list[Measured]] = {side: [] for side in SIDES}
            for _ in range(runs):
                for side in SIDES:
                    taken[side].append(measure(side, path))
        bare = statistics.median(m.seconds for m in taken["lxml alone"])
        triples = taken["to N-Quads"][0].triples
        for side, measured in taken.items():
            seconds = statistics.median(m.seconds for m in measured)
            peak = max(m.megabytes for m in measured)
            yield (
                f"| {megabytes} MB | {side} | {seconds:.2f} | {megabytes / seconds:.1f} "
                f"| {triples / seconds:,.0f} | {peak:.0f} | {bare / seconds:.0%} |"
            )


def profile(megabytes: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "activities.xml"
        write_file(path, megabytes * MEGABYTE)
        profiler = cProfile.Profile()
        profiler.runcall(to_nquads, path)
    pstats.Stats(profiler).sort_stats("tottime").print_stats(25)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, nargs="+", default=[20, 200])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--side", choices=SIDES, help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.side:
        run_side(arguments.side, arguments.file)
    elif arguments.profile:
        profile(arguments.megabytes[0])
    else:
        for row in rows(arguments.megabytes, arguments.runs):
            print(row, flush=True)


if __name__ == "__main__":
    main()
