"""Measures of a partner network; each family is one module of this folder.

A measure module has these names:

* `NAME`: the word for the family;
* `COLUMNS`: column name to what a value in it means;
* `measure(network) -> Measured`: the values of every partner, under every column.

A family whose columns depend on the network (degree by role) adds them behind its own. A module
may have `caution(network) -> str`: what limits its values, or nothing. Modules are used in the order of `ORDER` (lower first, 50 where a module does not say),
then of their names.
"""

from collections.abc import Mapping
from functools import cache
from typing import Protocol, TypeAlias

from kg import modules
from kg.network.projection import Network

Value: TypeAlias = bool | int | float
Measured: TypeAlias = Mapping[str, Mapping[str, Value]]
"""Partner to column to value."""


class Measure(Protocol):
    """What a module of this folder owes."""

    NAME: str
    COLUMNS: Mapping[str, str]

    def measure(self, network: Network) -> Measured:
        """Answer the values of every partner of a two-mode network."""


@cache
def measures() -> tuple[Measure, ...]:
    """Answer the measure modules of this folder, in the order of their columns."""
    found = modules.listed(__name__)
    return tuple(sorted(found, key=lambda module: getattr(module, "ORDER", 50)))


def measure(network: Network) -> Measured:
    """Answer all measures of every partner, column behind column.

    Example:
        >>> import networkx as nx
        >>> measure(nx.MultiDiGraph())
        {}
    """
    found = [family.measure(network) for family in measures()]
    partners = sorted({partner for values in found for partner in values})
    return {
        partner: {column: value for values in found for column, value in values[partner].items()}
        for partner in partners
    }


def notes(network: Network) -> tuple[str, ...]:
    """Answer what limits the measures of this network, as the families say."""
    said = (getattr(family, "caution", lambda _: "")(network) for family in measures())
    return tuple(note for note in said if note)
