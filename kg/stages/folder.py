"""The output folder: it holds the old build or the new one, whole, whenever the machine stops.

    DIR/.builds/<digest>/      the files of one build
    DIR/.current               a link to the build that holds, replaced in one step
    DIR/graph.nq, store, ...   links through .current, made once
    DIR/.cache/                results of stages
    DIR/.lock                  held by the one writer

Source: POSIX.1-2017, rename: replaces its target atomically.
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from kg.errors import BuildError, UsageError

FILES: Final = (
    "graph.nq",
    "graph.ttl",
    "store",
    "report.ttl",
    "report.html",
    "catalog.ttl",
    "issues.jsonl",
    "text",
    "build.json",
)
CACHE: Final = ".cache"
_BUILDS: Final = ".builds"
_CURRENT: Final = ".current"


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Hold the folder for one writer.

    Raises:
        BuildError: another build writes to the folder, or it cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        stream = (folder / ".lock").open("w", encoding="utf-8")
    except OSError as error:
        raise BuildError(
            f"{folder}: cannot be written to ({error.strerror}): choose another -o"
        ) from error
    with stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise BuildError(f"{folder}: another build writes here: wait for it to end") from error
        yield


@contextmanager
def staging(folder: Path) -> Iterator[Path]:
    """Answer an empty folder for the files of a build, on the same file system."""
    builds = folder / _BUILDS
    builds.mkdir(exist_ok=True)
    for left in builds.glob("new-*"):
        shutil.rmtree(left, ignore_errors=True)
    new = Path(tempfile.mkdtemp(dir=builds, prefix="new-"))
    new.chmod(0o755)
    try:
        yield new
    finally:
        shutil.rmtree(new, ignore_errors=True)


def switch(folder: Path, new: Path, name: str) -> None:
    """Make a staged build the one that holds; the build before it stays, older ones go."""
    target = folder / _BUILDS / name
    before = current(folder)
    if target.exists():
        shutil.rmtree(target) if before != target else shutil.rmtree(new)
    if new.exists():
        _flush(new)
        new.rename(target)
    for file in FILES:
        link(folder / file, Path(_CURRENT) / file)
    link(folder / _CURRENT, Path(_BUILDS) / name)
    for old in (folder / _BUILDS).iterdir():
        if old not in {target, before}:
            shutil.rmtree(old, ignore_errors=True)


def link(place: Path, target: Path) -> None:
    """Make a symbolic link, in the place of one that is there, in one step.

    Raises:
        UsageError: there is a file or folder of that name that no build made.
    """
    if place.is_symlink() and place.readlink() == target:
        return
    if place.exists() and not place.is_symlink():
        raise UsageError(f"{place}: is in the way and not made by kg: move it or choose another -o")
    partial = place.with_name(f".{place.name}-{os.getpid()}")
    partial.unlink(missing_ok=True)
    partial.symlink_to(target)
    partial.replace(place)


def current(folder: Path) -> Path | None:
    """Answer the folder of the build that holds, or None where there is none yet."""
    place = folder / _CURRENT
    return folder / place.readlink() if place.is_symlink() else None


def opened(folder: Path) -> Path:
    """Answer the folder of the build that holds, for reading.

    Raises:
        UsageError: there is no build.
    """
    found = current(folder)
    if found is None or not (found / "build.json").is_file():
        raise UsageError(f"{folder}: no build here: run kg build SOURCE -o {folder}")
    return found


def _flush(folder: Path) -> None:
    """Bring the files of a build to the disk before they are shown."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            descriptor = os.open(path, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
