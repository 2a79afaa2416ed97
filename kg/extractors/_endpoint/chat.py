"""The question that a service for chat completions is asked, and the shape of what it answers.

Source: OpenAI API reference, Create chat completion: messages, response_format json_schema.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, TypeVar

import msgspec

from kg.records import ActStatus, MeasureKind, MeasureRole, ParticipationRole, Qualifier

Shape = TypeVar("Shape", bound=msgspec.Struct)

_FENCED: Final = re.compile(r"\s*```\w*\s*\n(.*)\n\s*```\s*", re.DOTALL)
_PROMPT: Final = Path(__file__).with_name("prompt.txt")


class SaidMention(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name that the service says it read."""

    quote: str
    type: Literal["Organisation", "Programme", "Place", "Event", "Law", "Network"]


class SaidMeasurement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A number that the service says it read."""

    quote: str
    value: float
    kind: MeasureKind
    qualifier: Qualifier
    role: MeasureRole
    counted: str
    currency: str


class SaidParticipation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who the service says takes part in what."""

    organisation: str
    role: ParticipationRole
    target: str
    status: ActStatus
    clause: str


class _Schema(msgspec.Struct, forbid_unknown_fields=True):
    """What is asked for."""

    mentions: list[SaidMention]
    measurements: list[SaidMeasurement]
    participations: list[SaidParticipation]


class Said(msgspec.Struct):
    """What was answered: each item is looked at on its own, so that a bad one spoils no other."""

    mentions: list[msgspec.Raw]
    measurements: list[msgspec.Raw]
    participations: list[msgspec.Raw]


class _Part(msgspec.Struct):
    """A part of a message; only those of text have one."""

    text: str = ""


class _Message(msgspec.Struct):
    content: str | list[_Part]


class _Choice(msgspec.Struct):
    message: _Message
    finish_reason: str | None = None


class _Completion(msgspec.Struct):
    choices: list[_Choice]


@cache
def _shape() -> dict[str, Any]:
    return msgspec.json.schema(_Schema)


def question(model: str, text: str) -> dict[str, Any]:
    """Answer what is posted to read a text; all that an answer depends on stands in it."""
    return {
        "model": model,
        "temperature": 0,
        "messages": [
            {"role": "system", "content": _PROMPT.read_text(encoding="utf-8")},
            {"role": "user", "content": text},
        ],
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "facts", "strict": True, "schema": _shape()},
        },
    }


def content(body: bytes) -> str:
    """Answer the message of a completion.

    Raises:
        ValueError: it is no completion, or one that was cut off.
    """
    completion = _decoded(body, _Completion)
    if not completion.choices:
        raise ValueError("it holds no choice")
    first = completion.choices[0]
    if first.finish_reason == "length":
        raise ValueError("it was cut off at the model's limit: set fewer characters")
    said = first.message.content
    return said if isinstance(said, str) else "".join(part.text for part in said)


def said(message: str) -> Said:
    """Answer the items of a message, which may stand in a fence of Markdown.

    Raises:
        ValueError: it is not JSON, or not of the shape that was asked for.
    """
    fenced = _FENCED.fullmatch(message)
    return _decoded(fenced[1] if fenced else message, Said)


def _decoded(data: bytes | str, kind: type[Shape]) -> Shape:
    try:
        return msgspec.json.decode(data, type=kind)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
