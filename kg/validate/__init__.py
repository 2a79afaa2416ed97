"""Validation by SHACL shapes, compiled to SPARQL.

Example:
    >>> import pyoxigraph as ox
    >>> from kg.validate import Shapes, validate
    >>> validate(ox.Store(), Shapes.load([])).conforms
    True
"""

from kg.validate.engine import validate
from kg.validate.findings import Coverage, Fallback, Finding, Report, Severity
from kg.validate.shapes import Shapes

__all__ = ["Coverage", "Fallback", "Finding", "Report", "Severity", "Shapes", "validate"]
