"""A knowledge graph of development results, from pages and IATI files.

    import kg

    g = kg.build(["portal/", "activities.xml"], "kg-out")
    g.graph()                        # rdflib.Graph
    g.query("participations")        # rows of a query, by name
    g.network()                      # networkx.MultiDiGraph

What is named here is loaded when it is first used, so that the command line starts quickly.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the types of what __getattr__ loads; the public face alone does this
    from kg.api import KnowledgeGraph, build
    from kg.api import open_folder as open  # noqa: A004  kg.open, as one writes it
    from kg.errors import KGError
    from kg.settings import Settings

    __version__: str

__all__ = ["KGError", "KnowledgeGraph", "Settings", "__version__", "build", "open"]

_PLACES = {
    "KGError": ("kg.errors", "KGError"),
    "KnowledgeGraph": ("kg.api", "KnowledgeGraph"),
    "Settings": ("kg.settings", "Settings"),
    "build": ("kg.api", "build"),
    "open": ("kg.api", "open_folder"),
}


def __getattr__(name: str) -> object:
    """Answer a public name, loaded now. Source: PEP 562."""
    if name == "__version__":
        return import_module("kg.version").installed()
    if name not in _PLACES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    module, attribute = _PLACES[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    """Answer all names, those too that are not loaded yet. Source: PEP 562."""
    return sorted({*globals(), *__all__})
