"""Read the shipped registers for one country, against reading them whole: time and bytes.

Usage: python benchmarks/registers.py [COUNTRY...]
"""

import gzip
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import kg
from kg.registers import Registers, load
from kg.registers.entry import Entry

DATA = Path(kg.__file__).parent / "registers" / "data"
ROUNDS = 7


def main(countries: list[str]) -> None:
    files = sorted(DATA.glob("*.tsv"))
    content = b"".join(file.read_bytes() for file in files)
    print(f"{len(files)} files, {len(content):,} bytes, {len(gzip.compress(content)):,} compressed")
    whole, entries = least(everything)
    print(f"all        {entries:7,} entries  {whole * 1000:5.0f} ms")
    for country in countries:
        part, entries = least(lambda found, country=country: found.of_country(country))
        print(f"{country:10} {entries:7,} entries  {part * 1000:5.0f} ms  1:{whole / part:.0f}")


def everything(found: Registers) -> Iterable[Entry]:
    return (entry for table in found.tables for entry in table)


def least(read: Callable[[Registers], Iterable[Entry]]) -> tuple[float, int]:
    """Answer the least processor time of some rounds, from unread files on, and the entries."""
    seconds = []
    for _ in range(ROUNDS):
        began = time.process_time()
        entries = sum(1 for _ in read(load()))
        seconds.append(time.process_time() - began)
    return min(seconds), entries


if __name__ == "__main__":
    main(sys.argv[1:] or ["MX", "FR", "IN", "BF"])
