"""Answers of a service, kept by what was asked, so that nothing is asked twice.

A file is named by the digest of its question (prompt, model, schema and text) and holds the message
alone: no address, no key, no time. The folder can be handed on with the texts.
"""

import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kg.extractors._endpoint import chat
from kg.extractors._endpoint.chat import Said
from kg.fetch.posting import Service, Unanswered


@dataclass(frozen=True, slots=True)
class Answers:
    """What a service answers; it is only made, and its key only read, where it must be asked."""

    folder: Path
    model: str
    service: Callable[[], Service]

    def to(self, text: str) -> Said | Unanswered:
        """Answer what is said of a text, from the folder where that is known.

        Raises:
            FetchError: no text at all would be answered.
        """
        question = chat.question(self.model, text)
        encoded = json.dumps(question, ensure_ascii=False, sort_keys=True).encode()
        place = self.folder / f"{hashlib.sha256(encoded).hexdigest()}.json"
        try:
            return chat.said(place.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return self._ask(question, place)  # nothing was kept, or not whole

    def _ask(self, question: dict[str, object], place: Path) -> Said | Unanswered:
        body = self.service().ask(question)
        if isinstance(body, Unanswered):
            return body
        try:
            message = chat.content(body)
            answer = chat.said(message)
        except ValueError as error:
            return Unanswered(f"the answer cannot be read: {error}")
        self.folder.mkdir(parents=True, exist_ok=True)
        partial = place.with_suffix(f".{os.getpid()}")
        partial.write_text(message, encoding="utf-8", newline="")
        partial.replace(place)
        return answer
