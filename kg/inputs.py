"""The SOURCE arguments of a build as documents: files, folders, globs, standard input, addresses.

A source's key is its path relative to the argument's parent (`portal/MX.txt`), the address of an
address, and the given name for standard input.
"""

import glob
import hashlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from kg.documents import Document
from kg.errors import SourceError, UsageError
from kg.pages.countries import countries
from kg.settings import Settings
from kg.stages.folder import current

STDIN: Final = "-"
_CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What there is to read, by key, and what was passed over with the reason.

    `named` are the keys that an argument names itself; a folder's members are not. `unmatched` are
    the patterns of the settings that are of no document here.
    """

    documents: tuple[Document, ...]
    named: frozenset[str]
    skipped: tuple[tuple[str, str], ...]
    unmatched: tuple[str, ...] = ()


Fetch = Callable[[str], Document]


def gather(
    arguments: Sequence[str], settings: Settings, fetch: Fetch, *, name: str = "stdin"
) -> Inputs:
    """Answer the documents that the arguments mean, sorted by key.

    Raises:
        UsageError: nothing was given, two inputs have one key, or the settings tell a country that
            there is not.
        SourceError: an argument names nothing that can be read, or all of them nothing to read.
    """
    if not arguments:
        raise UsageError(
            "build: no SOURCE: name files, folders, addresses, or - for standard input"
        )
    _require_countries(settings)
    documents: dict[str, Document] = {}
    named: set[str] = set()
    skipped: list[tuple[str, str]] = []
    for argument in arguments:
        for document, reason in _documents(argument, settings, fetch, name):
            if reason:
                skipped.append((document.key, reason))
            elif document.key in documents:
                raise UsageError(
                    f"{argument}: two inputs have the key {document.key}: rename one, or give their folder"
                )
            else:
                documents[document.key] = document
                if not Path(argument).is_dir():
                    named.add(document.key)
    if not documents:
        raise SourceError(_nothing(arguments, skipped))
    return Inputs(
        documents=tuple(documents[key] for key in sorted(documents)),
        named=frozenset(named),
        skipped=tuple(sorted(skipped)),
        unmatched=settings.unmatched(documents),
    )


def _require_countries(settings: Settings) -> None:
    """Refuse settings that tell a country which no register knows."""
    for entry in settings.sources:
        said = entry.get("country")
        if said is not None and countries(settings.registers).of(said) is None:
            raise UsageError(
                f'settings: sources: country = "{said}" of {entry["match"]}: no such country is known:'
                ' give its ISO 3166 code, as country = "MX"'
            )


def _nothing(arguments: Sequence[str], skipped: Sequence[tuple[str, str]]) -> str:
    key, reason = min(skipped, default=(", ".join(arguments), "no file there"))
    return f"{key}: {reason}: give results pages, texts, tables of results or IATI files, archives unpacked"


def _documents(
    argument: str, settings: Settings, fetch: Fetch, name: str
) -> Iterator[tuple[Document, str]]:
    if not argument:
        raise UsageError("build: an empty name: name files, folders, addresses, or - for input")
    if argument == STDIN:
        yield _in_memory(name, sys.stdin.buffer.read(), settings), ""
    elif argument.startswith(("http://", "https://")):
        yield fetch(argument), ""
    elif Path(argument).is_dir():
        yield from _members(Path(argument), settings)
    elif Path(argument).is_file():
        yield _file(Path(argument), Path(argument).name, settings), ""
    else:
        matches = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207  the pattern may be absolute, which Path.glob refuses
        if not matches:
            raise SourceError(f"{argument}: no such file or folder: check the path")
        for match in matches:
            yield from _documents(match, settings, fetch, name)


def _members(folder: Path, settings: Settings) -> Iterator[tuple[Document, str]]:
    top = folder.resolve()
    for path in _below(top):
        key = path.relative_to(top.parent).as_posix()
        reason = _unusable(path)
        if reason:
            yield Document(key=key, sha256="", place=path), reason
        else:
            yield replace(_file(path, key, settings), is_member=True), ""


def _below(folder: Path) -> Iterator[Path]:
    """Answer the files of a folder and of those below it, in order.

    A hidden folder is answered itself; what a build wrote is no input and is passed over.
    """
    for path in sorted(folder.iterdir()):
        if not path.is_dir() or path.is_symlink() or path.name.startswith("."):
            yield path
        elif current(path) is None:
            yield from _below(path)


def _unusable(path: Path) -> str:
    """Answer why a member of a folder is not read, or "" where it is."""
    if path.name.startswith("."):
        return "hidden"
    if path.is_dir():
        return "link to a folder"
    if not path.is_file():
        return "broken link" if path.is_symlink() else "no file"
    return "" if os.access(path, os.R_OK) else "may not be read"


def _file(path: Path, key: str, settings: Settings) -> Document:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise SourceError(
            f"{path}: cannot be read ({error.strerror}): check permissions"
        ) from error
    return _document(key, digest.hexdigest(), path, settings)


def _in_memory(key: str, data: bytes, settings: Settings) -> Document:
    return _document(key, hashlib.sha256(data).hexdigest(), data, settings)


def _document(key: str, sha256: str, place: Path | bytes, settings: Settings) -> Document:
    hints = settings.hints(key)
    return Document(
        key=key,
        sha256=sha256,
        place=place,
        address=hints.get("address", ""),
        hints=hints,
        registers=settings.registers,
    )
