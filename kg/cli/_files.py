"""Files that commands write: whole, or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """Answer a stream that becomes the file when all is written; until then the old one stays.

    What is no file, as a pipe or `/dev/stdout`, is written to as it is.

    Raises:
        OSError: it cannot be written; the error names the path.
    """
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            yield stream
        return
    target = path.resolve()
    partial = target.with_name(f".{target.name}-{os.getpid()}")
    try:
        with partial.open("wb") as stream:
            yield stream
        partial.replace(target)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        partial.unlink(missing_ok=True)
