"""The exceptions kg raises: for a broken program or a broken promise, never for bad data.

Bad data is a value (`kg.records.Issue`, `kg.validate.Finding`). The tree, with the exit status
that the command line gives each::

    KGError
    ├─ UsageError      2  arguments or settings that cannot be meant
    │  └─ UnknownName  2  no query, export, shape or thing of that name; says which there are
    │     └─ AmbiguousName  2  several things have that name; says which
    ├─ QueryError      2  a query does not parse, or a parameter is of the wrong kind
    ├─ ShapeError      2  shapes that are themselves wrong
    ├─ SourceError     3  an input that cannot be used at all
    ├─ FetchError      4  an address that does not answer
    └─ BuildError      4  the build could not finish; the output folder is as it was

Every message is one line: where, what is wrong, what to do.
"""

from typing import ClassVar


class KGError(Exception):
    """Base of all errors of kg; `exit_status` is what the command line ends with."""

    exit_status: ClassVar[int] = 4


class UsageError(KGError):
    """Arguments or settings that cannot be meant."""

    exit_status = 2


class UnknownName(UsageError):
    """No query, export, shape or thing of that name; the message lists those there are."""


class AmbiguousName(UnknownName):
    """Several things have that name; the message lists them."""


class QueryError(KGError):
    """A query does not parse, or a parameter is missing or of the wrong kind."""

    exit_status = 2


class ShapeError(KGError):
    """A shapes file is itself wrong."""

    exit_status = 2


class SourceError(KGError):
    """A document is not what its format promises, and nothing in it can be used."""

    exit_status = 3


class FetchError(KGError):
    """An address does not answer, or not in time."""


class BuildError(KGError):
    """The build could not finish (disk, lock, endpoint); the output folder is unchanged."""
