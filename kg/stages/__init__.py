"""A build: sources in, one graph out, through four stages that are cached by what they read."""

from kg.stages.pipeline import Built, Progress, build

__all__ = ["Built", "Progress", "build"]
