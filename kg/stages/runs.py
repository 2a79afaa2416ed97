"""Sorting and merging more lines than fit into memory.

Lines are bytes without the line end. UTF-8 sorts as its code points do, so that lines of
canonical N-Quads sorted here are in canonical order. A file whose name ends in `.gz` is compressed:
lines of N-Quads are twentyfold, at the speed of a disk.
"""

import gzip
import heapq
import io
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Final

RUN_BYTES = 64 * 1024 * 1024
"""How many bytes of lines are held before they are sorted and written out."""

OPEN_FILES = 200
"""How many runs are merged at once; below the usual limit of 256 open files."""


PACKED: Final = ".gz"
_LEVEL: Final = 1
_BUFFER_BYTES: Final = 1 << 20


class Runs:
    """Collects lines and writes them sorted, each once."""

    def __init__(self, folder: Path, run_bytes: int = RUN_BYTES) -> None:
        """Use a folder for the runs that do not fit into memory."""
        self._folder = folder
        self._run_bytes = run_bytes
        self._lines: list[bytes] = []
        self._size = 0
        self._runs: list[Path] = []

    def extend(self, lines: Sequence[bytes]) -> None:
        """Add lines."""
        self._lines += lines
        self._size += sum(map(len, lines))
        if self._size > self._run_bytes:
            self._spill()

    def write(self, path: Path) -> int:
        """Write all lines, sorted and each once, and answer how many there are."""
        if not self._runs:
            return save(sorted(set(self._lines)), path)
        self._spill()
        count = merge(self._runs, path)
        for run in self._runs:
            run.unlink()
        return count

    def _spill(self) -> None:
        with tempfile.NamedTemporaryFile(dir=self._folder, prefix="run-", delete=False) as stream:
            run = Path(stream.name)
        save(sorted(set(self._lines)), run)
        self._runs.append(run)
        self._lines, self._size = [], 0


def reading(path: Path) -> io.BufferedIOBase:
    """Answer the bytes of a file, unpacked."""
    return gzip.open(path, "rb") if path.suffix == PACKED else path.open("rb")


def writing(path: Path, mode: str = "wb") -> io.BufferedIOBase:
    """Answer a stream that writes a file, or with mode "ab" adds to it."""
    if path.suffix != PACKED:
        return io.BufferedWriter(io.FileIO(path, mode))
    packed = gzip.GzipFile(path, mode, _LEVEL, mtime=0)
    return io.BufferedWriter(packed, _BUFFER_BYTES)


def _size(path: Path) -> int:
    """Answer how many bytes a file has when unpacked.

    Source: RFC 1952, section 2.3.1: ISIZE, the last four bytes, is that size modulo 4 GiB.
    """
    size = path.stat().st_size
    if path.suffix != PACKED or not size:
        return size
    with path.open("rb") as stream:
        stream.seek(-4, io.SEEK_END)
        return max(size, int.from_bytes(stream.read(), "little"))


def _content(path: Path) -> bytes:
    with reading(path) as stream:
        return stream.read()


def save(lines: Iterable[bytes], path: Path) -> int:
    """Write lines as they come, and answer how many there were."""
    count = 0
    with writing(path) as stream:
        for line in lines:
            stream.write(line + b"\n")
            count += 1
    return count


def read(path: Path) -> Iterator[bytes]:
    """Answer the lines of a file, without the line end."""
    with reading(path) as stream:
        for line in stream:
            yield line[:-1]


def merge(paths: Sequence[Path], target: Path) -> int:
    """Merge sorted files into one, each line once, and answer how many lines there are."""
    return save(merged(paths, unique=True), target)


def merged(paths: Sequence[Path], *, unique: bool) -> Iterator[bytes]:
    """Answer the lines of sorted files in order; with `unique`, each once.

    Where all fit into memory they are sorted there, which is several times faster than a merge
    line by line, since the sort finds the runs.
    """
    if sum(map(_size, paths)) <= RUN_BYTES:
        lines = b"".join(map(_content, paths)).split(b"\n")[:-1]
        if unique:
            lines = list(set(lines))
        yield from sorted(lines)
        return
    with ExitStack() as stack:
        yield from _unique(_merged(paths, stack)) if unique else _merged(paths, stack)


def _merged(paths: Sequence[Path], stack: ExitStack) -> Iterator[bytes]:
    """Merge in levels, so that no more than OPEN_FILES are open at once."""
    left = list(paths)
    while len(left) > OPEN_FILES:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=left[0].parent)))
        groups = [left[i : i + OPEN_FILES] for i in range(0, len(left), OPEN_FILES)]
        left = []
        for number, group in enumerate(groups):
            target = folder / str(number)
            save(heapq.merge(*map(read, group)), target)
            left.append(target)
    return heapq.merge(*map(read, left))


def _unique(lines: Iterable[bytes]) -> Iterator[bytes]:
    previous = None
    for line in lines:
        if line != previous:
            yield line
            previous = line
