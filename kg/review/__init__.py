"""Doubtful pairs: things that may be one, with what speaks for it, against it, and the evidence."""

from kg.review.doubts import Doubt, doubts
from kg.review.evidence import Evidence, evidence
from kg.review.things import Thing, read

__all__ = ["Doubt", "Evidence", "Thing", "doubts", "evidence", "read"]
