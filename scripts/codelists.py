"""Write ontology/codelists/<Scheme>.ttl from the code lists of the IATI standard.

Run `python scripts/codelists.py [FOLDER]` where FOLDER holds `standard/codelists`; without it,
$KG_TEST_DATA or ../shared/data. Codes and names are taken over, definitions are not. Lists of our
own (ParticipationRole, Basis ...) stand in the same folder, are written by hand and left alone.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from lxml import etree

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "ontology" / "codelists"
DATA = Path(os.environ.get("KG_TEST_DATA", ROOT.parent / "shared" / "data"))
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
HEAD = """\
# {title}. Written by scripts/codelists.py; do not edit.
# Source: International Aid Transparency Initiative (IATI), code list {name},
# {origin}.
# Licence: CC-BY-4.0. Codes and names only; definitions are at the source.
@base <https://w3id.org/okg/codelist/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix okg: <https://w3id.org/okg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

<{name}> a skos:ConceptScheme ; skos:prefLabel {labels} ;
    dcterms:publisher "IATI" ; dcterms:license <https://creativecommons.org/licenses/by/4.0/> .

"""
# An agency that registers organisations is in a country, which is not a broader agency.
NOT_BROADER = "Country"

# The United Nations' own IRIs of goals and targets end in the codes that IATI took over from them.
SAME = dict.fromkeys(("UNSDG-Goals", "UNSDG-Targets"), "http://metadata.un.org/sdg/")


@dataclass(frozen=True)
class Code:
    """One code: its names by language, the concept above it as a relative IRI, its status."""

    code: str
    names: Mapping[str, str]
    broader: str
    withdrawn: bool


def names(element: etree._Element | None) -> dict[str, str]:
    """Answer language to name; a narrative without a language is English, the first one wins."""
    found: dict[str, str] = {}
    for narrative in () if element is None else element.iterfind("narrative"):
        text = " ".join((narrative.text or "").split())
        if text:
            found.setdefault(narrative.get(XML_LANG, "en"), text)
    return found


def items(root: etree._Element) -> dict[str, etree._Element]:
    """Answer code to item, each once, in the order of the source."""
    return {item.findtext("code", "").strip(): item for item in root.iter("codelist-item")}


def broader(root: etree._Element, category: str, known: Mapping[str, AbstractSet[str]]) -> str:
    """Answer the IRI of a category: of the list of categories, else of the list itself."""
    schemes = (root.get("category-codelist", ""), root.get("name", ""))
    return next(
        (
            f"{scheme}/{quote(category, safe='')}"
            for scheme in schemes
            if scheme != NOT_BROADER and category in known.get(scheme, ())
        ),
        "",
    )


def codes(root: etree._Element, known: Mapping[str, AbstractSet[str]]) -> Iterator[Code]:
    """Answer the codes of a list."""
    for code, item in items(root).items():
        yield Code(
            code=code,
            names=names(item.find("name")),
            broader=broader(root, item.findtext("category", "").strip(), known),
            withdrawn=item.get("status") == "withdrawn",
        )


def literals(texts: Mapping[str, str], otherwise: str) -> str:
    """Answer names as Turtle literals, or one without a language where there are none."""
    if not texts:
        return f'"{otherwise}"'
    quoted = (
        (lang, text.replace("\\", "\\\\").replace('"', '\\"')) for lang, text in texts.items()
    )
    return ", ".join(f'"{text}"@{lang}' for lang, text in quoted)


def concept(scheme: str, code: Code) -> str:
    """Answer the Turtle of one concept, on one line."""
    broader = f" ; skos:broader <{code.broader}>" if code.broader else ""
    withdrawn = " ; okg:withdrawn true" if code.withdrawn else ""
    same = f" ; skos:exactMatch <{SAME[scheme]}{code.code}>" if scheme in SAME else ""
    return (
        f"<{scheme}/{quote(code.code, safe='')}> a skos:Concept ; skos:inScheme <{scheme}> ; "
        f'skos:notation "{code.code}" ; skos:prefLabel {literals(code.names, code.code)}'
        f"{broader}{same}{withdrawn} .\n"
    )


def turtle(root: etree._Element, known: Mapping[str, AbstractSet[str]], origin: str) -> str:
    """Answer the text of one scheme's file."""
    name = root.get("name", "")
    titles = names(root.find("metadata/name")) or {"en": name}
    head = HEAD.format(title=titles["en"], name=name, origin=origin, labels=literals(titles, name))
    return head + "".join(concept(name, code) for code in codes(root, known))


def files(data: Path) -> Iterator[tuple[str, str]]:
    """Answer file name and text of every code list in the folder of the standard."""
    folder = data / "standard" / "codelists"
    commits = dict(line.split() for line in (folder / "COMMITS.txt").read_text().splitlines())
    paths = {path.stem: path for path in sorted(folder.glob("*/xml/*.xml"))}
    lists = {name: etree.parse(path).getroot() for name, path in paths.items()}
    known = {name: items(root).keys() for name, root in lists.items()}
    for name, root in lists.items():
        kind = paths[name].parent.parent.name.partition("-")[0]
        yield f"{name}.ttl", turtle(root, known, f"{kind} lists at commit {commits[kind]}")


if __name__ == "__main__":
    for file_name, text in files(Path(sys.argv[1]) if sys.argv[1:] else DATA):
        (TARGET / file_name).write_text(text, encoding="utf-8")
        print(file_name, len(text))
