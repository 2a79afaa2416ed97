"""Rules of the house that no linter knows."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.terms import PREFIXES, RDF
from tests.conftest import ROOT

MODULES = sorted((ROOT / "kg").rglob("*.py"))
GENERATED = ROOT / "kg" / "terms.py"
XML_NAMES = ROOT / "kg" / "sources" / "_elements.py"  # Clark names of attributes, which are no IRIs
SCHEMES = {"http://", "https://"}
OKG = PREFIXES["okg"]
FILES = sorted(
    path
    for folder in ("kg", "queries", "shapes")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".rq", ".ttl"}
)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def texts(path: Path) -> list[str]:
    """Answer the strings of a module that are no docstrings and no help."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {
        id(node.value)
        for parent in ast.walk(tree)
        if isinstance(parent, ast.Module | ast.ClassDef | ast.FunctionDef)
        for node in parent.body
        if isinstance(node, ast.Expr)
    }
    told = {
        id(word.value)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        for word in call.keywords
        if word.arg in {"epilog", "help"}
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in said | told
    ]


def iris(path: Path) -> list[str]:
    return [text for text in texts(path) if re.search("https?://[^[]", text)]


def test_the_search_for_iris_finds_one(tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text(
        '"""See https://a.example/."""\nA = "https://b.example/"\nf(help="http://c/")\n'
    )
    assert iris(path) == ["https://b.example/"]


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path not in {GENERATED, XML_NAMES}], ids=name
)
def test_a_module_has_a_docstring_no_iri_and_no_great_length(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text))
    assert iris(path) == []
    assert text.count("\n") <= 400


def test_codes_of_issues_are_words_with_hyphens() -> None:
    codes = {
        keyword.value.value
        for path in MODULES
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "Issue"
        for keyword in call.keywords
        if keyword.arg == "code" and isinstance(keyword.value, ast.Constant)
    }
    assert {"broken", "language-not-read"} <= codes
    assert {code for code in codes if not re.fullmatch(r"[a-z]+(-[a-z]+)*", str(code))} == set()


def test_terms_follow_from_the_ontology() -> None:
    script = [sys.executable, ROOT / "scripts" / "terms.py", "--check"]
    done = subprocess.run(script, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def declared() -> frozenset[str]:
    return frozenset(
        quad.subject.value.removeprefix(OKG)
        for path in (ROOT / "ontology").glob("*.ttl")
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)
        if quad.predicate.value == RDF.type and quad.subject.value.startswith(OKG)
    )


@pytest.mark.parametrize("path", FILES, ids=name)
def test_every_term_that_a_file_uses_is_declared(path: Path, declared: frozenset[str]) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.lstrip().startswith("#"))
    used = set(re.findall(r"\bokg:([\w-]+)", text))
    assert used <= declared


def test_imports_go_down_only() -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
