"""JSON: everything that the report holds, for programs."""

from dataclasses import asdict
from typing import Final

import msgspec

from kg.iris import Iris
from kg.validate.findings import Report

NAME: Final = "json"
SUFFIX: Final = ".json"
MEDIA_TYPE: Final = "application/json"


def render(report: Report, _iris: Iris) -> bytes:
    """Answer the report as one object: conforms, counts, findings, coverage, unused, fallbacks, undated."""
    told = {"conforms": report.conforms, "counts": report.counts, "unused": report.unused}
    return msgspec.json.format(msgspec.json.encode(told | asdict(report)), indent=2) + b"\n"
