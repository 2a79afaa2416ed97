"""`kg build --extractor`: who said what, what a service may do to a build, and what it must not."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from kg.extractors import endpoint
from kg.fetch import posting
from tests.cli.conftest import ROOT, Run
from tests.extractors import service as at
from tests.extractors.service import Service, serving
from tests.stages.test_pipeline import digests

KEY = "key-that-nobody-may-see"
TEXTS = {
    "wells.txt": "The Ministry of Water of Peru trained 450 women in Lima in 2021. Law No. 12 of 2008 helped.",
    "roads.txt": "The Ministry of Roads of Peru trained 30 men in Cusco in 2021, and others at home.",
}
SAID = {
    "mentions": [
        {"quote": "Ministry of Water of Peru", "type": "Organisation"},
        {"quote": "Ministry of Roads of Peru", "type": "Organisation"},
        {"quote": "Ministry of Silly Walks", "type": "Organisation"},
    ],
    "measurements": [],
    "participations": [],
}
SETTINGS = """
extractors = {names}
[extractor.endpoint]
url = "{url}"
model = "m"
key = "SOME_MODEL_KEY"
folder = "answers"
"""


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint, "Service", lambda **k: posting.Service(**k, waits=(0,)))
    monkeypatch.setenv("SOME_MODEL_KEY", KEY)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text)
    return folder


def settings(folder: Path, service: Service, *names: str) -> Path:
    path = folder / "kg.toml"
    path.write_text(SETTINGS.format(url=service.url, names=json.dumps(names or ["rules"])))
    return path


def lines(out: Path, pattern: str) -> list[str]:
    graph = (out / "graph.nq").read_text()
    return [line for line in graph.splitlines() if re.search(pattern, line)]


def issues(out: Path, code: str) -> list[dict[str, Any]]:
    found = map(json.loads, (out / "issues.jsonl").read_text().splitlines())
    return [issue for issue in found if issue["code"] == code]


def refuses(name: str) -> at.Act:
    """Fail for the text that says so, answer for the others."""

    def act(handler: at.Handler) -> None:
        text = handler.question["messages"][-1]["content"]
        at.fails(500)(handler) if name in text else at.says(**SAID)(handler)

    return act


def test_no_service_is_asked_that_nobody_named(kg: Run, tmp_path: Path, texts: Path) -> None:
    with serving(at.says(**SAID)) as service:
        config = settings(tmp_path, service)
        assert kg("build", texts, "-o", tmp_path / "out", "--config", config).status == 0
    assert service.asked == []
    assert lines(tmp_path / "out", "endpoint") == []


def test_the_build_says_who_said_what_and_agreement_is_surer(
    kg: Run, tmp_path: Path, texts: Path
) -> None:
    out = tmp_path / "out"
    with serving(at.says(**SAID)) as service:
        config = settings(tmp_path, service, "rules", "endpoint")
        ran = kg("build", texts, "-o", out, "--config", config)
    assert (ran.status, len(service.asked)) == (0, 2)
    assert set(service.keys) == {f"Bearer {KEY}"}
    (water,) = lines(out, r"/mention/\S+> <\S+surface> \"Ministry of Water of Peru\"")
    mention = re.escape(water.split()[0])
    readers = lines(out, rf"^{mention} <\S+wasGeneratedBy>")
    assert [re.findall(r"\.(\w+)\.", line)[-1] for line in readers] == ["endpoint", "rules"]
    (sure,) = lines(out, rf"^{mention} <\S+confidence>")
    assert float(re.findall(r'"([\d.]+)"', sure)[0]) > 0.9
    agents = lines(out, r"SoftwareAgent>")
    assert len({line.split()[0] for line in agents}) == 2
    assert all(lines(out, rf"wasAssociatedWith> {re.escape(a.split()[0])}") for a in agents)
    assert lines(out, r'softwareVersion> "m, 6000 characters"')
    assert [issue["count"] for issue in issues(out, "not-verified")] == [2, 2]


def test_what_is_less_sure_can_be_left_out(kg: Run, tmp_path: Path, texts: Path) -> None:
    out = tmp_path / "out"
    with serving(at.says(**SAID)) as service:
        config = settings(tmp_path, service)
        kg("build", texts, "-o", out, "--config", config, "--extractor", "endpoint")
    asked = ("query", "mentions", "-d", out, "--format", "csv")
    assert "Ministry of Water of Peru" in kg(*asked).out
    assert "Ministry" not in kg(*asked, "--min-confidence", "0.7").out


def test_known_answers_give_the_same_bytes_with_no_service_and_no_key(
    kg: Run, tmp_path: Path, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(at.says(**SAID)) as service:
        config = settings(tmp_path, service, "rules", "endpoint")
        kg("build", texts, "-o", tmp_path / "first", "--config", config)
    monkeypatch.delenv("SOME_MODEL_KEY")
    for name, workers in (("second", 1), ("third", 2)):
        again = ("build", texts, "-o", tmp_path / name, "--config", config, "--workers", workers)
        assert kg(*again).status == 0
        assert digests(tmp_path / name) == digests(tmp_path / "first")


def test_the_key_is_written_nowhere(kg: Run, tmp_path: Path, texts: Path) -> None:
    def echoes(handler: at.Handler) -> None:
        handler.send(200, handler.headers["Authorization"].encode())

    with serving(echoes, at.fails(500), at.says(**SAID)) as service:
        config = settings(tmp_path, service, "endpoint")
        first = kg("build", texts, "-o", tmp_path / "out", "--config", config)
        second = kg("build", texts, "-o", tmp_path / "out", "--config", config)
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert KEY.encode() not in path.read_bytes()
    assert KEY not in "".join([*first[1:], *second[1:]])


def test_a_text_that_is_not_answered_is_an_issue_and_is_asked_about_again(
    kg: Run, tmp_path: Path, texts: Path
) -> None:
    out, fresh = tmp_path / "out", tmp_path / "fresh"
    with serving(refuses("Roads")) as service:
        config = settings(tmp_path, service, "endpoint")
        ran = kg("build", texts, "-o", out, "--config", config)
        strict = kg("build", texts, "-o", out, "--config", config, "--strict")
        assert (ran.status, strict.status) == (0, 3), ran.err
        assert "Not read by every extractor: 1 pieces" in ran.err
        (issue,) = issues(out, "unanswered")
        assert (issue["source"], issue["start"]) == ("in/roads.txt", 0)
        assert lines(out, "Ministry of Water of Peru")
        assert not lines(out, "surface.*Ministry of Roads of Peru")
        asked = len(service.asked)
        service.acts = [at.says(**SAID)]
        assert kg("build", texts, "-o", out, "--config", config).status == 0
        assert len(service.asked) == asked + 1
        kg("build", texts, "-o", fresh, "--config", config)
    assert lines(out, "surface.*Ministry of Roads of Peru")
    assert digests(out) == digests(fresh)


def test_a_service_that_is_not_there_leaves_the_build_as_it_was(
    kg: Run, tmp_path: Path, texts: Path
) -> None:
    out = tmp_path / "out"
    with serving(at.fails(401)) as service:
        config = settings(tmp_path, service)
        kg("build", texts, "-o", out, "--config", config)
        before = digests(out)
        refused = kg("build", texts, "-o", out, "--config", config, "--extractor", "endpoint")
    gone = kg("build", texts, "-o", out, "--config", config, "--extractor", "endpoint")
    assert (refused.status, gone.status) == (4, 4)
    assert "401" in refused.err
    assert "no answer" in gone.err
    assert refused.err.count("\n") == gone.err.count("\n") == 1
    assert digests(out) == before


def test_the_example_of_an_extractor_in_one_file_runs(kg: Run, tmp_path: Path, texts: Path) -> None:
    shown = (ROOT / "docs" / "laws.py").read_text()
    assert shown in (ROOT / "CONTRIBUTING.md").read_text().replace("\n    ", "\n")
    (tmp_path / "laws.py").write_text(shown)
    config = tmp_path / "kg.toml"
    config.write_text('extractors = ["rules", "laws.py"]')
    assert kg("build", texts, "-o", tmp_path / "out", "--config", config).status == 0
    assert lines(tmp_path / "out", r'/mention/\S+> <\S+surface> "Law No. 12 of 2008"')
    assert lines(tmp_path / "out", r"wasGeneratedBy> <\S+\.laws\.")


def test_what_an_extractor_invents_is_left_out_and_told(
    kg: Run, tmp_path: Path, texts: Path
) -> None:
    liar = tmp_path / "liar.py"
    example = (ROOT / "docs" / "laws.py").read_text()
    liar.write_text(
        example.replace(
            "evidence=task.quote(*match.span())",
            'evidence=replace(task.quote(*match.span()), exact="Law No. 99 of 2008")',
        )
        + "\nfrom dataclasses import replace\n"
    )
    ran = kg("build", texts, "-o", tmp_path / "out", "--extractor", "rules", "--extractor", liar)
    assert ran.status == 0
    assert lines(tmp_path / "out", "No. 99|liar") == []
    (issue,) = issues(tmp_path / "out", "not-verified")
    assert issue["message"].startswith("liar: mention: its quote is not in the text")


def test_an_extractor_that_changes_reads_again(kg: Run, tmp_path: Path, texts: Path) -> None:
    laws = tmp_path / "laws.py"
    example = (ROOT / "docs" / "laws.py").read_text()
    for label in ("One", "Two"):
        laws.write_text(example.replace("label=match[0]", f'label="{label}"'))
        kg("build", texts, "-o", tmp_path / "out", "--extractor", laws)
        assert lines(tmp_path / "out", f'surface> "{label}"')


def test_an_extractor_that_is_broken_or_unknown_is_told_in_one_line(
    kg: Run, tmp_path: Path, texts: Path
) -> None:
    broken = tmp_path / "broken.py"
    broken.write_text("def extract(task):\n    raise KeyError('x')\n")
    for extractor, status, told in ((broken, 4, "KeyError"), ("rulse", 2, "no such extractor")):
        ran = kg("build", texts, "-o", tmp_path / "out", "--extractor", extractor)
        assert (ran.status, ran.err.count("\n")) == (status, 1)
        assert told in ran.err
