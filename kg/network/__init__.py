"""The partner network: who works with whom, on what, and what that says about each.

`read` takes the acts from a graph, a `Scope` says which count, `project` ties them into a
`networkx.MultiDiGraph`, `tabulate` measures it, `formats` write it, `statements` turn it back
into RDF.
"""

from kg.network.acts import Act, Acts, Gap, Thing
from kg.network.cautions import Caution, cautions
from kg.network.projection import Network, Onto, partners, project, without_agencies
from kg.network.reading import read
from kg.network.scope import Scope
from kg.network.sharing import Ties, sharing, ties
from kg.network.statements import statements
from kg.network.table import Partner, PartnerTable, Size, annotated, tabulate

__all__ = [
    "Act",
    "Acts",
    "Caution",
    "Gap",
    "Network",
    "Onto",
    "Partner",
    "PartnerTable",
    "Scope",
    "Size",
    "Thing",
    "Ties",
    "annotated",
    "cautions",
    "partners",
    "project",
    "read",
    "sharing",
    "statements",
    "tabulate",
    "ties",
    "without_agencies",
]
