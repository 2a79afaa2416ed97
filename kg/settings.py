"""What users may set, in one optional `kg.toml`: a plain value that is passed in, never looked up.

Example:
    [dataset]
    title = "Results of our office"
    licence = "https://creativecommons.org/licenses/by/4.0/"

    [[sources]]
    match = "portal/MX_*.txt"
    country = "MX"
    columns = { "result/indicator/title" = "What we count" }
    decimal = ","
"""

import difflib
import hashlib
import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Annotated, Any, Final

import msgspec

from kg.errors import UsageError
from kg.terms import DEFAULT_BASE

FILE_NAME: Final = "kg.toml"
JUDGEMENTS: Final = "judgements.tsv"
"""The file of judgements, beside the settings, where these name no other."""
_BASE: Final = re.compile(r"https?://[^\s<>\"{}|\\^`]+[/#]")
_HINTS: Final = frozenset({"match", "address", "licence", "country", "year", "columns", "decimal"})
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_DATASET: Final = frozenset({"title", "description", "publisher", "contact", "licence"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a build was told. `digest` is that of the settings file, "" without one.

    `text` says which narratives of structured files are read: results, all or none. `extractors`
    names what reads them, `extractor` has the options of each.
    """

    base: str = DEFAULT_BASE
    languages: tuple[str, ...] = ("en",)
    text: str = "results"
    dataset: Mapping[str, str] = field(default_factory=dict)
    registers: tuple[Path, ...] = ()
    shapes: tuple[Path, ...] = ()
    queries: tuple[Path, ...] = ()
    judgements: Path | None = None
    sources: tuple[Mapping[str, str], ...] = ()
    extractors: tuple[str, ...] = ("rules",)
    extractor: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    digest: str = ""

    def hints(self, key: str) -> dict[str, str]:
        """Answer what the settings say of the source with this key; later entries win."""
        found: dict[str, str] = {}
        for entry in self.sources:
            if fnmatchcase(key, entry["match"]):
                found |= {name: value for name, value in entry.items() if name != "match"}
        return found

    def unmatched(self, keys: Collection[str]) -> tuple[str, ...]:
        """Answer the patterns of sources that none of some keys has."""
        patterns = (entry["match"] for entry in self.sources)
        return tuple(
            pattern for pattern in patterns if not any(fnmatchcase(key, pattern) for key in keys)
        )


def load(path: Path | None) -> Settings:
    """Answer the settings of a file, or those that hold where there is none.

    Without a path, `kg.toml` of the working directory is read where it is there.

    Raises:
        UsageError: the file is missing, is not TOML, or has a key that nothing reads.
    """
    if path is None:
        path = Path(FILE_NAME)
        if not path.is_file():
            return Settings(judgements=Path(JUDGEMENTS))
    try:
        data = path.read_bytes()
        content = tomllib.loads(data.decode())
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}): check --config") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not TOML ({error}): mend the file") from error
    return _settings(content, path, hashlib.sha256(data).hexdigest())


class _File(msgspec.Struct):
    """What stands in a settings file, by type."""

    base: str = DEFAULT_BASE
    languages: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)] = ("en",)
    text: str = "results"
    dataset: dict[str, str] = {}
    registers: str | tuple[str, ...] = ()
    shapes: str | tuple[str, ...] = ()
    queries: str | tuple[str, ...] = ()
    judgements: str = JUDGEMENTS
    sources: tuple[dict[str, str | int | dict[str, str]], ...] = ()
    extractors: tuple[str, ...] = ("rules",)
    extractor: dict[str, dict[str, Any]] = {}


def _settings(content: dict[str, Any], path: Path, digest: str) -> Settings:
    _known(content, frozenset(_File.__struct_fields__), path, "")
    try:
        file = msgspec.convert(content, _File)
    except msgspec.ValidationError as error:
        raise UsageError(f"{path}: {error}: mend the value") from error
    _known(file.dataset, _DATASET, path, "dataset.")
    for entry in file.sources:
        _known(entry, _HINTS, path, "sources.")
        _choice(str(entry.get("decimal", ".")), (".", ","), path, "sources.decimal")
        if "year" in entry and not _YEAR.fullmatch(str(entry["year"])):
            raise UsageError(f"{path}: sources.year: {entry['year']}: give one year, as 2021")
        if "match" not in entry:
            raise UsageError(f'{path}: sources: an entry has no match: add match = "folder/*.txt"')
    return Settings(
        base=_base(file.base, path),
        languages=file.languages,
        text=_choice(file.text, ("results", "all", "none"), path, "text"),
        dataset=file.dataset,
        registers=_folders(file.registers, "registers", path),
        shapes=_folders(file.shapes, "shapes", path),
        queries=_folders(file.queries, "queries", path),
        judgements=path.parent / file.judgements,
        sources=tuple(map(_flat, file.sources)),
        extractors=tuple(_beside(name, path) for name in file.extractors),
        extractor={name: _options(table, path) for name, table in file.extractor.items()},
        digest=digest,
    )


def _flat(entry: Mapping[str, str | int | Mapping[str, str]]) -> dict[str, str]:
    """Answer an entry as names and texts: what is in a table inside it has the names of both."""
    flat: dict[str, str] = {}
    for name, value in entry.items():
        if isinstance(value, Mapping):
            flat |= {f"{name}.{inner}": said for inner, said in value.items()}
        else:
            flat[name] = str(value)
    return flat


def _beside(extractor: str, path: Path) -> str:
    """Answer the name of an extractor, or the path of its file, which is beside the settings."""
    return str(path.parent / extractor) if extractor.endswith(".py") else extractor


def _options(table: Mapping[str, Any], path: Path) -> dict[str, Any]:
    """Answer the options of an extractor; its folder is beside the settings."""
    folder = {"folder": str(path.parent / table["folder"])} if "folder" in table else {}
    return {**table, **folder}


def _known(table: Mapping[str, Any], allowed: frozenset[str], path: Path, where: str) -> None:
    for name in table:
        if name not in allowed:
            near = difflib.get_close_matches(name, sorted(allowed), 1)
            hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(sorted(allowed))}"
            raise UsageError(f"{path}: {where}{name}: nothing reads this: {hint}")


def _base(value: str, path: Path) -> str:
    if not _BASE.fullmatch(value):
        raise UsageError(f"{path}: base: {value!r}: give an http(s) address that ends in /")
    return value


def _choice(value: str, choices: tuple[str, ...], path: Path, name: str) -> str:
    if value not in choices:
        raise UsageError(f"{path}: {name}: {value!r}: choose one of {', '.join(choices)}")
    return value


def _folders(value: str | tuple[str, ...], name: str, path: Path) -> tuple[Path, ...]:
    listed = (value,) if isinstance(value, str) else value
    folders = tuple(path.parent / folder for folder in listed)
    for folder in folders:
        if not folder.exists():
            raise UsageError(f"{path}: {name}: {folder} is not there: mend the path")
    return folders
