"""A network as files want it: numbers rounded, and for most formats one plain value an attribute."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, Final, TypeAlias

import networkx as nx

from kg.network.table import significant

AnyNetwork: TypeAlias = "nx.Graph[str]"
"""A two-mode network (a MultiDiGraph, which is a Graph) or the ties between partners."""

SEPARATOR: Final = " | "
_NO_XML: Final = dict.fromkeys({*range(32), 0xFFFE, 0xFFFF} - {9, 10, 13})


def rounded(network: AnyNetwork) -> AnyNetwork:
    """Answer a copy in which numbers have 6 significant digits."""
    return _mapped(network, lambda attributes: {n: _number(v) for n, v in attributes.items()})


def flat(network: AnyNetwork) -> AnyNetwork:
    """Answer a rounded copy; several values are joined, and what is not known is left out."""
    return _mapped(network, _plain)


def edges(network: AnyNetwork) -> Any:
    """Answer (source, target, key, attributes) of each edge; the key only where there are several."""
    if isinstance(network, nx.MultiGraph):
        return network.edges(keys=True, data=True)
    return network.edges(data=True)


def table(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Answer rows as CSV, the columns in the order in which they first occur.

    Source: RFC 4180.
    """
    listed = list(rows)
    columns = dict.fromkeys(column for row in listed for column in row)
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(listed)
    return text.getvalue().encode()


def _mapped(
    network: AnyNetwork, convert: Callable[[Mapping[str, Any]], dict[str, Any]]
) -> AnyNetwork:
    copy: AnyNetwork = network.__class__()
    copy.add_nodes_from((node, convert(given)) for node, given in network.nodes(data=True))
    copy.add_edges_from((*ends, convert(given)) for *ends, given in edges(network))
    return copy


def _plain(attributes: Mapping[str, Any]) -> dict[str, str | int | float]:
    plain = {name: _value(value) for name, value in attributes.items() if value is not None}
    return {name: value for name, value in plain.items() if value != ""}


def _value(value: Any) -> str | int | float:
    if isinstance(value, tuple):
        value = SEPARATOR.join(map(str, value))
    plain: str | int | float = _number(value)
    return plain.translate(_NO_XML) if isinstance(plain, str) else plain


def _number(value: Any) -> Any:
    return significant(float(value)) if isinstance(value, float | Decimal) else value
