"""`kg network`: a table, and one file a format."""

import json
from pathlib import Path

import networkx as nx
import pytest
from lxml import etree

from kg.network import formats
from tests.cli.conftest import Run
from tests.cli.test_manners import told


def test_partners_are_ranked_with_cautions_beside(kg: Run, built: Path) -> None:
    ran = kg("network", "-d", built)
    head, *rows = ran.out.splitlines()
    assert head.startswith("partner\tkind\troles\tdegree")
    assert rows[0].startswith("UN Women\tOrganisation\t")
    assert all(line.startswith("Caution: ") for line in ran.err.splitlines())


def test_for_machines_there_is_csv_and_json(kg: Run, built: Path) -> None:
    table = json.loads(kg("network", "-d", built, "--format", "json").out)
    lines = kg("network", "-d", built, "--format", "csv").out.splitlines()
    assert len(lines) == len(table["partners"]) + 1


@pytest.mark.parametrize("form", formats.formats(), ids=lambda form: form.NAME)
def test_each_format_is_written(kg: Run, built: Path, tmp_path: Path, form: formats.Format) -> None:
    path = tmp_path / f"network{form.SUFFIX}"
    ran = kg("network", "-d", built, f"--{form.NAME}", path)
    assert ran.status == 0
    assert f"Wrote {path}." in ran.err
    assert "UN Women" in path.read_text()


def test_the_files_are_read_by_others(kg: Run, built: Path, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("n.gexf", "n.graphml", "n.json")]
    kg("network", "-d", built, "--gexf", paths[0], "--graphml", paths[1], "--node-link", paths[2])
    etree.parse(paths[0])
    assert {d["label"] for _, d in nx.read_graphml(paths[1]).nodes(data=True)} >= {"UN Women"}
    assert nx.node_link_graph(json.loads(paths[2].read_text()), edges="edges").number_of_nodes() > 9


def test_filters_narrow_it(kg: Run, built: Path) -> None:
    def partners(*arguments: str) -> int:
        return len(kg("network", "-d", built, *arguments).out.splitlines()) - 1

    whole = partners()
    assert 0 < partners("--role", "funder") < whole
    assert 0 < partners("--without-agency") < whole
    assert "UN Women\t" not in kg("network", "-d", built, "--without-agency").out
    assert partners("--year", "1999") == 0


def test_a_mistake_is_told(kg: Run, built: Path) -> None:
    told(kg("network", "-d", built, "--role", "boss"), 2, "'lead'", "'funder'")
    told(kg("network", "-d", built, "--place", "nowhere at all"), 2, "no place of this name")
    told(kg("network", "-d", built, "--min-confidence", "2"), 2, "0<=x<=1")
    told(kg("network", "-d", built, "--lang", "xx!"), 2, "'--lang'", "no language tag")
    told(kg("network", "-d", built, "--year", "soon"), 2, "not a valid integer")


def test_a_file_that_cannot_be_written_is_told_before_the_table(kg: Run, built: Path) -> None:
    ran = kg("network", "-d", built, "--gexf", built / "nowhere" / "x.gexf")
    assert (ran.status, ran.out) == (4, "")
    assert "nowhere" in ran.err
