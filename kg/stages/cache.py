"""Results of a stage, kept under the digest of all that the stage read.

An entry is a folder that appears whole or not at all; asking for one keeps it for the next build.
"""

import hashlib
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path


def digest(*parts: str) -> str:
    """Answer one digest for several texts; where one ends and the next begins counts.

    Example:
        >>> digest("a", "bc") == digest("ab", "c")
        False
    """
    total = hashlib.sha256()
    for part in parts:
        data = part.encode()
        total.update(len(data).to_bytes(8, "big") + data)
    return total.hexdigest()


def entry(folder: Path, name: str, make: Callable[[Path], None]) -> Path:
    """Answer the entry of that name, made by `make(empty_folder)` where it is not yet there."""
    target = folder / name
    if target.is_dir():
        return target
    folder.mkdir(parents=True, exist_ok=True)
    partial = Path(tempfile.mkdtemp(dir=folder, prefix=".partial-"))
    try:
        make(partial)
        with suppress(OSError):  # another worker made the same entry first
            partial.rename(target)
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return target


def private(folder: Path) -> Path:
    """Answer a folder that only its owner may look into, made where it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(stat.S_IRWXU)
    return folder


def sweep(folder: Path, keep: Iterable[str]) -> None:
    """Remove every entry that is not among those to keep."""
    kept = frozenset(keep)
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name not in kept:
            shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink()


def size(folder: Path) -> int:
    """Answer how many bytes the files below a folder have.

    Units: bytes.
    """
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
