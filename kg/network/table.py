"""The partner table: every partner with its measures, with and without the reporting agency."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kg.network.measures import Measured, Value, measure, notes
from kg.network.projection import Network, partners, taking_part, without_agencies
from kg.network.sharing import sharing

_DIGITS: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """One row. `without` holds the measures when the agency is left out; empty for the agency.

    `roles` are sorted; who is worked with has the role of the other end.
    """

    iri: str
    label: str
    kind: str
    country: str
    classification: str
    agency: bool
    roles: tuple[str, ...]
    measures: Mapping[str, Value]
    without: Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How large a network is: partners, things shared or taken part in, acts, components."""

    partners: int
    things: int
    acts: int
    components: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerTable:
    """All partners, those with the highest degree first; the sizes of both networks.

    `notes` say what limits the measures.
    """

    partners: tuple[Partner, ...]
    columns: tuple[str, ...]
    agencies: tuple[str, ...]
    size: Size
    size_without: Size
    notes: tuple[str, ...] = ()


def tabulate(network: Network) -> PartnerTable:
    """Answer the table of a two-mode network.

    Units: numbers have 6 significant digits.
    """
    rest = without_agencies(network)
    full, reduced = _rounded(measure(network)), _rounded(measure(rest))
    roles = _roles(network)
    rows = [
        Partner(
            iri=iri,
            label=network.nodes[iri]["label"],
            kind=network.nodes[iri]["kind"],
            country=network.nodes[iri]["country"],
            classification=network.nodes[iri]["classification"],
            agency=network.nodes[iri]["agency"],
            roles=roles[iri],
            measures=full[iri],
            without=reduced.get(iri, {}),
        )
        for iri in full
    ]
    return PartnerTable(
        partners=tuple(sorted(rows, key=_rank)),
        columns=tuple(next(iter(full.values()), {})),
        agencies=tuple(row.label for row in sorted(rows, key=_rank) if row.agency),
        size=_size(network, full),
        size_without=_size(rest, reduced),
        notes=notes(network),
    )


def annotated(network: Network, table: PartnerTable) -> Network:
    """Answer the network with the measures as node attributes, `<column>.without` beside each."""
    copy: Network = network.copy()
    for row in table.partners:
        copy.nodes[row.iri].update(row.measures)
        copy.nodes[row.iri].update({f"{name}.without": v for name, v in row.without.items()})
    return copy


def significant(value: Value) -> Value:
    """Answer a number with 6 significant digits, which is what any back end agrees on.

    Example:
        >>> significant(1 / 3), significant(7)
        (0.333333, 7)
    """
    return float(f"{value:.{_DIGITS}g}") if isinstance(value, float) else value


def _rounded(measured: Measured) -> Measured:
    return {
        partner: {column: significant(value) for column, value in values.items()}
        for partner, values in measured.items()
    }


def _roles(network: Network) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for role, partner, _ in taking_part(network):
        found[partner].add(role)
    return defaultdict(tuple, {partner: tuple(sorted(roles)) for partner, roles in found.items()})


def _size(network: Network, measured: Measured) -> Size:
    return Size(
        partners=len(partners(network)),
        things=len(sharing(network)),
        acts=network.number_of_edges(),
        components=len(Counter(values["component"] for values in measured.values())),
    )


def _rank(row: Partner) -> tuple[float, float, str, str]:
    return -row.measures["degree"], -row.measures["strength"], row.label, row.iri
