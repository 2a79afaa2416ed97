"""What every worker of a build needs to know: a small value that can be sent to a process."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kg import extractors, registers
from kg.extractors import Extractor
from kg.iris import Iris
from kg.registers import Registers
from kg.settings import Settings
from kg.stages.cache import digest

PACKAGE = Path(__file__).resolve().parent.parent
_RULE_FOLDERS = ("extract", "extractors", "text", "identity", "registers")


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One build's settings and the digests of what it runs.

    `code` covers the whole package: results of another version are never taken from the cache.
    `rules` covers what decides on facts from text, and names their `prov:Activity`.
    """

    folder: Path
    settings: Settings
    code: str
    rules: str

    @property
    def iris(self) -> Iris:
        """The maker of IRIs under this build's base."""
        return Iris(self.settings.base)

    @property
    def registers(self) -> Registers:
        """The registers that this build knows names from."""
        return load_registers(self.settings.registers)

    @property
    def extractors(self) -> tuple[Extractor, ...]:
        """What reads the narratives, in the order in which the settings name it."""
        return extractors.load(self.settings.extractors, self.settings.extractor)

    @property
    def read_by(self) -> tuple[str, ...]:
        """The names and versions of the extractors."""
        return tuple(f"{one.name} {one.version}" for one in self.extractors)

    def kept_by(self, extractor: Extractor) -> Path:
        """Answer where an extractor may keep things: where the settings say, or in the cache."""
        chosen = extractor.options.get("folder")
        return Path(chosen) if chosen else self.folder / "extractors" / extractor.name


@lru_cache(maxsize=2)
def load_registers(extra: tuple[Path, ...]) -> Registers:
    """Answer the shipped registers and the user's own, read once a process."""
    return registers.load(extra)


def job(folder: Path, settings: Settings) -> Job:
    """Answer the job of a build whose stages are cached in the folder."""
    own = load_registers(settings.registers).digest
    rules = [_tree(PACKAGE / name) for name in _RULE_FOLDERS]
    return Job(
        folder=folder,
        settings=settings,
        code=digest(_tree(PACKAGE), settings.digest),
        rules=digest(*rules, own),
    )


@lru_cache(maxsize=8)
def _tree(folder: Path) -> str:
    """Answer the digest of a folder of the program, which stays as it is while it runs."""
    return tree(folder)


def tree(folder: Path) -> str:
    """Answer the digest of all files below a folder, or of a file, but what Python leaves there."""
    total = hashlib.sha256()
    for path in [folder, *sorted(folder.rglob("*"))]:
        if path.is_file() and "__pycache__" not in path.parts:
            data = path.read_bytes()
            total.update(f"{path.relative_to(folder).as_posix()}\0{len(data)}\0".encode() + data)
    return total.hexdigest()
