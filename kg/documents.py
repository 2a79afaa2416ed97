"""What a build reads: documents with a key, a digest, and bytes that can be opened again."""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Final

HEAD_BYTES: Final = 65536
"""How much of a document its kind is recognised by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One input. `key` is where it stands; `sha256` the digest of its bytes; `place` holds them.

    `address` is the web address it came from, where that is known. `hints` are what settings say
    of it (country, year, licence); they are data of the user and outrank what is found out.
    `registers` are the user's own names, by which its country is told. `is_member`: it was met in a folder, and no argument names it.
    """

    key: str
    sha256: str
    place: Path | bytes
    address: str = ""
    hints: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    registers: tuple[Path, ...] = ()
    is_member: bool = False

    @property
    def name(self) -> str:
        """The last segment of the key: the file's name."""
        return self.key.rsplit("/", 1)[-1]

    def open(self) -> BinaryIO:
        """Answer the bytes as a stream."""
        return io.BytesIO(self.place) if isinstance(self.place, bytes) else self.place.open("rb")

    def head(self) -> bytes:
        """Answer the first bytes, by which the kind is recognised."""
        with self.open() as stream:
            return stream.read(HEAD_BYTES)

    def read(self) -> bytes:
        """Answer all bytes."""
        with self.open() as stream:
            return stream.read()
