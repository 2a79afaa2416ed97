"""IATI files from bytes to lines: cases as folders, encodings, hostile files, real files."""

import csv
import mmap
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from kg.documents import Document
from kg.errors import SourceError
from kg.records import Node
from kg.sources import iati, recognise
from tests.sources.iati_cases import activity, mapped

CASES = sorted((Path(__file__).parent / "iati").iterdir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_file_becomes_the_expected_graph(case: Path) -> None:
    expected = {quad.triple for quad in parse(path=case / "expected.ttl", format=RdfFormat.TURTLE)}
    found = mapped(case / "input.xml").triples()
    assert found - expected == set()
    assert expected - found == set()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_file_gives_the_expected_issues(case: Path) -> None:
    text = (case / "issues.tsv").read_text(encoding="utf-8")
    expected = list(csv.reader(text.splitlines()[1:], delimiter="\t", quoting=csv.QUOTE_NONE))
    issues = mapped(case / "input.xml").issues
    assert [[i.code, i.path, str(i.line), i.raw, str(i.count)] for i in issues] == expected


def test_a_break_says_where_the_file_could_not_be_read_on() -> None:
    (broken,) = mapped(Path(__file__).parent / "iati" / "broken" / "input.xml").issues
    assert (broken.code, broken.line) == ("broken", 11)
    assert broken.column is not None


@pytest.mark.parametrize(
    ("inside", "kept"),
    [
        ("<budget/><budget>", ["budget"]),
        ("<budget/></budget>", ["budget"]),
        ("<budget/>\n", ["budget"]),
        ("<budget/><res", ["budget"]),
        ("<budget/><result><title><narrative>A</narrative></title>", ["budget"]),
        ("<budget/>&unknown;", ["budget"]),
        ("", []),
    ],
)
def test_what_came_to_an_end_before_a_break_is_kept(inside: str, kept: list[str]) -> None:
    before = "<iati-activities>\n<iati-activity><iati-identifier>A-1</iati-identifier>"
    found = mapped((before + inside).encode())
    assert [[part.kind for part in node.parts] for node in found.nodes[1:]] == [kept]
    (broken,) = found.issues
    assert broken.code == "broken"
    assert broken.line in {2, 3}
    assert broken.column


XML = '<iati-activities version="2.03">\n<iati-activity><iati-identifier>É-1</iati-identifier></iati-activity></iati-activities>'


@pytest.mark.parametrize(
    ("encoding", "before"),
    [
        ("utf-8", '<?xml version="1.0"?>'),
        ("utf-8", '\n\n <?xml version="1.0" encoding="utf-8"?>'),
        ("utf-8", '\n<?xml version="1.0"\n?>'),
        ("utf-8", '\ufeff<?xml version="1.0"?>'),
        ("utf-8", "<!-- first\n<iati-organisations> --><?style a?>"),
        ("windows-1252", '<?xml version="1.0" encoding="windows-1252"?>'),
        ("windows-1252", '\n<?xml version="1.0" encoding="windows-1252"?>'),
        ("iso-8859-1", "<?xml version='1.0' encoding='ISO-8859-1'?>"),
        ("utf-16", '<?xml version="1.0" encoding="UTF-16"?>'),
        ("utf-16-le", "\ufeff\ufeff"),
        ("utf-16-be", '<?xml version="1.0"?>'),
        ("utf-16-be", '\n<?xml version="1.0"?>'),
        ("utf-32", '<?xml version="1.0" encoding="UTF-32"?>'),
        ("utf-32-be", ""),
    ],
)
def test_any_encoding_reads_the_same_and_keeps_its_lines(encoding: str, before: str) -> None:
    data = (before + XML).encode(encoding)
    document = Document(key="case.xml", sha256="", place=data)
    assert recognise(document) is iati
    _, node = mapped(data).nodes
    assert [value.raw for value in node.values] == ["É-1"]
    assert node.line == 2 + before.count("\n")


@pytest.mark.parametrize(
    "data", [b"", b"Plain text.", b"<html><body/></html>", b"<root/>", b"<iati-activitiesX/>"]
)
def test_other_things_are_not_taken_for_iati(data: bytes) -> None:
    assert not iati.recognises(Document(key="x", sha256="", place=data), data)


ENTITIES = '<!DOCTYPE a [<!ENTITY e "eeeeeeeeee"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;"><!ENTITY x SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("reference", ["&e;", "&f;", "&x;", "no reference"])
def test_a_file_that_declares_entities_is_refused(reference: str) -> None:
    data = ENTITIES.encode() + activity(f"<title>{reference}</title>")
    with pytest.raises(SourceError, match=r"case\.xml: declares entities"):
        mapped(data)


def test_entities_that_multiply_are_refused_before_anything_is_read() -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 9))
    data = f'<!DOCTYPE a [<!ENTITY e0 "eeeeeeeeee">{bomb}]><iati-activities version="&e8;"/>'
    with pytest.raises(SourceError, match="not XML"):
        mapped(data.encode())


