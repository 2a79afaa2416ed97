"""What a reader must know before trusting a measure: cautions, as values."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.network.acts import Acts, Gap
from kg.network.table import PartnerTable

FEW_PARTNERS: Final = 50
_NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class Caution:
    """One caution: `code` is a stable word for its kind."""

    code: str
    message: str


def cautions(data: Acts, table: PartnerTable) -> tuple[Caution, ...]:
    """Answer what limits the table: few partners, estimates, the agency, sources cut short."""
    return (*_of_table(table), *map(_of_gap, data.gaps))


def _of_table(table: PartnerTable) -> Iterator[Caution]:
    n = table.size.partners
    if n == 0:
        yield Caution("empty", "no partner takes part in anything that counts here")
    elif n < FEW_PARTNERS:
        yield Caution("few", f"{n} partners are few: one more sentence can change every rank")
    for note in table.notes:
        yield Caution("estimate", note)
    if table.agencies:
        yield Caution("agency", _agency(table))


def _agency(table: PartnerTable) -> str:
    names, more = ", ".join(table.agencies[:_NAMED]), len(table.agencies) - _NAMED
    who = f"{names} and {more} more" if more > 0 else names
    size, rest = table.size, table.size_without
    return (
        f"published by {who}: with the publisher {size.partners} partners stand in "
        f"{size.components} part(s), without {rest.partners} in {rest.components}"
    )


def _of_gap(gap: Gap) -> Caution:
    found = []
    if gap.shown is not None and gap.total is not None and gap.shown < gap.total:
        found.append(f"shows {gap.shown} of {gap.total} items")
    if gap.truncated:
        found.append(f"cuts {gap.truncated} narratives off")
    return Caution("partial", f"{gap.document} {' and '.join(found)}: counts are a lower bound")
