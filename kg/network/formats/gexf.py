"""GEXF 1.3, for Gephi and Gephi Lite: roles as kinds of parallel edges, dates as spells.

Source: GEXF 1.3 primer, sections on attributes and dynamics; its release note on `kind`.
"""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any, Final

import networkx as nx
from lxml import etree

from kg.network.formats._flat import AnyNetwork, edges, flat

NAME: Final = "gexf"
SUFFIX: Final = ".gexf"
MEDIA_TYPE: Final = "application/gexf+xml"

Spell = tuple[str | None, str | None]


def write(network: AnyNetwork) -> bytes:
    """Answer the file; a node is there when its edges are, if all of them have dates."""
    plain = flat(network)
    spells: dict[str, list[list[Spell]]] = {node: [] for node in plain}
    for (*ends, attributes), (*_, given) in zip(edges(plain), edges(network), strict=True):
        when = _spells(given)
        attributes.update(_edge(ends[2:], given, when))
        for end in ends[:2]:
            spells[end].append(when)
    for node, of_edges in spells.items():
        if of_edges and all(of_edges):
            plain.nodes[node]["spells"] = sorted({s for when in of_edges for s in when}, key=str)
    return _clean("\n".join(nx.generate_gexf(plain, version="1.3")))


def _edge(key: list[str], given: Mapping[str, Any], when: list[Spell]) -> dict[str, Any]:
    """Answer what the writer puts into places of their own; it takes start and end for dates."""
    found: dict[str, Any] = {"id": key[0]} if key else {}
    if given.get("role"):
        found["label"] = given["role"]
    if when:
        found["spells"] = when
    return found


def _spells(given: Mapping[str, Any]) -> list[Spell]:
    start, end = given.get("start"), given.get("end")
    if start or end:
        return [(start or None, end or None)]
    return list(years(given.get("years", ())))


def years(listed: Iterable[int]) -> list[tuple[str, str]]:
    """Answer years as spans of days, following years as one.

    Example:
        >>> years([2019, 2022, 2020])
        [('2019-01-01', '2020-12-31'), ('2022-01-01', '2022-12-31')]
    """
    places = enumerate(sorted(set(listed)))
    runs = groupby(places, key=lambda place: place[1] - place[0])
    spans = [[year for _, year in run] for _, run in runs]
    return [(f"{span[0]:04}-01-01", f"{span[-1]:04}-12-31") for span in spans]


def _clean(text: str) -> bytes:
    """Answer the file without the writer's date, version and schema address; roles as kinds."""
    root = etree.fromstring(text.encode())
    root.attrib.clear()
    root.set("version", "1.3")
    for meta in root.findall("{*}meta"):
        root.remove(meta)
    for graph in root.findall("{*}graph"):
        graph.attrib.pop("name")
    for edge in root.iter("{*}edge"):
        if role := edge.get("label"):
            edge.set("kind", role)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"
