"""The record of a build, `build.json`, as those who only read a build need it."""

from pathlib import Path
from typing import Final

import msgspec

BUILD_RECORD: Final = "build.json"


class Record(msgspec.Struct):
    """What a reader needs of the record: the base of its IRIs."""

    base: str


def base_of(build: Path) -> str:
    """Answer the base under which the IRIs of a build stand."""
    return msgspec.json.decode((build / BUILD_RECORD).read_bytes(), type=Record).base
