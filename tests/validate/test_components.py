"""Each component has a folder of a shapes graph and a data graph, on which pySHACL is asked too."""

import shutil
from pathlib import Path

import pytest

from kg.terms import PREFIXES
from kg.validate import Shapes, templates
from tests.validate import compare

HERE = Path(__file__).parent / "components"
CASES = sorted(path.name for path in HERE.iterdir())
COMPARED = [name for name in CASES if not (HERE / name / "expected.txt").exists()]
# sh:node, the first, wants a node shape.
AROUND = ("sh:node {}", "sh:not {}", "sh:or ( {} )", "sh:and ( {} )", "sh:xone ( {} {} )")


def load(name: str, folder: Path, more: str = "") -> Shapes:
    shutil.copy(HERE / name / "shapes.ttl", folder)
    (folder / "around.ttl").write_text(f"@prefix sh: <{PREFIXES['sh']}> .\n{more}")
    return Shapes.load([folder])


def around(shapes: Shapes) -> str:
    """Answer shapes with the targets of those given, to which these are inner shapes."""
    lines = []
    for root in shapes.roots:
        targets = "".join(f"<{t.parameter.predicate}> {t.term} ; " for t in root.targets)
        for number, form in enumerate(AROUND[bool(root.path) :]):
            inner = form.format(root.node, root.node)
            lines.append(f"<{root.iri}-{number}> a sh:NodeShape ; {targets}{inner} .")
    return "\n".join(lines)


def test_each_component_has_a_case() -> None:
    assert set(templates.folder("components")) <= set(CASES)


@pytest.mark.parametrize("name", COMPARED)
def test_the_engine_finds_what_pyshacl_finds(name: str, tmp_path: Path) -> None:
    shapes, data = load(name, tmp_path), compare.store(HERE / name / "data.ttl")
    found = compare.ours(data, shapes)
    assert found == compare.theirs(data, shapes)
    assert found
    assert not shapes.fallbacks


@pytest.mark.parametrize("name", COMPARED)
def test_the_engine_finds_what_pyshacl_finds_in_inner_shapes(name: str, tmp_path: Path) -> None:
    outer = around(load(name, tmp_path))
    shapes, data = load(name, tmp_path, outer), compare.store(HERE / name / "data.ttl")
    assert compare.ours(data, shapes) == compare.theirs(data, shapes)
    assert not shapes.fallbacks


@pytest.mark.parametrize("name", sorted(set(CASES) - set(COMPARED)))
def test_the_engine_finds_what_is_expected(name: str, tmp_path: Path) -> None:
    shapes, data = load(name, tmp_path), compare.store(HERE / name / "data.ttl")
    found = [
        f"{shape.rsplit('/', 1)[1]} {value}"
        for *_, value, _, shape, _ in compare.ours(data, shapes)
    ]
    text = (HERE / name / "expected.txt").read_text(encoding="utf-8")
    assert found == [line for line in text.splitlines() if not line.startswith("#")]


@pytest.mark.parametrize("name", CASES)
def test_the_head_of_a_component_says_what_it_finds(name: str) -> None:
    if template := templates.folder("components").get(name):
        assert template.title.endswith(".")
        assert {"component", "parameter", "message", "source"} <= {key for key, _ in template.keys}
