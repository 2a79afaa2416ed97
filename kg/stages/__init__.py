"""A build: sources in, one graph out, through four stages that are cached by what they read."""

from kg.stages.pipeline import Built, build, preview
from kg.stages.products import SourceState
from kg.stages.workers import Progress

__all__ = ["Built", "Progress", "SourceState", "build", "preview"]
