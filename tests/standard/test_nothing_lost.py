"""Whatever a file of any version says stands in the graph, or the table says why it does not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from kg.sources._elements import Element, element
from kg.standard.iati import ACTIVITIES, ORGANISATIONS, ROOTS
from tests.sources.iati_cases import mapped
from tests.standard.schema_paths import VERSIONS, Schema

TEXT = "text()"
TOLD_AS_ISSUE = "iati-activities/iati-activity/country-budget-items/text()"
"""A text where the standard means none."""


def left_out(at: Element) -> Iterator[str]:
    """Answer what is ignored for a reason, and texts that an attribute beside them says better."""
    if at.text == "" or at.is_fallback:
        yield f"{at.path}/{TEXT}"
    yield from (f"{at.path}/@{name}" for name, field in at.attributes.items() if not field)
    for child in at.children.values():
        yield from left_out(child)


def everything(paths: list[str], ending: str) -> tuple[bytes, dict[str, str]]:
    """Answer a file that has every path once, and which of them says what."""
    root = etree.Element(paths[0])
    made, said = {paths[0]: root}, {}
    for number, path in enumerate(paths[1:]):
        above, _, name = path.rpartition("/")
        value = f"9{number:05}7.5{ending}"
        if name == TEXT:
            made[above].text = value
        elif name.startswith("@"):
            made[above].set(name[1:], value)
        else:
            made[path] = etree.SubElement(made[above], name)
            continue
        said[value] = path
    return etree.tostring(root), said


@pytest.mark.parametrize("ending", ["", "x"], ids=["numbers", "texts"])
@pytest.mark.parametrize("kind", [ACTIVITIES, ORGANISATIONS])
@pytest.mark.parametrize("version", VERSIONS)
def test_every_value_of_a_file_that_has_everything_is_in_the_graph(
    shared_data: Path, version: str, kind: str, ending: str
) -> None:
    schema = Schema(shared_data / "standard" / "schemas" / version, kind)
    paths = [path for path in dict.fromkeys(schema.paths()) if not path.endswith("@xml:lang")]
    assert paths[0] == ROOTS[kind]
    file, said = everything(paths, ending)
    assert len(said) > 40
    lines = "\n".join(mapped(file).output.lines)
    lost = {path for value, path in said.items() if value not in lines}
    assert lost - {*left_out(element(kind)), TOLD_AS_ISSUE} == set()
