"""endpoint: a language model behind an OpenAI-compatible address; off unless settings name it.

The text of each narrative, without addresses and accounts, is sent to `url`; what comes back counts
only where the text has its words. Options of `[extractor.endpoint]`:

* `url`: up to and with the version, as in `http://localhost:8080/v1`; `model`: its name there;
* `key`: the name of the environment variable that holds the key, where one is needed;
* `seconds` for one try (120), `characters` of text in one question (6000);
* `folder`: where answers are kept, by default in the cache of the build.
"""

import os
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Annotated, Any, Final
from urllib.parse import urlsplit

import msgspec

from kg.errors import UsageError
from kg.extractors._endpoint.answers import Answers
from kg.extractors._endpoint.piece import Piece, pieces
from kg.extractors._endpoint.proof import NAME, Proof
from kg.extractors._task import UNANSWERED, Task
from kg.extractors._verified import NOT_VERIFIED
from kg.fetch.posting import Service, Unanswered
from kg.records import Fact, Issue

_PATH: Final = "/chat/completions"
_LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})


class _Options(msgspec.Struct, forbid_unknown_fields=True):
    """What `[extractor.endpoint]` may say."""

    model: str
    url: str = ""
    key: str = ""
    seconds: Annotated[float, msgspec.Meta(gt=0)] = 120
    characters: Annotated[int, msgspec.Meta(ge=500)] = 6000
    folder: str = ""


def version(options: Mapping[str, Any]) -> str:
    """Answer what answers depend on besides the text.

    Raises:
        UsageError: an option is missing, unknown or of the wrong type.
    """
    read = _read(options)
    return f"{read.model}, {read.characters} characters"


def extract(task: Task) -> Iterator[Fact | Issue]:
    """Answer what a model reads in a narrative and the narrative proves."""
    options = _read(task.options)
    answers = Answers(task.folder, options.model, partial(_service, options))
    for piece in pieces(task, options.characters):
        yield from _said(piece, answers)


def _said(piece: Piece, answers: Answers) -> Iterator[Fact | Issue]:
    narrative = piece.task.narrative
    place = narrative.start + piece.task.reading.starts[piece.start]
    answer = answers.to(piece.text)
    if isinstance(answer, Unanswered):
        yield Issue(
            code=UNANSWERED,
            message=f"{NAME}: {answer.reason}: not read by it; the next build asks again",
            path=narrative.id,
            start=place,
            raw=piece.text[:200],
        )
        return
    proof = Proof(piece)
    yield from proof.facts(answer)
    for reason, count in sorted(proof.rejected.items()):
        message = f"{NAME}: {reason}: left out"
        yield Issue(code=NOT_VERIFIED, message=message, path=narrative.id, start=place, count=count)


def _read(options: Mapping[str, Any]) -> _Options:
    try:
        return msgspec.convert(dict(options), _Options)
    except msgspec.ValidationError as error:
        raise UsageError(f"extractor.{NAME}: {error}: mend it in kg.toml") from error


def _service(options: _Options) -> Service:
    """Answer the service, with its key; both are needed only where an answer is not yet known.

    Raises:
        UsageError: the address or the key is missing, or the key would be sent in the clear.
    """
    where = f"extractor.{NAME}"
    address = urlsplit(options.url)
    if address.scheme not in {"http", "https"} or not address.hostname or address.username:
        raise UsageError(
            f"{where}: url: {options.url!r}: give an http(s) address that ends in /v1 or its like, without a name in it"
        )
    if not options.key:
        return Service(url=options.url.rstrip("/") + _PATH, seconds=options.seconds)
    if address.scheme == "http" and address.hostname not in _LOOPBACK:
        raise UsageError(f"{where}: url: a key is not sent in the clear: use https")
    key = os.environ.get(options.key, "").strip()
    if not key:
        raise UsageError(f"{where}: key: ${options.key} is not set: set it, or leave out key")
    return Service(url=options.url.rstrip("/") + _PATH, key=key, seconds=options.seconds)
