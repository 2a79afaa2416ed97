"""The table is whole: all it names exists, and all that the standard names is in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import codelists, terms
from kg.mapping.iati.plan import THINGS, WRITERS, plan
from kg.sources._elements import Element, element
from kg.standard import iati
from kg.standard.iati import ACTIVITIES, ORGANISATIONS, Row
from tests.standard.schema_paths import VERSIONS, Schema

ROWS = [row for of_kind in iati.rows().values() for row in of_kind]
IRIS = {
    value
    for space in vars(terms).values()
    if isinstance(space, type)
    for name, value in vars(space).items()
    if not name.startswith("__")
}


def prefixed(row: Row) -> Iterator[str]:
    """Answer the terms that a row names."""
    if row.term:
        yield row.term.removeprefix("^")
    if row.kind:
        yield from row.datatype.split()


def test_every_term_of_the_table_is_one_of_the_ontology() -> None:
    assert {name for row in ROWS for name in prefixed(row) if iati.iri(name) not in IRIS} == set()


def test_every_code_list_exists() -> None:
    for row in ROWS:
        listed = row.datatype in {"listed", "gazetteer"}
        names = [part.partition("=")[2] for part in row.codes.split()] if listed else [row.codes]
        known = {*codelists.schemes(), "geonames", "iso"}
        assert {name for name in names if name} <= known, row


def test_every_row_says_what_it_is_for() -> None:
    for row in ROWS:
        ways = [bool(row.ignored), bool(row.kind), bool(row.field)]
        assert sum(ways) == 1, row
        if row.field and row.term:
            assert row.datatype in {*WRITERS, *THINGS}, row
        if row.term and row.kind:
            assert row.datatype, row


def test_every_kind_is_described_and_used() -> None:
    used = {row.kind for row in ROWS if row.kind} | {ACTIVITIES, ORGANISATIONS}
    assert used == set(iati.rows())


def test_codes_of_other_versions_mean_codes_of_the_list() -> None:
    lists = {row.codes for row in ROWS}
    for name in codelists.schemes():
        earlier = iati.earlier_codes(name)
        assert not earlier or name in lists
        assert set(earlier.values()) <= codelists.notations(name)


def test_plans_are_made_of_the_whole_table() -> None:
    for kind in (ACTIVITIES, ORGANISATIONS):
        assert plan(kind).parts


def known(at: Element) -> Iterator[str]:
    """Answer every path that the reader handles or ignores for a reason."""
    yield at.path
    if at.text is not None or at.narrative is not None:
        yield f"{at.path}/text()"
    for name in at.attributes:
        yield f"{at.path}/@{name}"
    for child in at.children.values():
        yield from known(child)


def of_schema(shared_data: Path, version: str, kind: str) -> set[str]:
    folder = shared_data / "standard" / "schemas" / version
    paths = set(Schema(folder, kind).paths())
    assert len(paths) > 50
    return {path for path in paths if not path.endswith("@xml:lang")}


@pytest.mark.parametrize("kind", [ACTIVITIES, ORGANISATIONS])
@pytest.mark.parametrize("version", VERSIONS)
def test_every_path_of_the_standard_is_in_the_table(
    shared_data: Path, version: str, kind: str
) -> None:
    missing = of_schema(shared_data, version, kind) - set(known(element(kind)))
    no_text_is_meant = {"iati-activities/iati-activity/country-budget-items/text()"}
    assert missing - no_text_is_meant == set()


def placed(kind: str, at: str) -> Iterator[tuple[str, Row]]:
    """Answer each row of what a file says with every path at which it holds."""
    for row in iati.rows()[kind]:
        path = at if row.path in {"", "."} else f"{at}/{row.path}"
        if row.path and not row.path.startswith(("@xsi:", "@xml:")):
            yield path, row
        if row.kind:
            yield from placed(row.kind, path)


def holds(row: Row, path: str, paths: set[str]) -> bool:
    """Answer whether a schema with these paths has what a row names."""
    if row.kind or "@" in row.path:
        return path in paths
    return f"{path}/text()" in paths or f"{path.removesuffix('/narrative')}/text()" in paths


def test_versions_are_those_whose_schema_has_the_path(shared_data: Path) -> None:
    found: dict[Row, list[str]] = {}
    for version in VERSIONS:
        for kind in (ACTIVITIES, ORGANISATIONS):
            paths = of_schema(shared_data, version, kind)
            for path, row in placed(kind, iati.ROOTS[kind]):
                if holds(row, path, paths):
                    found.setdefault(row, []).append(version)
    assert len(found) > 300
    for row, versions in found.items():
        assert row.versions == "-".join(sorted({versions[0], versions[-1]})), row
