"""What lies beside reports in a folder is told by its name, and only there."""

import pytest

from kg.documents import Document
from kg.text.besides import besides


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("README.md", "about the files"),
        ("LICENSE", "about the files"),
        ("Makefile", "source code"),
        ("load.py", "source code"),
        ("requirements-dev.txt", "settings"),
        ("shapes.ttl", "graph or schema"),
        ("country-results.txt", ""),
        ("lessons.md", ""),
        ("page.html", ""),
        ("installation of wells.txt", ""),
    ],
)
def test_what_a_name_tells(name: str, kind: str) -> None:
    member = Document(key=f"in/{name}", sha256="", place=b"", is_member=True)
    assert besides(member) == kind
    assert besides(Document(key=name, sha256="", place=b"")) == ""
