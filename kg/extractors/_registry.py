"""Which extractors there are, and how one is loaded by its name."""

import hashlib
import importlib
import importlib.util
import pkgutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from kg.errors import BuildError, KGError, UnknownName, UsageError
from kg.extractors._task import Task
from kg.records import Fact, Issue

GROUP: Final = "kg.extractors"
SUFFIX: Final = ".py"
FOLDER: Final = "folder"
"""The option that says where an extractor keeps things; no fact depends on it."""

_PACKAGE: Final = __name__.rpartition(".")[0]


@dataclass(frozen=True, slots=True)
class Extractor:
    """An extractor that is ready to read; `version` changes when its facts may."""

    name: str
    version: str
    options: Mapping[str, Any]
    function: Callable[[Task], Iterator[Fact | Issue]]

    def read(self, task: Task) -> list[Fact | Issue]:
        """Answer what the extractor says of a narrative.

        Raises:
            BuildError: the extractor itself is broken.
        """
        try:
            return [_fact(one) for one in self.function(task)]
        except KGError:
            raise
        except (Exception, SystemExit) as error:
            what = f"{_told(error)} (at {task.narrative.id})"
            raise BuildError(f"{self.name}: {what}: mend the extractor") from error


def _told(error: BaseException) -> str:
    """Answer what an extractor did wrong, on one line; one that ends the program is broken too."""
    return " ".join(f"{type(error).__name__}: {error}".split())


def _fact(one: Fact | Issue) -> Fact | Issue:
    if not isinstance(one, Fact | Issue):
        raise TypeError(f"it answers {type(one).__name__}, neither fact nor issue")
    return one


def load(names: Sequence[str], options: Mapping[str, Mapping[str, Any]]) -> tuple[Extractor, ...]:
    """Answer the extractors of some names or paths, in that order.

    Raises:
        UnknownName: there is no extractor of that name.
        UsageError: none is named, two have one name, one has that of another, or cannot be used.
    """
    if not names:
        raise UsageError(f"extractors: none is named: name one of {', '.join(shipped())}")
    found: dict[str, Extractor] = {}
    for name in names:
        module = _module(name)
        short = Path(name).stem if name.endswith(SUFFIX) else name
        if short in found:
            raise UsageError(f"extractors: {short}: is named twice: name it once")
        if short != name and short in shipped():
            raise UsageError(f"{name}: {short} is the name of another extractor: rename the file")
        own = options.get(short, {})
        found[short] = Extractor(short, _version(module, own), own, _function(module, name))
    return tuple(found.values())


def shipped() -> list[str]:
    """Answer the names of the extractors of this folder."""
    folder = importlib.import_module(_PACKAGE).__path__
    return sorted(m.name for m in pkgutil.iter_modules(folder) if not m.name.startswith("_"))


def _module(name: str) -> ModuleType:
    if name.endswith(SUFFIX):
        return _from_file(Path(name), _digest(Path(name)))
    if name in shipped():
        return importlib.import_module(f"{_PACKAGE}.{name}")
    installed = {point.name: point for point in entry_points(group=GROUP)}
    if name in installed:
        return importlib.import_module(installed[name].module)
    known = ", ".join([*shipped(), *sorted(installed)])
    raise UnknownName(f"extractors: {name}: no such extractor: use one of {known}, or a path")


@lru_cache(maxsize=16)
def _from_file(path: Path, _digest: str) -> ModuleType:
    """Answer the module of a file as it is now, under a name that no package has."""
    name = f"{_PACKAGE}.<{path}>"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:
        raise UsageError(f"{path}: {_told(error)}: mend the extractor") from error
    return module


def _function(module: ModuleType, name: str) -> Callable[[Task], Iterator[Fact | Issue]]:
    function = getattr(module, "extract", None)
    if not callable(function):
        raise UsageError(f"{name}: has no function extract(task): add it")
    return function  # type: ignore[no-any-return]  # what a plug-in answers is verified


def _version(module: ModuleType, options: Mapping[str, Any]) -> str:
    """Answer what a module says its facts depend on, else a digest of its file and options."""
    if own := getattr(module, "version", None):
        try:
            return str(own(options))
        except KGError:
            raise
        except (Exception, SystemExit) as error:
            raise UsageError(f"{module.__file__}: {_told(error)}: mend the extractor") from error
    if module.__name__.startswith(f"{_PACKAGE}.") and "<" not in module.__name__:
        return ""
    chosen = sorted((k, v) for k, v in options.items() if k != FOLDER)
    text = f"{_digest(Path(module.__file__ or ''))} {chosen}"
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}): mend the path") from error
