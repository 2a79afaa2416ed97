"""How well a build read pages that were annotated by hand: precision, recall, F1, and each error.

`read` takes the gold, `ask` what a build says, `evaluate` compares them. A mention is right where
its class is and its span agrees; a measurement where its value is; a participation where both its
ends are; identity where mentions of one thing share one IRI.
"""

from kg.evaluate.answers import Answers, ask
from kg.evaluate.counts import Counts
from kg.evaluate.errors import Error
from kg.evaluate.evaluation import Evaluation, Figure, evaluate
from kg.evaluate.gold import Gold, Page
from kg.evaluate.judgement import Criterion
from kg.evaluate.reading import GoldSet, read

__all__ = [
    "Answers",
    "Counts",
    "Criterion",
    "Error",
    "Evaluation",
    "Figure",
    "Gold",
    "GoldSet",
    "Page",
    "ask",
    "evaluate",
    "read",
]
