"""How much a partner carries: degree, strength and share, overall and by role."""

from collections import Counter
from typing import Final

from kg.network.measures import Measured, Value
from kg.network.projection import Network, partners, taking_part
from kg.network.sharing import sharing

NAME: Final = "degree"
ORDER: Final = 10
COLUMNS: Final = {
    "degree": "things shared or taken part in, each counted once",
    "strength": "acts of taking part, each counted",
    "share": "degree divided by the number of all things taken part in, 0 to 1",
}


def measure(network: Network) -> Measured:
    r"""Answer the degree and strength of every partner.

    Degree $k_i$ is the number of distinct things that partner i takes part in; working with
    another organisation where nothing named is shared counts as one thing. Strength $s_i$ is the
    number of acts, so that several roles or years in one programme all count: the weight of a tie
    between a partner and a programme is the number of acts in it. Share is $k_i / T$ with T things
    in all. `degree.<role>` and `strength.<role>` count the acts in which i takes part in that role;
    who is worked with has the role of the other end (signatory or partner).

    Source: S. P. Borgatti and M. G. Everett, Network analysis of 2-mode data, Social Networks 19
    (1997); A. Barrat et al., The architecture of complex weighted networks, PNAS 101 (2004).
    """
    shared = sharing(network)
    degree = Counter(partner for sharers in shared.values() for partner in sharers)
    strength = Counter(dict(network.degree()))
    roles = _by_role(network)
    found: dict[str, dict[str, Value]] = {}
    for partner in partners(network):
        found[partner] = {
            "degree": degree[partner],
            "strength": strength[partner],
            "share": degree[partner] / len(shared),
        }
        for role, (targets, acts) in roles.items():
            found[partner][f"degree.{role}"] = targets[partner]
            found[partner][f"strength.{role}"] = acts[partner]
    return found


def _by_role(network: Network) -> dict[str, tuple[Counter[str], Counter[str]]]:
    edges = sorted(taking_part(network))
    return {
        role: (
            Counter(one for one, _ in {(one, other) for r, one, other in edges if r == role}),
            Counter(one for r, one, _ in edges if r == role),
        )
        for role in sorted({role for role, _, _ in edges})
    }
