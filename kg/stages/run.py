"""When and where a build ran: `run.json`, which nothing reads. The only clock there is."""

import json
import platform
import time
from datetime import UTC, datetime
from pathlib import Path

from kg.stages.workers import Progress


class Clock:
    """Notes when each stage began, and passes on how far it is."""

    def __init__(self, progress: Progress) -> None:
        """Begin now."""
        self._progress = progress
        self._began = datetime.now(UTC)
        self._stages: dict[str, float] = {}

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Note a stage at its first report."""
        self._stages.setdefault(stage, time.monotonic())
        self._progress(stage, done, total)

    def write(self, path: Path, processes: int) -> None:
        """Write when the build began, on which machine, and how long each stage took."""
        ends = [*list(self._stages.values())[1:], time.monotonic()]
        took = zip(self._stages.items(), ends, strict=True)
        record = {
            "began": self._began.isoformat(timespec="seconds"),
            "host": platform.node(),
            "python": platform.python_version(),
            "processes": processes,
            "seconds": {stage: round(end - begin, 3) for (stage, begin), end in took},
        }
        path.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
