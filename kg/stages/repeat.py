"""A build that was asked for before: where nothing has changed, nothing is made."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec

from kg import resources
from kg.documents import Document
from kg.identity import judgements
from kg.inputs import Inputs
from kg.stages import folder
from kg.stages.built import Built
from kg.stages.cache import digest
from kg.stages.job import Job, tree

_FILE: Final = "last.json"


class _Last(msgspec.Struct):
    """What the build that holds was asked for, and what it answered."""

    asked: str
    build: str
    answer: Built


def asked(inputs: Inputs, job: Job) -> str:
    """Answer the digest of all that a build depends on: inputs, settings, rules, shapes, program.

    Raises:
        UsageError: the file of judgements has a line that is none.
    """
    folders = (
        *(resources.folder(name) for name in ("ontology", "shapes")),
        *job.settings.shapes,
    )
    given = [f"{inputs.skipped} {sorted(inputs.named)}", *map(_said, inputs.documents)]
    given += job.read_by
    judged = repr(judgements.load(job.settings.judgements))
    return digest(job.code, job.rules, repr(job.settings), judged, *map(tree, folders), *given)


def recall(target: Path, asked: str) -> Built | None:
    """Answer what the build that holds answered, if it was asked for the same."""
    current = folder.current(target)
    try:
        data = (target / folder.CACHE / _FILE).read_bytes()
        last = msgspec.json.decode(data, type=_Last, dec_hook=_made)
    except (OSError, msgspec.MsgspecError):
        return None
    if current is None or (last.asked, last.build) != (asked, current.name):
        return None
    return last.answer if _is_whole(target, folder.FILES) else None


def remember(target: Path, asked: str, answer: Built) -> None:
    """Keep what a build answered, if asking again could not answer more."""
    current = folder.current(target)
    if current and not answer.unanswered:
        last = msgspec.json.encode(_Last(asked, current.name, answer), enc_hook=str)
        (target / folder.CACHE / _FILE).write_bytes(last)


def _said(document: Document) -> str:
    told = (document.key, document.sha256, document.address, document.is_member)
    return f"{told} {sorted(document.hints.items())}"


def _made(kind: type, value: str) -> object:
    return kind(value)


def _is_whole(target: Path, files: Iterable[str]) -> bool:
    return all((target / file).exists() for file in files)
