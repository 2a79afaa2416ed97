"""Each shapes file has a folder of graphs here: `good.ttl`, and `bad_<why>.ttl` with what it trips.

A line `# expected: <focus node> <shape> <component>` at the head of a graph is one finding.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import resources
from kg.terms import OWL, PREFIXES, RDF
from kg.validate import Report, Severity, Shapes, validate
from kg.validate.shape import Shape
from kg.validate.shapes import Shapes as Loaded
from tests.validate import compare

HERE = Path(__file__).parent
SHIPPED = sorted(path.stem for path in resources.folder("shapes").glob("*.ttl"))
FAMILIES = [name for name in SHIPPED if name != "prefixes"]
GRAPHS = sorted(HERE.glob("*/*.ttl"))
AS_OF = "2024-01-01"
EXPECTED = re.compile(r"# expected: (\S+) (\S+) (\S+)")


@pytest.fixture(scope="module")
def families(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Shapes]:
    """Answer the shapes of each file by themselves, with the ontology."""
    found = {}
    for name in FAMILIES:
        folder = tmp_path_factory.mktemp(name)
        for file in (name, "prefixes"):
            shutil.copy(resources.folder("shapes") / f"{file}.ttl", folder)
        found[name] = Shapes.load([resources.folder("ontology"), folder])
    return found


def named(path: Path) -> str:
    return f"{path.parent.name}-{path.stem}"


def told(report: Report) -> set[tuple[str, str, str]]:
    return {
        (
            f.focus.strip("<>").removeprefix("https://example.org/"),
            f.shape.removeprefix(PREFIXES["okgsh"]),
            f.component.removeprefix(PREFIXES["sh"]).removesuffix("ConstraintComponent"),
        )
        for f in report.findings
    }


def constraints(shapes: Loaded, shape: Shape) -> Iterator[tuple[str, str]]:
    """Answer what a shape reports: pairs of a shape and a component."""
    for constraint in shape.constraints:
        if constraint.component.reports_inner:
            for node in constraint.inner:
                yield from constraints(shapes, shapes.all[node])
        else:
            yield shape.iri, constraint.component.iri


def test_each_shapes_file_has_graphs_and_no_graph_is_without_one() -> None:
    assert {path.parent.name for path in GRAPHS} == set(FAMILIES)
    assert all((HERE / name / "good.ttl").is_file() for name in FAMILIES)


@pytest.mark.parametrize("path", GRAPHS, ids=named)
def test_graph_trips_what_it_says_and_nothing_else(path: Path, families: dict[str, Shapes]) -> None:
    report = validate(compare.store(path), families[path.parent.name], as_of=AS_OF)
    assert told(report) == set(EXPECTED.findall(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", GRAPHS, ids=named)
def test_pyshacl_finds_the_same(path: Path, families: dict[str, Shapes]) -> None:
    data, shapes = compare.store(path), families[path.parent.name]
    assert compare.ours(data, shapes, AS_OF) == compare.theirs(data, shapes, AS_OF)


@pytest.mark.parametrize("name", FAMILIES)
def test_good_graph_breaks_nothing_and_every_shape_checks_a_node_of_it(
    name: str, families: dict[str, Shapes]
) -> None:
    report = validate(compare.store(HERE / name / "good.ttl"), families[name], as_of=AS_OF)
    assert not report.counts.get(Severity.VIOLATION)
    assert report.unused == ()


@pytest.mark.parametrize("name", FAMILIES)
def test_every_constraint_is_tripped(name: str, families: dict[str, Shapes]) -> None:
    shapes = families[name]
    tripped = {
        (f.shape, f.component)
        for path in sorted((HERE / name).glob("*.ttl"))
        for f in validate(compare.store(path), shapes, as_of=AS_OF).findings
    }
    demanded = {pair for root in shapes.roots for pair in constraints(shapes, root)}
    assert demanded - tripped == set()


@pytest.mark.parametrize("name", FAMILIES)
def test_every_message_says_what_is_wrong_and_what_to_do(
    name: str, families: dict[str, Shapes]
) -> None:
    shapes = families[name]
    reporting = {iri for root in shapes.roots for iri, _ in constraints(shapes, root)}
    messages = {s.iri: s.message for s in shapes.all.values() if s.iri in reporting}
    sentences = re.compile(r"[.:?] \S.*\.$")
    assert [iri for iri, message in messages.items() if not sentences.search(message)] == []


def test_every_class_of_the_ontology_has_a_shape() -> None:
    folders = [resources.folder("ontology"), resources.folder("shapes")]
    shapes = Shapes.load(folders)
    targeted = {
        node
        for root in shapes.roots
        for target in root.targets
        if target.parameter.kind == "class"
        for node in shapes.classes.below(target.term)
    }
    classes = {
        node
        for node in shapes.graph.subjects(RDF.type)
        if shapes.graph.is_a(node, OWL.Class) and node.value.startswith(PREFIXES["okg"])
    }
    assert classes - targeted == set()


def test_the_engine_checks_all_shipped_shapes_itself() -> None:
    folders = [resources.folder("ontology"), resources.folder("shapes")]
    assert Shapes.load(folders).fallbacks == {}


def test_an_empty_graph_is_not_taken_for_a_good_one() -> None:
    shapes = Shapes.load([resources.folder("ontology"), resources.folder("shapes")])
    report = validate(ox.Store(), shapes)
    assert report.conforms
    assert len(report.unused) == len(report.coverage) > 0
