"""`kg validate`: a build or files, in the format that is wanted."""

import json
from pathlib import Path

import pytest
import rdflib

from tests.cli.conftest import Run
from tests.cli.test_manners import told

WRONG = """@prefix okg: <https://w3id.org/okg/ontology#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix e: <https://w3id.org/okg/id/> .
e:a a okg:IndicatorPeriod ."""


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "wrong.ttl"
    path.write_text(WRONG)
    return path


def test_the_examples_break_no_shape(kg: Run, built: Path) -> None:
    ran = kg("validate", built)
    assert (ran.status, ran.err) == (0, "")
    assert "shapes checked" in ran.out
    assert kg("validate", "-d", built) == ran


def test_formats_parse(kg: Run, built: Path) -> None:
    assert json.loads(kg("validate", built, "--format", "json").out)
    assert rdflib.Graph().parse(data=kg("validate", built, "--format", "ttl").out, format="turtle")
    assert kg("validate", built, "--format", "html").out.startswith("<!")
    assert kg("validate", built, "--format", "html").out == (built / "report.html").read_text()


def test_files_are_checked_and_fail_as_is_wanted(kg: Run, wrong: Path) -> None:
    ran = kg("validate", wrong)
    assert ran.status == 1
    assert "exactly one indicator" in " ".join(ran.out.replace("│", " ").split())
    assert kg("validate", wrong, "--fail-on", "never").status == 0


def test_a_mistake_is_told(kg: Run, built: Path, tmp_path: Path) -> None:
    told(kg("validate", tmp_path), 2, "no build here")
    told(kg("validate", tmp_path / "none"), 2, "none: no such file: check the path")
    told(kg("validate", "-d", tmp_path / "none"), 2, "no build here")
    told(kg("validate", "-d", built, built), 2, "give one of them")
    told(kg("validate", built, tmp_path), 2, "give one build, or files")
    (tmp_path / "x.ttl").write_text("<a> <b>")
    told(kg("validate", tmp_path / "x.ttl"), 2, "x.ttl: not Turtle", "mend the file")
    (tmp_path / "x.nq").write_bytes(bytes(range(128, 256)))
    ran = kg("validate", tmp_path / "x.nq")
    told(ran, 2, "x.nq: not N-Quads (", "): mend the file")
    assert ran.err.count("x.nq") == 1
    (tmp_path / "x.doc").write_text("x")
    told(kg("validate", tmp_path / "x.doc"), 2, "x.doc", "no RDF syntax")
    told(kg("validate", "--as-of", "soon"), 2, "--as-of")