@pytest.mark.parametrize("inside", ["<a>" * 1000, "<title>" + "x" * 11_000_000])
def test_depth_and_length_are_bounded(inside: str) -> None:
    data = f"<iati-activities><iati-activity><iati-identifier>A</iati-identifier><b/>{inside}"
    found = mapped(data.encode())
    assert [node.values[0].raw for node in found.nodes if node.values] == ["A"]
    assert "broken" in {issue.code for issue in found.issues}


def test_elements_of_another_namespace_are_refused_with_what_to_do() -> None:
    with pytest.raises(SourceError, match="namespace: remove it"):
        mapped(b'<iati-activities xmlns="https://example.org/"><iati-activity/></iati-activities>')


def test_an_activity_stands_alone() -> None:
    found = mapped(b"<iati-activity><iati-identifier>A-1</iati-identifier></iati-activity>")
    assert [page.kind for page in found.pages] == ["iati-activity"]
    assert [node.kind for node in found.nodes] == ["activity"]


def test_texts_wait_for_extraction_as_they_stand_in_the_file() -> None:
    data = activity(
        "<iati-identifier>A-1</iati-identifier>"
        '<recipient-country code="MX"/>'
        "<description>  200 carers\n &lt;b&gt;took&lt;/b&gt; part </description>"
    )
    (narrative,) = mapped(data).narratives
    assert narrative.raw == "  200 carers\n <b>took</b> part "
    assert (narrative.start, narrative.end) == (0, len(narrative.raw))
    assert (narrative.text.kind, narrative.text.id) == ("narrative", narrative.id)
    assert (narrative.about, narrative.country, narrative.lang) == ("activity:id:A-1", "MX", "en")
    assert narrative.path == "iati-activities/iati-activity/description/narrative"


PAGES = """
import sys
from pathlib import Path
from kg.documents import Document
from kg.sources import iati
held = []
for _ in iati.read(Document(key="x", sha256="", place=Path(sys.argv[1]))):
    held.append(int(Path("/proc/self/statm").read_text().split()[1]))
print(len(held), max(held))
"""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="/proc says what is held")
def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    peaks = []
    for count in (100, 1500):
        path = tmp_path / f"{count}.xml"
        inside = f"<iati-activity><title>{'x' * 20_000}</title></iati-activity>" * count
        path.write_text(f"<iati-activities>{inside}</iati-activities>")
        command = [sys.executable, "-c", PAGES, str(path)]
        answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        records, pages = map(int, answer.split())
        assert records == count + 2
        peaks.append(pages * mmap.PAGESIZE)
    assert peaks[1] - peaks[0] < 1400 * 20_000 / 2


def test_every_real_file_is_read_and_its_lines_are_n_quads(shared_data: Path) -> None:
    paths = sorted((shared_data / "iati").rglob("*.xml"))
    activities = 0
    for path in paths:
        document = Document(key=path.name, sha256="", place=path)
        if iati.recognises(document, document.head()):
            found = mapped(path)
            assert len(found.triples()) == len(set(found.output.lines))
            activities += sum(isinstance(node, Node) for node in found.nodes)
    assert len(paths) > 1000
    assert activities > 4000
