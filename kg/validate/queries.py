"""Runs a query over the union of all graphs of a store."""

from collections.abc import Mapping

import pyoxigraph as ox

from kg.terms import PREFIXES


def select(
    store: ox.Store, query: str, prefixes: Mapping[str, str] = PREFIXES
) -> ox.QuerySolutions:
    """Answer the rows of a SELECT; they are found while they are read.

    Raises:
        SyntaxError: the query does not parse.
    """
    found = store.query(query, prefixes=dict(prefixes), use_default_graph_as_union=True)
    assert isinstance(found, ox.QuerySolutions), "every template is a SELECT"
    return found
